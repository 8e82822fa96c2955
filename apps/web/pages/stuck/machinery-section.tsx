import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { machineryQuery } from '../../api/stuck';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { stuckWords } from '../../words/stuck-words';
import { useSpeech, useWords } from '../../words/use-words';
import { workflowWords } from '../../words/workflow-words';
import { RunActs } from './run-acts';
import styles from './stuck.module.css';

/** What is wrong with the machinery, for administrators: each with what mends it. */
export function MachinerySection() {
  const words = useWords(stuckWords);
  const workflow = useWords(workflowWords);
  const speech = useSpeech();
  const machinery = useQuery(machineryQuery);
  const { data } = machinery;
  return (
    <section aria-labelledby="machinery" className={styles.machinery}>
      <h2 id="machinery">{words.machinery}</h2>
      {machinery.isPending ? <SkeletonLines lines={1} height={34} /> : null}
      {machinery.isError && !data ? <Failure error={machinery.error} again={() => void machinery.refetch()} /> : null}
      {data ? (
        <p className="dim small">
          {data.findings.length === 0
            ? words.allRuns(speech.instant(data.lookedAt))
            : words.lookedAt(speech.instant(data.lookedAt))}
        </p>
      ) : null}
      <ul>
        {data?.findings.map(({ id, journeyId, city, sentence, mends }) => (
          <li key={id} className={styles.finding}>
            <p className={styles.sentence}>{speech.say(sentence)}</p>
            {mends.command === null ? null : (
              <p className="dim small">
                {words.command} <code className={styles.command}>{mends.command}</code>
              </p>
            )}
            {journeyId === null || city === null ? null : (
              <>
                <Link className={`small ${styles.workflow}`} to={`/journeys/${encodeURIComponent(journeyId)}/workflow`}>
                  {workflow.link(speech.cityName(city))}
                </Link>
                <RunActs journeyId={journeyId} city={speech.cityName(city)} acts={mends.acts} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
