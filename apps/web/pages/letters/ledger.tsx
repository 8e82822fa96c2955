import type { LedgerRow, LetterStatus } from '@citypath/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { lettersQuery } from '../../api/queries';
import type { LettersAsk } from '../../api/reads';
import { CityName } from '../../parts/city-name';
import { Failure } from '../../parts/failure';
import { ShowMore } from '../../parts/show-more';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { letterWords } from '../../words/letter-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './letters.module.css';

interface Props {
  ask: LettersAsk;
  onOpen: (id: string) => void;
}

/** Every letter, newest first, with what became of it. */
export function Ledger({ ask, onOpen }: Props) {
  const words = useWords(letterWords);
  const ledger = useInfiniteQuery(lettersQuery(ask));
  const letters = ledger.data?.pages.flatMap((page) => page.letters) ?? [];
  const isFiltered = Object.values(ask).some((value) => value !== undefined);

  if (ledger.isPending) return <SkeletonLines lines={10} height={49} />;
  if (!ledger.data) return <Failure error={ledger.error} again={() => void ledger.refetch()} />;
  if (letters.length === 0)
    return (
      <div className={styles.empty}>
        <p>{isFiltered ? words.emptyFiltered : words.empty}</p>
        {isFiltered ? <Link to="/letters">{words.clear}</Link> : null}
      </div>
    );
  return (
    <>
      <table className={styles.ledger} role="table" aria-label={words.ledger}>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" className={styles.when}>
              {words.when}
            </th>
            <th scope="col" role="columnheader" className={styles.place}>
              {words.city}
            </th>
            <th scope="col" role="columnheader">
              {words.what}
            </th>
            <th scope="col" role="columnheader" className={styles.to}>
              {words.to}
            </th>
            <th scope="col" role="columnheader" className={styles.state}>
              {words.state}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {letters.map((letter) => (
            <LedgerLine key={letter.id} letter={letter} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
      <ShowMore
        has={ledger.hasNextPage}
        loading={ledger.isFetchingNextPage}
        load={() => void ledger.fetchNextPage()}
        byItself
      />
    </>
  );
}

/** What hurts is what did not arrive and should have. */
const hurting: LetterStatus[] = ['refused', 'bounced', 'unknown'];

function LedgerLine({ letter, onOpen }: { letter: LedgerRow; onOpen: (id: string) => void }) {
  const words = useWords(letterWords);
  const speech = useSpeech();
  const subject = letter.subject ?? letter.step?.title[speech.language] ?? words.noSubject;
  return (
    <tr role="row" className="fade-in" data-line-of-list>
      <td role="cell" className="dim">
        <time dateTime={letter.settledAt ?? letter.dueAt}>{speech.instant(letter.settledAt ?? letter.dueAt)}</time>
      </td>
      <td role="cell">
        <CityName city={letter.city} />
      </td>
      <td role="cell">
        <button
          type="button"
          className={styles.open}
          aria-label={words.open(subject)}
          onClick={() => onOpen(letter.id)}
          data-line
        >
          {subject}
        </button>
        <span className={styles.second}>{speech.say(letter.kindTitle)}</span>
      </td>
      <td role="cell">
        {letter.recipient ? speech.name(letter.recipient) : words.nobody}
        <span className={styles.second}>{speech.say(letter.seatTitle)}</span>
      </td>
      <td role="cell">
        <span className={hurting.includes(letter.status) ? 'hurts' : undefined}>
          {words.status[letter.status]}
          {letter.crossed ? ` · ${words.crossed}` : ''}
        </span>
        <span className={styles.second}>{speech.say(letter.statusSentence)}</span>
      </td>
    </tr>
  );
}
