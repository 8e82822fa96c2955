import type { LetterToCome } from '@citypath/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { comingLettersQuery, letterToComeQuery } from '../../api/queries';
import { CityName } from '../../parts/city-name';
import { Failure } from '../../parts/failure';
import { Provisional } from '../../parts/provisional';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { letterWords } from '../../words/letter-words';
import { useSpeech, useWords } from '../../words/use-words';
import { byDay } from './by-day';
import { ComingActs } from './letter-acts';
import { LetterWords } from './letter-words-shown';
import { askOf } from './letters-choice';
import styles from './letters.module.css';

interface Props {
  search: URLSearchParams;
  /** The key of the letter that stands open. */
  open: string | null;
  onOpen: (key: string | null) => void;
}

/** What will be sent by itself in the next 30 days if nobody acts, day by day. */
export function ComingLetters({ search, open, onOpen }: Props) {
  const words = useWords(letterWords);
  const speech = useSpeech();
  const { city, journey, step, person } = askOf(search);
  const coming = useQuery(comingLettersQuery({ city, journey, step, person }));
  if (coming.isPending) return <SkeletonLines lines={10} height={45} />;
  if (!coming.data) return <Failure error={coming.error} again={() => void coming.refetch()} />;
  const { letters } = coming.data;
  const days = byDay(letters, ({ goesOn, dueOn }) => goesOn ?? dueOn).sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <>
      <p className="dim small">{words.comingExplained(speech.day(coming.data.untilOn))}</p>
      {letters.length === 0 ? <p className={styles.empty}>{words.comingEmpty}</p> : null}
      {days.map(([day, ofDay]) => (
        <section key={day} aria-label={speech.day(day)}>
          <h2 className={styles.comingDay}>{speech.day(day)}</h2>
          <ol className={styles.coming}>
            {ofDay.map((letter) => (
              <ComingLine key={letter.key} letter={letter} isOpen={letter.key === open} onOpen={onOpen} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

/** One letter to come: what it says, why on that day, and what becomes of it. */
function ComingLine({ letter, isOpen, onOpen }: { letter: LetterToCome; isOpen: boolean; onOpen: Props['onOpen'] }) {
  const words = useWords(letterWords);
  const speech = useSpeech();
  const said = speech.say(letter.sentence);
  const goes = letter.fate === 'goes' || letter.fate === 'digest';
  return (
    <li data-line-of-list>
      <Link className={styles.comingCity} to={addressOf(letter)}>
        <CityName city={letter.city} />
      </Link>
      <div>
        <button
          type="button"
          className={styles.open}
          aria-expanded={isOpen}
          aria-label={isOpen ? words.close(said) : words.open(said)}
          onClick={() => onOpen(isOpen ? null : letter.key)}
          data-line
        >
          {said}
        </button>
        <span className={styles.second}>
          {speech.say(letter.kindTitle)} · {speech.say(letter.cause)}
          <Provisional on={letter.goesOn ?? letter.dueOn} fromOn={letter.provisionalFromOn} />
        </span>
      </div>
      <div className={styles.fate}>
        {goes ? null : words.fates[letter.fate]}
        <span className={goes ? 'dim' : styles.second}>{speech.say(letter.fateSentence)}</span>
        {letter.skipped?.reason ? <span className={styles.second}>{letter.skipped.reason}</span> : null}
      </div>
      {isOpen ? <OpenedComing letter={letter} /> : null}
    </li>
  );
}

function OpenedComing({ letter }: { letter: LetterToCome }) {
  const words = useWords(letterWords);
  const draft = useQuery({ ...letterToComeQuery(letter.key), enabled: letter.may.preview });
  return (
    <div className={`${styles.letter} ${styles.openedComing} fade-in`}>
      <div className={styles.beside}>
        <p className="dim small">{words.asItWouldStand}</p>
        <ComingActs letter={letter} />
      </div>
      {letter.may.preview && draft.isPending ? <SkeletonLines lines={8} height={28} /> : null}
      {draft.isError && !draft.data ? <Failure error={draft.error} again={() => void draft.refetch()} /> : null}
      {draft.data ? (
        <LetterWords
          title={draft.data.subject}
          text={draft.data.text}
          html={draft.data.html}
          language={draft.data.language}
        />
      ) : null}
    </div>
  );
}

function addressOf({ journeyId, step }: LetterToCome): string {
  const journey = `/journeys/${encodeURIComponent(journeyId)}`;
  return step === null ? journey : `${journey}/steps/${encodeURIComponent(step.ref)}`;
}
