import type { WorkflowViewResponse } from '@citypath/contracts';
import { useSpeech, useWords } from '../../words/use-words';
import { workflowWords } from '../../words/workflow-words';
import styles from './workflow.module.css';

/** Who asks for work, of workflows and of activities, and how much waits. */
export function QueueSection({ view: { queue } }: { view: WorkflowViewResponse }) {
  const words = useWords(workflowWords);
  const speech = useSpeech();
  return (
    <section aria-labelledby="queue" className={styles.section}>
      <h2 id="queue">{words.queue}</h2>
      <p className="dim small">{words.queueName(queue.name)}</p>
      <ul>
        {queue.halves.map(({ takes, pollers, backlog }) => (
          <li key={takes} className={styles.line}>
            <span>
              {words.takes[takes]}{' '}
              <span className="dim small">{backlog === null ? words.backlogUnknown : words.backlog(backlog)}</span>
            </span>
            {pollers.length === 0 ? <span>{words.nobody}</span> : null}
            {pollers.map(({ identity, polledAt, build }, index) => (
              <span key={index} className="small">
                <span className={styles.code}>{identity ?? words.somebody}</span>{' '}
                <span className="dim">
                  {polledAt === null ? null : words.polled(speech.instant(polledAt))}
                  {build === null ? null : ` · ${words.build(build)}`}
                </span>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
