import { useInfiniteQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { lettersQuery } from '../../api/queries';
import type { LettersAsk } from '../../api/reads';
import { Failure } from '../../parts/failure';
import { ShowMore } from '../../parts/show-more';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { localDay } from '../../words/dates';
import { letterWords } from '../../words/letter-words';
import { useSpeech, useWords } from '../../words/use-words';
import { byDay } from './by-day';
import { LedgerLine } from './ledger-line';
import { LetterDialog } from './letter-dialog';
import { OpenedLetter } from './opened-letter';
import styles from './letters.module.css';

interface Props {
  ask: LettersAsk;
  search: URLSearchParams;
  /** The letter that stands open. */
  open: string | null;
  onOpen: (id: string | null) => void;
}

/** Every letter that fell due, day by day and the newest first, with what became of it. */
export function Ledger({ ask, search, open, onOpen }: Props) {
  const words = useWords(letterWords);
  const speech = useSpeech();
  const ledger = useInfiniteQuery(lettersQuery(ask));
  const letters = ledger.data?.pages.flatMap((page) => page.letters) ?? [];
  const isFiltered = Object.values(ask).some((value) => value !== undefined);

  if (ledger.isPending) return <SkeletonLines lines={10} height={49} />;
  if (!ledger.data) return <Failure error={ledger.error} again={() => void ledger.refetch()} />;
  const days = byDay(letters, ({ dueAt }) => localDay(dueAt));
  const isElsewhere = open !== null && !letters.some(({ id }) => id === open);
  return (
    <>
      {isElsewhere ? <LetterDialog key={open} id={open} onOpen={onOpen} /> : null}
      {letters.length === 0 ? (
        <div className={styles.empty}>
          <p>{isFiltered ? words.emptyFiltered : words.empty}</p>
          {isFiltered ? <Link to="/letters">{words.clear}</Link> : null}
        </div>
      ) : (
        <table className={styles.ledger} role="table" aria-label={words.ledger}>
          <thead role="rowgroup">
            <tr role="row">
              {[styles.when, styles.place, undefined, styles.to, styles.state].map((width, column) => (
                <th key={column} scope="col" role="columnheader" className={width}>
                  {[words.when, words.city, words.what, words.to, words.state][column]}
                </th>
              ))}
            </tr>
          </thead>
          {days.map(([day, ofDay]) => (
            <tbody key={day} role="rowgroup">
              <tr role="row" className={styles.dayRow}>
                <th scope="rowgroup" role="rowheader" colSpan={5}>
                  {speech.day(day)}
                </th>
              </tr>
              {ofDay.map((letter) => (
                <Fragment key={letter.id}>
                  <LedgerLine letter={letter} search={search} isOpen={letter.id === open} onOpen={onOpen} />
                  {letter.id === open ? (
                    <tr role="row" className={styles.opened}>
                      <td role="cell" colSpan={5}>
                        <OpenedLetter id={letter.id} onOpen={onOpen} />
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              ))}
            </tbody>
          ))}
        </table>
      )}
      <ShowMore
        has={ledger.hasNextPage}
        loading={ledger.isFetchingNextPage}
        load={() => void ledger.fetchNextPage()}
        byItself
      />
    </>
  );
}
