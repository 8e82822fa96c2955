import type { Finding } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';
import { findingsQuery, machineryQuery } from '../../api/stuck';
import { RunActs } from '../../forms/run-acts/run-acts';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useScrollTo } from '../../parts/use-scroll-to';
import { stuckWords } from '../../words/stuck-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './stuck.module.css';
import { WorkflowLink } from './workflow-link';

/** What the watch over all cities has found, for administrators: each with what mends it, and what has gone since yesterday. */
export function WatchSection() {
  const words = useWords(stuckWords);
  const speech = useSpeech();
  const watched = useQuery(findingsQuery);
  const told = useQuery(machineryQuery).data?.findings.flatMap(({ journeyId }) => journeyId ?? []) ?? [];
  const { data } = watched;
  const place = useScrollTo<HTMLElement>(useLocation().hash === '#watch');
  // What the machinery says of a city, with its cause and its button, is not said twice.
  const shown =
    data?.findings.filter(({ goneAt, journeyId }) => goneAt !== null || !told.includes(journeyId ?? '')) ?? [];
  return (
    <section aria-labelledby="watch" className={styles.machinery} ref={place}>
      <h2 id="watch">{words.watch}</h2>
      {watched.isPending ? <SkeletonLines lines={1} height={34} /> : null}
      {watched.isError && !data ? <Failure error={watched.error} again={() => void watched.refetch()} /> : null}
      <p className="dim small">{words.watchExplained}</p>
      {data ? (
        <p className="dim small">
          {data.lookedAt === null
            ? words.watchNever
            : data.findings.some(({ goneAt }) => goneAt === null)
              ? words.watched(speech.instant(data.lookedAt), data.journeys)
              : words.watchedNone(speech.instant(data.lookedAt), data.journeys)}
        </p>
      ) : null}
      {data?.overdue ? <p>{words.watchOverdue}</p> : null}
      <ul>
        {shown.map((finding) => (
          <FindingLine key={finding.id} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

/** A letter leads to the line of a journey by its id. */
function FindingLine({ finding: { journeyId, inRecords, city, sentence, goneAt, mends } }: { finding: Finding }) {
  const words = useWords(stuckWords);
  const speech = useSpeech();
  const place = useScrollTo<HTMLLIElement>(useLocation().hash === `#${journeyId}` && goneAt === null);
  if (goneAt !== null) {
    return (
      <li className={styles.finding}>
        <p className={`dim small ${styles.sentence}`}>{words.gone(speech.instant(goneAt), speech.say(sentence))}</p>
      </li>
    );
  }
  const name = city === null ? (journeyId ?? '') : speech.cityName(city);
  return (
    <li className={styles.finding} ref={place}>
      <p className={styles.sentence}>{speech.say(sentence)}</p>
      {journeyId !== null && inRecords ? <WorkflowLink journeyId={journeyId} city={name} /> : null}
      {mends.page === null ? null : (
        <div className={styles.options}>
          <Button component={Link} to={mends.page} variant="default">
            {speech.say(mends.title)}
          </Button>
        </div>
      )}
      {journeyId === null ? null : <RunActs journeyId={journeyId} city={name} acts={mends.acts} />}
    </li>
  );
}
