import type { BulkDryRunResponse, BulkDryRunRow } from '@citypath/contracts';
import { useId } from 'react';
import { LetterLine, StepLine } from '../../forms/dry-run/dry-run-view';
import { PartyName } from '../../parts/party-name';
import { dryRunWords } from '../../words/dry-run-words';
import { manyWords } from '../../words/many-words';
import { useSpeech, useWords } from '../../words/use-words';
import looks from '../../forms/dry-run/dry-run.module.css';
import styles from './many.module.css';

/** What an act would change: in one sentence, letter by letter for today, and city by city. */
export function ManyChanges({ looked }: { looked: BulkDryRunResponse }) {
  const words = useWords(manyWords);
  const speech = useSpeech();
  const id = useId();
  const { messages, moreMessages, journeys, totals } = looked;
  return (
    <section aria-labelledby={id} className={`${looks.looked} ${styles.looked} fade-in`}>
      <h2 id={id}>{words.changes}</h2>
      <p>{speech.say(looked.sentence)}</p>
      {totals.refused === totals.journeys ? <p className="hurts">{words.nobodyTakes}</p> : null}
      {messages.length > 0 ? <h3>{words.messages}</h3> : null}
      <ul>
        {messages.map(({ to, letters, subject, text }, index) => (
          <li key={index}>
            <span>
              <strong>
                <PartyName party={to} />
              </strong>{' '}
              · {words.lettersIn(letters)}
            </span>
            <details>
              <summary>{subject}</summary>
              <pre>{text}</pre>
            </details>
          </li>
        ))}
      </ul>
      {moreMessages > 0 ? <p className="dim small">{words.moreMessages(moreMessages)}</p> : null}
      <h3>{words.eachCity}</h3>
      <ul>
        {journeys.map((row) => (
          <CityChanges key={row.journeyId} row={row} />
        ))}
      </ul>
      <p className="dim small">{words.asSeen}</p>
    </section>
  );
}

function CityChanges({ row }: { row: BulkDryRunRow }) {
  const [words, ofDryRuns] = [useWords(manyWords), useWords(dryRunWords)];
  const speech = useSpeech();
  const { city, refusal, sentence, steps, letters, final, provisionalFromOn } = row;
  return (
    <li data-refused={refusal ? true : undefined}>
      <span>
        <strong>{speech.cityName(city)}</strong> {sentence ? speech.say(sentence) : null}
      </span>
      {refusal ? (
        <span className={styles.refusal}>
          {words.results.refused}
          {speech.colon}
          {speech.say(refusal.detail)}
        </span>
      ) : null}
      {final.map((text) => (
        <p key={text.en} className={looks.final}>
          {ofDryRuns.final}
          {speech.colon}
          {speech.say(text)}
        </p>
      ))}
      {steps.length + letters.length > 0 ? (
        <details>
          <summary>{words.details}</summary>
          <ul>
            {steps.map((change) => (
              <StepLine key={change.ref} change={change} provisionalFromOn={provisionalFromOn} />
            ))}
            {letters.map((letter, index) => (
              <LetterLine key={index} letter={{ ...letter, words: null }} provisionalFromOn={provisionalFromOn} />
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}
