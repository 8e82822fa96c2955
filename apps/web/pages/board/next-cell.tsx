import type { BoardRow } from '@citypath/contracts';
import { Link } from 'react-router';
import { Provisional } from '../../parts/provisional';
import { boardWords } from '../../words/board-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './board.module.css';

/** What is wanted first of all of one city: the day, how far away it is, the step, who has it. */
export function NextCell({ row, address }: { row: BoardRow; address: string }) {
  const words = useWords(boardWords);
  const speech = useSpeech();
  const { next } = row;
  if (!next)
    return (
      <td role="cell" className={styles.next}>
        <span className={`${styles.cell} dim`}>{words.nothingWanted}</span>
      </td>
    );
  const isLate = next.sign === 'late';
  const who = next.who.person ? speech.name(next.who.person) : speech.say(next.who.seatTitle);
  const about = `${speech.say(next.title)} · ${who}`;
  return (
    <td role="cell" className={styles.next} title={`${about}\n${speech.say(row.why)}`}>
      <Link className={styles.cell} to={`${address}/steps/${encodeURIComponent(next.step)}`} data-main-act>
        <span className={styles.first}>
          {next.dueOn === null ? (
            <span className="dim">{words.dueUnknown}</span>
          ) : (
            <>
              <time dateTime={next.dueOn}>{speech.shortDay(next.dueOn)}</time>
              <Provisional on={next.dueOn} fromOn={row.provisionalFromOn} />
              {next.workingDaysLeft === null ? null : (
                <span className={isLate ? 'hurts' : 'dim'}>
                  {speech.workingDays(next.workingDaysLeft, { dueOn: next.dueOn, late: isLate })}
                </span>
              )}
            </>
          )}
        </span>
        <span className={styles.second}>{about}</span>
      </Link>
    </td>
  );
}
