import type { LadderInWords } from '@citypath/contracts';
import { LadderSign } from '../../parts/ladder-sign';
import { useSpeech } from '../../words/use-words';
import styles from './city.module.css';

/** Where the delay stands with those above: at its end by a sign of its own, else in a quiet line. */
export function LadderLine({ ladder }: { ladder: LadderInWords }) {
  const speech = useSpeech();
  const hurts = ladder.kind === 'ended' || ladder.kind === 'contact-lost';
  return (
    <p className={hurts ? styles.ladder : 'dim small'} data-ladder={ladder.kind}>
      {ladder.kind === 'ended' ? <LadderSign /> : null}
      {speech.say(ladder.sentence)}
    </p>
  );
}
