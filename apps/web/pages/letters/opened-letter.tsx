import type { LetterResponse } from '@citypath/contracts';
import { useQuery } from '@tanstack/react-query';
import { letterQuery } from '../../api/queries';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { letterWords } from '../../words/letter-words';
import { useSpeech, useWords } from '../../words/use-words';
import { LetterActs } from './letter-acts';
import { LetterWords } from './letter-words-shown';
import styles from './letters.module.css';

/** One letter, opened in its place: the exact words as they were sent, what became of it, and what one can do now. */
export function OpenedLetter({ id, onOpen }: { id: string; onOpen: (id: string | null) => void }) {
  const letter = useQuery(letterQuery(id));
  if (letter.isPending) return <SkeletonLines lines={8} height={28} />;
  if (!letter.data) return <Failure error={letter.error} again={() => void letter.refetch()} />;
  const shown = letter.data;
  return (
    <div className={`${styles.letter} fade-in`}>
      <div className={styles.beside}>
        <Facts letter={shown} />
        <Carrying letter={shown} onOpen={onOpen} />
        <LetterActs letter={shown} />
      </div>
      <Words letter={shown} />
    </div>
  );
}

function Words({ letter: { subject, kindTitle, status, text, html, language, withheld } }: { letter: LetterResponse }) {
  const words = useWords(letterWords);
  const speech = useSpeech();
  if (withheld) return <p className="dim">{words.withheld}</p>;
  if (text === null) return <p className="dim">{status === 'presumed-sent' ? words.lostText : words.noText}</p>;
  return <LetterWords title={subject ?? speech.say(kindTitle)} text={text} html={html} language={language} />;
}

function Facts({ letter }: { letter: LetterResponse }) {
  const words = useWords(letterWords);
  const speech = useSpeech();
  const { skipped } = letter;
  const facts: [string, string | null][] = [
    [words.to, letter.recipient ? speech.fullName(letter.recipient) : words.nobody],
    [words.address, letter.address],
    [words.cause, speech.say(letter.cause)],
    [words.dueAt, speech.instant(letter.dueAt)],
    [words.heldUntil, letter.heldUntilAt && speech.instant(letter.heldUntilAt)],
    [words.sentAt, letter.settledAt && speech.instant(letter.settledAt)],
    [words.state, speech.say(letter.statusSentence)],
    [words.skippedBy, skipped?.by ? speech.fullName(skipped.by) : null],
    [words.reason, skipped?.reason ?? null],
    [words.attempts, letter.attempts > 1 ? String(letter.attempts) : null],
    [words.answer, letter.smtpResponse],
    [words.messageId, letter.messageId],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, fact]) =>
        fact === null ? null : (
          <div key={name}>
            <dt className="dim">{name}</dt>
            <dd>{fact}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** The letter that took this one along, and those that this one took along. */
function Carrying({ letter, onOpen }: { letter: LetterResponse; onOpen: (id: string) => void }) {
  const words = useWords(letterWords);
  const speech = useSpeech();
  const { carriedBy, carried } = letter;
  if (carriedBy === null && carried.length === 0) return null;
  return (
    <div className={styles.carrying}>
      {carriedBy ? (
        <button type="button" className={styles.link} onClick={() => onOpen(carriedBy.id)}>
          {words.carrier}
        </button>
      ) : null}
      {carried.length > 0 ? (
        <>
          <h3 className="small">{words.carried}</h3>
          <ul className="small">
            {carried.map((one) => (
              <li key={one.id}>
                {speech.cityName(one.city)} · {speech.say(one.kindTitle)}
                {one.step ? ` · ${speech.say(one.step.title)}` : ''}
                <span className={styles.second}>{speech.say(one.cause)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
