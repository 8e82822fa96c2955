import type { DryRunResponse, LetterChange, StepChange } from '@citypath/contracts';
import { useId } from 'react';
import { PartyName } from '../../parts/party-name';
import { Provisional } from '../../parts/provisional';
import { SignAndWord } from '../../parts/sign';
import { dryRunWords } from '../../words/dry-run-words';
import { signWords } from '../../words/sign-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './dry-run.module.css';

/** What an act would change, in one sentence and then in full: steps, letters with their words, and what stays done. */
export function DryRunView({ looked }: { looked: DryRunResponse }) {
  const words = useWords(dryRunWords);
  const speech = useSpeech();
  const id = useId();
  const { steps, letters, final, untilOn, provisionalFromOn } = looked;
  return (
    <section aria-labelledby={id} className={`${styles.looked} fade-in`}>
      <h3 id={id}>{words.title}</h3>
      <p>{speech.say(looked.sentence)}</p>
      {final.map((text) => (
        <p key={text.en} className={styles.final}>
          {words.final}
          {speech.colon}
          {speech.say(text)}
        </p>
      ))}
      {steps.length > 0 ? <h4>{words.steps}</h4> : null}
      <ul>
        {steps.map((change) => (
          <StepLine key={change.ref} change={change} provisionalFromOn={provisionalFromOn} />
        ))}
      </ul>
      {letters.length > 0 ? <h4>{words.letters(speech.day(untilOn))}</h4> : null}
      <ul>
        {letters.map((letter, index) => (
          <LetterLine key={index} letter={letter} provisionalFromOn={provisionalFromOn} />
        ))}
      </ul>
      <p className="dim small">{words.asSeen}</p>
    </section>
  );
}

interface StepLineProps {
  change: StepChange;
  provisionalFromOn: string;
}

export function StepLine({ change, provisionalFromOn }: StepLineProps) {
  const { title, formerTitle, fate, before, after } = change;
  const words = useWords(dryRunWords);
  const speech = useSpeech();
  const isMoved = before.seat !== null && after.seat !== null && before.seat.en !== after.seat.en;
  const common = { isMoved, provisionalFromOn };
  const isCalledOtherwiseOnly = formerTitle !== null && JSON.stringify(before) === JSON.stringify(after);
  return (
    <li>
      <span>
        <strong>{speech.say(title)}</strong>
        {formerTitle === null ? null : <span className="dim"> · {words.called(speech.say(formerTitle))}</span>}
      </span>
      <span className={styles.change}>
        {fate === 'new' ? <span>{words.isNew}</span> : <Standing {...before} {...common} />}
        {isCalledOtherwiseOnly ? null : (
          <>
            <span aria-label={words.becomes}>→</span>
            {fate === 'let-go' ? <span>{words.letGo}</span> : <Standing {...after} {...common} />}
          </>
        )}
      </span>
    </li>
  );
}

type StandingProps = StepChange['before'] & {
  /** Who has the step is what changes. */
  isMoved: boolean;
  provisionalFromOn: string;
};

function Standing({ sign, dueOn, doneOn, seat, isMoved, provisionalFromOn }: StandingProps) {
  const words = useWords(dryRunWords);
  const speech = useSpeech();
  const day = dueOn !== null ? words.due(speech.day(dueOn)) : doneOn !== null ? words.done(speech.day(doneOn)) : null;
  return (
    <span className={styles.standing}>
      <SignAndWord sign={sign} /> {day === null ? null : <span className="dim">{day}</span>}
      <Provisional on={sign === 'done' ? null : (dueOn ?? doneOn)} fromOn={provisionalFromOn} />
      {isMoved && seat ? <span>· {speech.say(seat)}</span> : null}
    </span>
  );
}

export function LetterLine({ letter, provisionalFromOn }: { letter: LetterChange; provisionalFromOn: string }) {
  const [words, signs] = [useWords(dryRunWords), useWords(signWords)];
  const speech = useSpeech();
  const marked = (on: string) => (on < provisionalFromOn ? speech.day(on) : signs.markedProvisional(speech.day(on)));
  return (
    <li>
      <span>
        <strong>{words[letter.change]}</strong> · {speech.say(letter.kindTitle)} · <PartyName party={letter.to} />
      </span>
      <span className="dim small">{speech.sentences(speech.say(letter.sentence), daysOf(letter, words, marked))}</span>
      {letter.words ? (
        <details>
          <summary>{words.words}</summary>
          <p>
            <strong>{letter.words.subject}</strong>
          </p>
          <pre>{letter.words.text}</pre>
        </details>
      ) : null}
    </li>
  );
}

function daysOf(
  { beforeOn, afterOn }: LetterChange,
  words: (typeof dryRunWords)['en'],
  day: (on: string) => string,
): string {
  if (afterOn === null) return beforeOn === null ? '' : words.wouldHaveGone(day(beforeOn));
  return beforeOn === null ? words.goes(day(afterOn)) : words.goesInstead(day(afterOn), day(beforeOn));
}
