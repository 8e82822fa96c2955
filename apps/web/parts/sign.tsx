import type { Sign } from '@citypath/contracts';
import type { ReactNode } from 'react';
import { signWords } from '../words/sign-words';
import { useWords } from '../words/use-words';
import styles from './sign.module.css';

/**
 * The six signs, drawn, so that no font turns them into pictures: done ✓, open ○, late ●, on hold ⏸, waiting ·,
 * not needed –. What is handed in is still open, and its word says so. The word always stands beside.
 */
const shapes: Record<Sign, ReactNode> = {
  done: (
    <>
      <circle cx="7" cy="7" r="6.5" fill="currentColor" />
      <path d="M4 7.2 6.2 9.4 10 4.9" fill="none" stroke="var(--paper)" strokeWidth="1.6" />
    </>
  ),
  open: <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  submitted: <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  late: <circle cx="7" cy="7" r="6.5" fill="currentColor" />,
  'on-hold': <path d="M4.5 2v10M9.5 2v10" stroke="currentColor" strokeWidth="2.6" />,
  waiting: <circle cx="7" cy="7" r="1.7" fill="currentColor" />,
  'not-needed': <path d="M3 7h8" stroke="currentColor" strokeWidth="1.6" />,
};

export function SignShape({ sign }: { sign: Sign }) {
  return (
    <svg
      className={[styles.sign, styles[sign]].join(' ')}
      viewBox="0 0 14 14"
      data-sign={sign}
      aria-hidden="true"
      focusable="false"
    >
      {shapes[sign]}
    </svg>
  );
}

/** A state by shape and word. */
export function SignAndWord({ sign, word }: { sign: Sign; word?: string }) {
  const words = useWords(signWords);
  return (
    <span className={styles.word}>
      <SignShape sign={sign} />
      <span className={sign === 'late' ? styles.lateWord : undefined}>{word ?? words.sign[sign]}</span>
    </span>
  );
}
