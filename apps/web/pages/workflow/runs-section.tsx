import type { WorkflowViewResponse } from '@citypath/contracts';
import { Link } from 'react-router';
import { useSpeech, useWords } from '../../words/use-words';
import { workflowWords } from '../../words/workflow-words';
import styles from './workflow.module.css';

/** The runs of the workflow, each a link to its events. */
export function RunsSection({ view }: { view: WorkflowViewResponse }) {
  const words = useWords(workflowWords);
  const speech = useSpeech();
  const moment = (at: string | null) => (at === null ? words.unknownMoment : speech.instant(at));
  return (
    <section aria-labelledby="runs" className={styles.section}>
      <h2 id="runs">{words.runs}</h2>
      {view.runs.length === 0 ? <p>{words.noRuns}</p> : null}
      <ul>
        {view.runs.map(({ runId, status, startedAt, closedAt, events }) => (
          <li key={runId} className={styles.line}>
            <Link
              to={`/journeys/${encodeURIComponent(view.journeyId)}/workflow?run=${runId}`}
              aria-current={runId === view.runId ? 'true' : undefined}
              className={styles.code}
            >
              {runId}
            </Link>
            <span>
              {words.status[status]}{' '}
              <span className="dim small">
                {words.from(moment(startedAt), status === 'running' || status === 'paused' ? null : moment(closedAt))} ·{' '}
                {words.events(events)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
