import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { BoardFilter, BoardRow } from '@citypath/contracts';
import { Link, Navigate, useSearchParams } from 'react-router';
import { boardQuery, programmesQuery, sessionQuery } from '../../api/queries';
import { joinsCitiesTo } from '../../api/rights';
import { Failure } from '../../parts/failure';
import { ShowMore } from '../../parts/show-more';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { boardWords } from '../../words/board-words';
import { entranceWords } from '../../words/entrance-words';
import { useWords } from '../../words/use-words';
import { BoardHead } from './board-head';
import { BoardTable } from './board-table';
import { filterOf } from './filter';
import styles from './board.module.css';

/** Cities against stages. The address holds programme and filter. */
export function BoardPage() {
  const words = useWords(boardWords);
  const [search] = useSearchParams();
  const programmes = useQuery(programmesQuery);
  const programme = search.get('programme') ?? programmes.data?.programmes[0]?.key;
  useTitle(words.title);

  // Where Today was before it had a page of its own: addresses of old letters and bookmarks.
  if (search.get('filter') === 'today') return <Navigate to="/today" replace />;
  if (programme !== undefined) return <Board programme={programme} shown={filterOf(search.get('filter'))} />;
  if (programmes.isPending) return <BoardSkeleton />;
  if (programmes.isError) return <Failure error={programmes.error} again={() => void programmes.refetch()} />;
  return <p>{words.noProgramme}</p>;
}

function Board({ programme, shown }: { programme: string; shown: BoardFilter }) {
  const words = useWords(boardWords);
  const board = useInfiniteQuery(boardQuery(programme, shown));
  const { hasNextPage, fetchNextPage } = board;

  const newest = board.data?.pages.at(-1);
  if (!newest) {
    if (board.isError) return <Failure error={board.error} again={() => void board.refetch()} />;
    return <BoardSkeleton />;
  }
  const rows = board.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <BoardHead board={newest} shown={shown} />
      {rows.length > 0 ? (
        <BoardTable stages={newest.programme.stages} rows={rows} />
      ) : (
        <div className={styles.empty}>
          <p>{words.empty[shown]}</p>
          {shown === 'all' ? (
            <FirstCities programme={programme} />
          ) : (
            <Link to={`/?programme=${encodeURIComponent(programme)}`}>{words.showAll}</Link>
          )}
        </div>
      )}
      <ShowMore has={hasNextPage} loading={board.isFetchingNextPage} load={() => void fetchNextPage()} byItself />
      <Legend rows={rows} />
    </>
  );
}

/** What the signs beside days mean, where there are any. */
function Legend({ rows }: { rows: readonly BoardRow[] }) {
  const words = useWords(boardWords);
  const hasUnknown = rows.some(({ cells }) => cells.some(({ sign, known }) => sign === 'done' && !known));
  const hasProvisional = rows.some(({ cells, provisionalFromOn }) =>
    cells.some(({ dueOn }) => dueOn !== null && dueOn >= provisionalFromOn),
  );
  const signs = [...(hasUnknown ? [words.legend] : []), ...(hasProvisional ? [words.legendProvisional] : [])];
  return signs.length === 0 ? null : <p className={`${styles.legend} dim small`}>{signs.join(' · ')}</p>;
}

/** How cities come into an empty programme, for those who may take them in. */
function FirstCities({ programme }: { programme: string }) {
  const words = useWords(entranceWords);
  const roles = useQuery(sessionQuery).data?.roles ?? [];
  if (!roles.some(joinsCitiesTo(programme))) return null;
  const path = `/programmes/${encodeURIComponent(programme)}`;
  return (
    <>
      <Link to={`${path}/import`}>{words.importCities}</Link>
      <Link to={`${path}/enrol`}>{words.enrol}</Link>
    </>
  );
}

function BoardSkeleton() {
  return (
    <>
      <div className={styles.head} aria-hidden="true" />
      <SkeletonLines lines={6} height={37} />
    </>
  );
}
