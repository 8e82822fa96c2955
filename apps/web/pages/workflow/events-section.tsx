import type { WorkflowEvent } from '@citypath/contracts';
import { useSpeech, useWords } from '../../words/use-words';
import { workflowWords } from '../../words/workflow-words';
import styles from './workflow.module.css';

/** What happened to one run, in plain words beside Temporal's own names. */
export function EventsSection({ runId, events }: { runId: string; events: WorkflowEvent[] }) {
  const words = useWords(workflowWords);
  const speech = useSpeech();
  return (
    <section aria-labelledby="history" className={styles.section}>
      <h2 id="history">{words.history}</h2>
      <p className={`dim small ${styles.code}`}>{words.historyOf(runId)}</p>
      {events.length === 0 ? <p>{words.noEvents}</p> : null}
      <ol>
        {events.map(({ id, at, type, sentence }) => (
          <li key={id} className={styles.event}>
            <span className="dim">{id}</span>
            <span className={styles.words}>
              {speech.say(sentence)}
              <span className="dim small">
                <code className={styles.code}>{type}</code> {at === null ? words.unknownMoment : speech.instant(at)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
