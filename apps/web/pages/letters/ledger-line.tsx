import type { LedgerRow, LetterStatus } from '@citypath/contracts';
import { Link } from 'react-router';
import { CityName } from '../../parts/city-name';
import { localDay, localTime } from '../../words/dates';
import { letterWords } from '../../words/letter-words';
import { useSpeech, useWords } from '../../words/use-words';
import { withChoice } from './letters-choice';
import styles from './letters.module.css';

interface Props {
  letter: LedgerRow;
  search: URLSearchParams;
  isOpen: boolean;
  onOpen: (id: string | null) => void;
}

/** What hurts is what did not arrive and should have. */
const hurting: LetterStatus[] = ['refused', 'bounced', 'unknown', 'presumed-sent'];

/** One letter: when it fell due, what and why, to whom, and what became of it. */
export function LedgerLine({ letter, search, isOpen, onOpen }: Props) {
  const words = useWords(letterWords);
  const speech = useSpeech();
  const subject = letter.subject ?? letter.step?.title[speech.language] ?? speech.say(letter.kindTitle);
  const onlyPerson = letter.recipient && withChoice(search, { person: letter.recipient.id });
  return (
    <tr role="row" className="fade-in" data-line-of-list>
      <td role="cell" className="dim">
        <time dateTime={letter.dueAt}>{localTime(letter.dueAt)}</time>
      </td>
      <td role="cell">
        <CityName city={letter.city} />
      </td>
      <td role="cell">
        <button
          type="button"
          className={styles.open}
          aria-expanded={isOpen}
          aria-label={isOpen ? words.close(subject) : words.open(subject)}
          onClick={() => onOpen(isOpen ? null : letter.id)}
          data-line
        >
          {subject}
        </button>
        <span className={styles.second}>
          {speech.say(letter.kindTitle)} · {speech.say(letter.cause)}
        </span>
      </td>
      <td role="cell">
        {letter.recipient && onlyPerson ? (
          <Link className="plain-link" to={`/letters?${onlyPerson.toString()}`}>
            {speech.name(letter.recipient)}
          </Link>
        ) : (
          words.nobody
        )}
        <span className={styles.second}>{speech.say(letter.seatTitle)}</span>
      </td>
      <td role="cell">
        <span className={hurting.includes(letter.status) ? 'hurts' : undefined}>
          {letter.skipped ? words.skipped : words.status[letter.status]}
          {letter.crossed ? ` · ${words.crossed}` : ''}
          <Settled letter={letter} />
        </span>
        <span className={styles.second}>{speech.say(letter.statusSentence)}</span>
      </td>
    </tr>
  );
}

/** When it was settled, where that is not the moment of falling due. */
function Settled({ letter: { settledAt, dueAt } }: Pick<Props, 'letter'>) {
  const words = useWords(letterWords);
  const speech = useSpeech();
  if (settledAt === null) return null;
  const sameDay = localDay(settledAt) === localDay(dueAt);
  const at = sameDay ? localTime(settledAt) : speech.instant(settledAt);
  return (
    <time className="dim" dateTime={settledAt}>
      {' '}
      · {sameDay ? at : words.settled(at)}
    </time>
  );
}
