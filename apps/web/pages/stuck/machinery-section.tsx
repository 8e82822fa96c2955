import type { MachineryFinding } from '@citypath/contracts';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { machineryQuery } from '../../api/stuck';
import { RunActs } from '../../forms/run-acts/run-acts';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useScrollTo } from '../../parts/use-scroll-to';
import { stuckWords } from '../../words/stuck-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './stuck.module.css';
import { WorkflowLink } from './workflow-link';

/** What is wrong with the machinery, for administrators: each with what mends it. */
export function MachinerySection() {
  const words = useWords(stuckWords);
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
        {data?.findings.map((finding) => (
          <MachineryLine key={finding.id} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

/** A letter leads to the line of a journey by its id. */
function MachineryLine({ finding: { journeyId, city, sentence, mends } }: { finding: MachineryFinding }) {
  const words = useWords(stuckWords);
  const speech = useSpeech();
  const place = useScrollTo<HTMLLIElement>(useLocation().hash === `#${journeyId}`);
  return (
    <li className={styles.finding} ref={place}>
      <p className={styles.sentence}>{speech.say(sentence)}</p>
      {journeyId === null || city === null ? null : (
        <>
          <WorkflowLink journeyId={journeyId} city={speech.cityName(city)} />
          <RunActs journeyId={journeyId} city={speech.cityName(city)} acts={mends.acts} />
        </>
      )}
      {mends.command === null ? null : (
        <p className="dim small">
          {mends.acts.length > 0 ? words.commandToo : words.command}{' '}
          <code className={styles.command}>{mends.command}</code>
        </p>
      )}
    </li>
  );
}
