import type { RunDryRunResponse } from '@citypath/contracts';
import { useId } from 'react';
import { Provisional } from '../../parts/provisional';
import { dryRunWords } from '../../words/dry-run-words';
import { stuckWords } from '../../words/stuck-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './run-acts.module.css';

/** What an act would do to the workflow of a city, told beforehand. */
export function RunLook({ looked }: { looked: RunDryRunResponse }) {
  const dry = useWords(dryRunWords);
  const words = useWords(stuckWords);
  const speech = useSpeech();
  const id = useId();
  const { sentence, stands, activities, final } = looked;
  return (
    <section aria-labelledby={id} className={styles.look}>
      <h3 id={id}>{words.runLook}</h3>
      <p>{speech.say(sentence)}</p>
      {final.map((text) => (
        <p key={text.en} className={styles.final}>
          {dry.final}
          {speech.colon}
          {speech.say(text)}
        </p>
      ))}
      {activities.length > 0 ? <h4>{words.triedNow}</h4> : null}
      <ul>
        {activities.map(({ type, attempt, lastFailure }, index) => (
          <li key={index}>{words.activity(type, attempt, lastFailure)}</li>
        ))}
      </ul>
      {stands ? <p>{speech.say(stands.sentence)}</p> : null}
      <ul>
        {stands?.steps.map(({ ref, title, dueOn }) => (
          <li key={ref}>
            {speech.say(title)} <span className="dim">{dueOn === null ? words.noDay : dry.due(speech.day(dueOn))}</span>
            <Provisional on={dueOn} fromOn={stands.provisionalFromOn} />
          </li>
        ))}
      </ul>
      <p className="dim small">{dry.asSeen}</p>
    </section>
  );
}
