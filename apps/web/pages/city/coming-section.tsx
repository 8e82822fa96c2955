import type { ComingLetter } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { cityWords } from '../../words/city-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './city.module.css';

const shownAtFirst = 5;

/** The letters and escalations that come if nobody acts. */
export function ComingSection({ letters, todayOn }: { letters: ComingLetter[]; todayOn: string }) {
  const words = useWords(cityWords);
  const [all, setAll] = useState(false);
  const shown = all ? letters : letters.slice(0, shownAtFirst);
  return (
    <section aria-labelledby="coming">
      <h2 id="coming">{words.nextByItself}</h2>
      {letters.length === 0 ? <p className="dim">{words.nothingByItself}</p> : null}
      <ol className={styles.coming}>
        {shown.map((letter) => (
          <ComingItem key={keyOf(letter)} letter={letter} todayOn={todayOn} />
        ))}
      </ol>
      {letters.length > shown.length ? (
        <Button variant="default" size="compact-md" onClick={() => setAll(true)}>
          {words.moreComing(letters.length - shown.length)}
        </Button>
      ) : null}
    </section>
  );
}

function ComingItem({ letter, todayOn }: { letter: ComingLetter; todayOn: string }) {
  const words = useWords(cityWords);
  const speech = useSpeech();
  return (
    <li>
      <p>{speech.say(letter.sentence)}</p>
      {letter.on === todayOn ? <p className="dim small">{words.today}</p> : null}
    </li>
  );
}

function keyOf(letter: ComingLetter): string {
  return [letter.at, letter.kind, letter.step, letter.to.seat, letter.to.person?.id, letter.sentence.en].join(' ');
}
