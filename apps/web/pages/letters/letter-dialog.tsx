import type { LetterResponse } from '@citypath/contracts';
import { useQuery } from '@tanstack/react-query';
import { letterQuery } from '../../api/queries';
import { Dialog } from '../../parts/dialog';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { letterWords } from '../../words/letter-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './letters.module.css';

/** One letter: the exact text as it was sent, and what became of it. */
export function LetterDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useWords(letterWords);
  const speech = useSpeech();
  const letter = useQuery(letterQuery(id));
  const title = letter.data ? (letter.data.subject ?? speech.say(letter.data.kindTitle)) : words.title;
  return (
    <Dialog title={title} wide onClose={onClose}>
      {letter.isPending ? <SkeletonLines lines={8} height={28} /> : null}
      {letter.isError && !letter.data ? <Failure error={letter.error} again={() => void letter.refetch()} /> : null}
      {letter.data ? <Letter letter={letter.data} /> : null}
    </Dialog>
  );
}

function Letter({ letter }: { letter: LetterResponse }) {
  const words = useWords(letterWords);
  const speech = useSpeech();
  const facts: [string, string | null][] = [
    [words.to, letter.recipient ? speech.fullName(letter.recipient) : words.nobody],
    [words.address, letter.address],
    [words.dueAt, speech.instant(letter.dueAt)],
    [words.sentAt, letter.settledAt === null ? null : speech.instant(letter.settledAt)],
    [words.state, speech.say(letter.statusSentence)],
    [words.attempts, letter.attempts > 1 ? String(letter.attempts) : null],
    [words.answer, letter.smtpResponse],
    [words.messageId, letter.messageId],
  ];
  return (
    <>
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
      {letter.text === null ? (
        <p className="dim">{words.noText}</p>
      ) : (
        <pre className={styles.text} lang={langOf(letter.language)} tabIndex={0}>
          {letter.text}
        </pre>
      )}
    </>
  );
}

/** A letter in both languages is of no one language. */
function langOf(language: string | null): string | undefined {
  if (language === null) return undefined;
  return language === 'zh' ? 'zh-CN' : 'en';
}
