import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import { boardQuery, programmesQuery, sessionQuery } from '../../api/queries';
import { Failure } from '../../parts/failure';
import { ShowMore } from '../../parts/show-more';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { boardWords } from '../../words/board-words';
import { useWords } from '../../words/use-words';
import { BoardHead } from './board-head';
import { BoardTable } from './board-table';
import { filterOf, type Shown } from './filter';
import { isForToday } from './for-today';
import styles from './board.module.css';

/** Cities against stages. The address holds programme and filter. */
export function BoardPage() {
  const words = useWords(boardWords);
  const [search] = useSearchParams();
  const programmes = useQuery(programmesQuery);
  const programme = search.get('programme') ?? programmes.data?.programmes[0]?.key;
  useTitle(words.title);

  if (programme !== undefined) return <Board programme={programme} shown={filterOf(search.get('filter'))} />;
  if (programmes.isPending) return <BoardSkeleton />;
  if (programmes.isError) return <Failure error={programmes.error} again={() => void programmes.refetch()} />;
  return <p>{words.noProgramme}</p>;
}

function Board({ programme, shown }: { programme: string; shown: Shown }) {
  const words = useWords(boardWords);
  const me = useQuery(sessionQuery).data?.person?.id ?? null;
  const today = shown === 'today';
  const board = useInfiniteQuery(boardQuery(programme, today ? 'all' : shown));
  const { hasNextPage, isFetching, fetchNextPage } = board;

  // What is due today may stand on any page of the list, so all of them are read.
  useEffect(() => {
    if (today && hasNextPage && !isFetching) void fetchNextPage();
  }, [today, hasNextPage, isFetching, fetchNextPage]);

  const newest = board.data?.pages.at(-1);
  if (!newest) {
    if (board.isError) return <Failure error={board.error} again={() => void board.refetch()} />;
    return <BoardSkeleton />;
  }
  const rows = board.data?.pages.flatMap((page) => page.rows) ?? [];
  const seen = today ? rows.filter((row) => isForToday(row, me)) : rows;
  return (
    <>
      <BoardHead board={newest} shown={shown} />
      {today ? <p className="dim small">{words.todayExplained}</p> : null}
      {seen.length > 0 ? (
        <BoardTable stages={newest.programme.stages} rows={seen} />
      ) : hasNextPage ? (
        <SkeletonLines lines={4} height={37} />
      ) : (
        <div className={styles.empty}>
          <p>{words.empty[shown]}</p>
          {shown === 'all' ? null : <Link to={`/?programme=${encodeURIComponent(programme)}`}>{words.showAll}</Link>}
        </div>
      )}
      {today ? null : (
        <ShowMore has={hasNextPage} loading={board.isFetchingNextPage} load={() => void fetchNextPage()} byItself />
      )}
      {seen.some((row) => row.cells.some((cell) => cell.sign === 'done' && !cell.known)) ? (
        <p className={`${styles.legend} dim small`}>{words.legend}</p>
      ) : null}
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
