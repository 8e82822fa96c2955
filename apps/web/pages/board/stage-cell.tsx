import type { BoardCell, Text } from '@citypath/contracts';
import { Link } from 'react-router';
import { Provisional } from '../../parts/provisional';
import { SignAndWord } from '../../parts/sign';
import { boardWords } from '../../words/board-words';
import { signWords } from '../../words/sign-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './board.module.css';

interface Props {
  cell: BoardCell;
  stage: Text | undefined;
  address: string;
  provisionalFromOn: string;
}

/** One stage of one city: its state; then date, who and step. The word is whole, the line below may be cut short. */
export function StageCell({ cell, stage, address, provisionalFromOn }: Props) {
  const [words, signs] = [useWords(boardWords), useWords(signWords)];
  const speech = useSpeech();
  const state = useStateWord(cell);
  const isOpen = cell.sign === 'open' || cell.sign === 'late' || cell.sign === 'submitted';
  const isDated = isOpen && cell.sign !== 'late';
  const date = !isDated ? null : cell.dueOn === null ? words.dueUnknown : speech.shortDay(cell.dueOn);
  const about = [cell.step ? speech.say(cell.step.title) : null, cell.who ? speech.name(cell.who) : null]
    .filter((part) => part !== null)
    .join(' · ');
  const isProvisional = cell.dueOn !== null && cell.dueOn >= provisionalFromOn;
  const day = cell.dueOn === null ? null : speech.day(cell.dueOn);
  const whole = [day !== null && isProvisional ? signs.markedProvisional(day) : day, about].filter(Boolean).join(' · ');
  const content = (
    <>
      <span className={styles.first}>
        <SignAndWord sign={cell.sign} word={state} />
        {cell.sign === 'open' && cell.of > 1 ? (
          <span className="dim" title={words.settledOf(cell.done, cell.of)}>
            {cell.done}/{cell.of}
          </span>
        ) : null}
      </span>
      {date === null && about === '' ? null : (
        <span className={styles.datedSecond}>
          {date === null ? null : (
            <span>
              {date}
              <Provisional on={cell.dueOn} fromOn={provisionalFromOn} asSign />
            </span>
          )}
          <span className={styles.second}>
            {date === null || about === '' ? null : <span aria-hidden="true">· </span>}
            {about}
          </span>
        </span>
      )}
    </>
  );
  return (
    <td role="cell" data-sign={cell.sign} title={whole === '' ? undefined : whole}>
      {stage ? <span className={styles.stageName}>{speech.say(stage)}</span> : null}
      {cell.step ? (
        <Link
          className={styles.cell}
          to={`${address}/steps/${encodeURIComponent(cell.step.ref)}`}
          state={{ look: true }}
        >
          {content}
        </Link>
      ) : (
        <span className={styles.cell}>{content}</span>
      )}
    </td>
  );
}

function useStateWord(cell: BoardCell): string {
  const signs = useWords(signWords);
  const { language } = useSpeech();
  if (cell.sign === 'late' && cell.workingDaysLate !== null && cell.workingDaysLate > 0)
    return signs.lateByShort(cell.workingDaysLate);
  if (cell.sign !== 'done') return signs.sign[cell.sign];
  const word = cell.presumed ? signs.presumed : signs.sign.done;
  return cell.known ? word : `${word}${language === 'zh' ? '？' : ' ?'}`;
}
