import type { Gap } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useSpeech } from '../words/use-words';
import styles from './gap-line.module.css';

/** A gap in a chain: who is missing, and what mends it. */
export function GapLine({ gap }: { gap: Gap }) {
  const speech = useSpeech();
  const { title, page } = gap.mends;
  return (
    <div className={styles.gap}>
      <p>{speech.say(gap.sentence)}</p>
      {page === null ? (
        <p className="dim small">{speech.say(title)}</p>
      ) : (
        <Button component={Link} to={page} variant="default" data-main-act>
          {speech.say(title)}
        </Button>
      )}
    </div>
  );
}
