import type { StuckCause } from '@citypath/contracts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { sessionQuery } from '../../api/queries';
import { stuckQuery } from '../../api/stuck';
import { Failure } from '../../parts/failure';
import { ShowMore } from '../../parts/show-more';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { stuckWords } from '../../words/stuck-words';
import { useWords } from '../../words/use-words';
import { stuckCauses } from './causes';
import { MachinerySection } from './machinery-section';
import { StuckItem } from './stuck-item';
import styles from './stuck.module.css';
import { WatchSection } from './watch-section';

/** Why each city stands where it stands. The address holds the programme and the cause. */
export function StuckPage() {
  const words = useWords(stuckWords);
  const [search] = useSearchParams();
  const programme = search.get('programme');
  const cause = stuckCauses.find((one) => one === search.get('cause')) ?? null;
  const looksAtMachinery = useQuery(sessionQuery).data?.roles.some(({ role }) => role === 'administrator') ?? false;
  const stuck = useInfiniteQuery(stuckQuery(programme, cause));
  useTitle(words.title);
  const lines = stuck.data?.pages.flatMap((page) => page.lines) ?? [];
  const counts = stuck.data?.pages[0]?.counts ?? [];
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const addressOf = (of: StuckCause | null): string => {
    const query = new URLSearchParams();
    if (programme !== null) query.set('programme', programme);
    if (of !== null) query.set('cause', of);
    return query.size > 0 ? `/stuck?${query.toString()}` : '/stuck';
  };
  return (
    <>
      <div className={styles.head}>
        <h1>{words.title}</h1>
        {all > 0 ? (
          <nav className={styles.filters} aria-label={words.filter}>
            <Link to={addressOf(null)} aria-current={cause === null ? 'true' : undefined}>
              {words.all(all)}
            </Link>
            {counts.map(({ cause: of, count }) => (
              <Link key={of} to={addressOf(of)} aria-current={cause === of ? 'true' : undefined}>
                {words.causes[of](count)}
              </Link>
            ))}
          </nav>
        ) : null}
      </div>
      <p className="dim small">{words.explained}</p>
      {looksAtMachinery ? <MachinerySection /> : null}
      {looksAtMachinery ? <WatchSection /> : null}
      {stuck.isPending ? <SkeletonLines lines={6} height={64} /> : null}
      {stuck.isError && !stuck.data ? <Failure error={stuck.error} again={() => void stuck.refetch()} /> : null}
      <ul>
        {lines.map((line) => (
          <StuckItem key={line.journeyId} line={line} />
        ))}
      </ul>
      {stuck.data && lines.length === 0 ? (
        <div className={styles.empty}>
          <p>{all === 0 ? words.nobody : words.noneOfThem}</p>
          {all > 0 ? <Link to={addressOf(null)}>{words.showAll}</Link> : null}
        </div>
      ) : null}
      <ShowMore
        has={stuck.hasNextPage}
        loading={stuck.isFetchingNextPage}
        load={() => void stuck.fetchNextPage()}
        byItself
      />
    </>
  );
}
