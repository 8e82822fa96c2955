import type { StuckLine } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { stuckWords } from '../../words/stuck-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './stuck.module.css';

/** Why one city stands where it stands, and what can be done about it. */
export function StuckItem({ line }: { line: StuckLine }) {
  const words = useWords(stuckWords);
  const speech = useSpeech();
  const mine = line.options.flatMap(({ page, title }) => (page === null ? [] : [{ page, title }]));
  return (
    <li className={`${styles.item} fade-in`} data-line-of-list>
      <h2 className={styles.city}>
        <Link to={`/journeys/${encodeURIComponent(line.journeyId)}`}>{speech.cityName(line.city)}</Link>{' '}
        <span className="dim small">
          {words.cause[line.cause]}
          {line.demonstration ? ` · ${words.planned}` : null}
        </span>
      </h2>
      <p className={styles.sentence}>{speech.say(line.sentence)}</p>
      {mine.length > 0 ? (
        <div className={styles.options}>
          {mine.map(({ page, title }, index) => (
            <Button
              key={page}
              component={Link}
              to={page}
              variant="default"
              {...(index === 0 ? { 'data-main-act': true } : {})}
            >
              {speech.say(title)}
            </Button>
          ))}
        </div>
      ) : null}
    </li>
  );
}
