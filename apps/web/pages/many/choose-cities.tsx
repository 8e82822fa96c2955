import { boardFilter } from './filters';
import type { BoardFilter, BoardResponse, BoardRow } from '@citypath/contracts';
import { Checkbox } from '@mantine/core';
import { Link } from 'react-router';
import { CityName } from '../../parts/city-name';
import { Failure } from '../../parts/failure';
import { ShowMore } from '../../parts/show-more';
import { Provisional } from '../../parts/provisional';
import { SignAndWord } from '../../parts/sign';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { boardWords } from '../../words/board-words';
import { manyWords } from '../../words/many-words';
import { useSpeech, useWords } from '../../words/use-words';
import type { Choice } from './use-choice';
import styles from './many.module.css';

/** The cities that a filter of the board leaves, each with a box; and one box for all of them. */
export function ChooseCities({ choice, filter, act }: { choice: Choice; filter: BoardFilter; act: string }) {
  const words = useWords(manyWords);
  const onBoard = useWords(boardWords);
  const { board, rows, isAll } = choice;
  const counts = board.data?.pages.at(-1)?.counts;
  if (!counts) {
    if (board.isError) return <Failure error={board.error} again={() => void board.refetch()} />;
    return <SkeletonLines lines={6} height={40} />;
  }
  const count = countOf(counts, filter);
  const some = !isAll && (choice.journeys?.length ?? 0) > 0;
  return (
    <fieldset className={styles.cities}>
      <legend>{words.cities}</legend>
      <nav className={styles.filters} aria-label={onBoard.filter}>
        {boardFilter
          .filter((one) => countOf(counts, one) > 0 || one === filter)
          .map((one) => (
            <Link key={one} to={`?filter=${one}&act=${act}`} replace aria-current={one === filter ? 'true' : undefined}>
              {onBoard.filters[one](countOf(counts, one))}
            </Link>
          ))}
      </nav>
      <Checkbox
        className={styles.all}
        label={words.allOf(count)}
        checked={isAll}
        indeterminate={some}
        disabled={count === 0}
        onChange={(event) => choice.chooseAll(event.target.checked)}
      />
      <ul>
        {rows.map((row) => (
          <CityLine key={row.journeyId} row={row} choice={choice} />
        ))}
      </ul>
      {rows.length === 0 ? <p className="dim">{onBoard.empty[filter]}</p> : null}
      <ShowMore has={board.hasNextPage} loading={board.isFetchingNextPage} load={() => void board.fetchNextPage()} />
      <p role="status" className="dim small">
        {words.chosen(isAll ? count : (choice.journeys?.length ?? 0))}
      </p>
    </fieldset>
  );
}

/** j and k walk the boxes, as they do the lines of the board; the space bar ticks one. */
function CityLine({ row, choice }: { row: BoardRow; choice: Choice }) {
  const onBoard = useWords(boardWords);
  const speech = useSpeech();
  const { next } = row;
  return (
    <li className={styles.city} data-line-of-list>
      <Checkbox
        label={<CityName city={row.city} />}
        checked={choice.has(row.journeyId)}
        data-line
        onChange={(event) => choice.choose(row.journeyId, event.target.checked)}
      />
      <span className="dim small">
        {next ? (
          <>
            <SignAndWord sign={next.sign} /> · {speech.say(next.title)}
            {next.dueOn === null ? null : ` · ${speech.shortDay(next.dueOn)}`}
            <Provisional on={next.dueOn} fromOn={row.provisionalFromOn} />
          </>
        ) : (
          onBoard.nothingWanted
        )}
      </span>
    </li>
  );
}

export function countOf(counts: BoardResponse['counts'], filter: BoardFilter): number {
  const { cities, late, atRisk, onHold, closed, mine, toAccept, vacancy } = counts;
  const of = { all: cities, late, 'at-risk': atRisk, 'on-hold': onHold, closed, mine, 'to-accept': toAccept, vacancy };
  return of[filter];
}
