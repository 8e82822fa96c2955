import type { BulkActResponse } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { bulkActJourneysQuery, bulkActQuery, doWithMany } from '../../api/bulk-acts';
import { Failure } from '../../parts/failure';
import { ShowMore } from '../../parts/show-more';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { manyWords } from '../../words/many-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './many.module.css';
import { TakeBack } from './take-back';

/** How far an act upon many cities is, and what became of each. */
export function BulkActPage() {
  const { bulkActId = '' } = useParams();
  const words = useWords(manyWords);
  const speech = useSpeech();
  const query = useQuery(bulkActQuery(bulkActId));
  useTitle(words.short);
  if (query.isPending) return <SkeletonLines lines={8} height={40} />;
  if (!query.data) return <Failure error={query.error} again={() => void query.refetch()} />;
  const act = query.data;
  const { key, title } = act.programme;
  return (
    <>
      <h1>{speech.say(act.title)}</h1>
      <p className="dim small">
        {speech.say(title)} ·{' '}
        {act.by ? words.by(speech.name(act.by), speech.instant(act.createdAt)) : speech.instant(act.createdAt)} ·{' '}
        <Link to={`/?programme=${encodeURIComponent(key)}`}>{words.board}</Link> ·{' '}
        <Link to={`/programmes/${encodeURIComponent(key)}/many`}>{words.another}</Link>
      </p>
      {act.reason?.words ? (
        <p className={styles.note}>
          {words.reason}
          {speech.colon}
          {act.reason.words}
        </p>
      ) : null}
      <Progress act={act} />
      <TakeBack act={act} />
      <Cities act={act} />
    </>
  );
}

function Progress({ act }: { act: BulkActResponse }) {
  const words = useWords(manyWords);
  const speech = useSpeech();
  const queryClient = useQueryClient();
  const acting = useMutation({
    mutationFn: (what: 'stop' | 'resume') => doWithMany(act.id, what),
    onSuccess: (answer) => queryClient.setQueryData(bulkActQuery(act.id).queryKey, answer),
  });
  const { journeys, waiting } = act.progress;
  const settled = journeys - waiting;
  const goesOn = act.status === 'running' || act.status === 'waiting';
  return (
    <section className={styles.total}>
      <p role="status">{speech.say(act.sentence)}</p>
      <progress
        className={styles.progress}
        max={journeys}
        value={settled}
        aria-label={words.settled(settled, journeys)}
      />
      {goesOn ? <p className="dim small">{words.goesOn}</p> : null}
      <div className={styles.send}>
        {goesOn ? (
          <Button variant="default" loading={acting.isPending} onClick={() => acting.mutate('stop')}>
            {words.stop}
          </Button>
        ) : null}
        {!goesOn && act.status !== 'done' ? (
          <Button loading={acting.isPending} onClick={() => acting.mutate('resume')}>
            {words.resume}
          </Button>
        ) : null}
      </div>
      {goesOn ? <p className="dim small">{words.stopHint}</p> : null}
      {acting.isError ? <Failure error={acting.error} /> : null}
    </section>
  );
}

const choices = ['all', 'refused', 'done', 'waiting'] as const;

/** The cities with their results; the address holds which are shown. */
function Cities({ act }: { act: BulkActResponse }) {
  const words = useWords(manyWords);
  const speech = useSpeech();
  const [search] = useSearchParams();
  const { journeys: all, ...counts } = act.progress;
  const countOf = { all, ...counts };
  const only = choices.find((choice) => choice === search.get('only')) ?? 'all';
  const rows = useInfiniteQuery(bulkActJourneysQuery(act.id, only, JSON.stringify([act.progress, act.status])));
  const shown = rows.data?.pages.flatMap((page) => page.journeys) ?? [];
  return (
    <>
      <nav className={styles.filters} aria-label={words.only}>
        {choices
          .filter((choice) => countOf[choice] > 0 || choice === only)
          .map((choice) => (
            <Link key={choice} to={`?only=${choice}`} replace aria-current={choice === only ? 'true' : undefined}>
              {words.onlys[choice]} {countOf[choice]}
            </Link>
          ))}
      </nav>
      {rows.isPending ? <SkeletonLines lines={8} height={40} /> : null}
      {rows.isError && !rows.data ? <Failure error={rows.error} again={() => void rows.refetch()} /> : null}
      {rows.data && shown.length === 0 ? <p className="dim">{words.noRows}</p> : null}
      <ol>
        {shown.map(({ journeyId, city, result, refusal }) => (
          <li key={journeyId} className={styles.result} data-line-of-list>
            <Link to={`/journeys/${encodeURIComponent(journeyId)}`} data-line>
              {speech.cityName(city)}
            </Link>
            <span className={result === 'refused' ? 'hurts' : result === 'done' ? undefined : 'dim'}>
              {words.results[result]}
            </span>
            <span className="dim small">{refusal ? speech.say(refusal.detail) : null}</span>
          </li>
        ))}
      </ol>
      <ShowMore
        has={rows.hasNextPage}
        loading={rows.isFetchingNextPage}
        load={() => void rows.fetchNextPage()}
        byItself
      />
    </>
  );
}
