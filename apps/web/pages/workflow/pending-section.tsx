import type { WorkflowViewResponse } from '@citypath/contracts';
import { useSpeech, useWords } from '../../words/use-words';
import { workflowWords } from '../../words/workflow-words';
import styles from './workflow.module.css';

/** What the running run has asked for and not got yet. */
export function PendingSection({ view: { pendingActivities, pendingTask } }: { view: WorkflowViewResponse }) {
  const words = useWords(workflowWords);
  const speech = useSpeech();
  return (
    <section aria-labelledby="pending" className={styles.section}>
      <h2 id="pending">{words.pending}</h2>
      {pendingActivities.length === 0 && pendingTask === null ? <p>{words.nothingPending}</p> : null}
      <ul>
        {pendingTask === null ? null : <li className={styles.line}>{words.task(pendingTask.attempt)}</li>}
        {pendingActivities.map(({ type, state, attempt, lastFailure, nextAttemptAt }, index) => (
          <li key={index} className={styles.line}>
            <span>
              <code>{type}</code>{' '}
              <span className="dim small">
                {words.activityState[state]} · {words.attempt(attempt)}
                {nextAttemptAt === null ? null : ` · ${words.next(speech.instant(nextAttemptAt))}`}
              </span>
            </span>
            {lastFailure === null ? null : <span>{words.failed(lastFailure)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
