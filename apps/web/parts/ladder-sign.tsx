import { SignShape } from './sign';
import styles from './sign.module.css';
import { signWords } from '../words/sign-words';
import { useWords } from '../words/use-words';

/** Late, and nobody is left to tell: the late sign under a bar. Its word stands beside or is read out. */
export function LadderSign() {
  const words = useWords(signWords);
  return (
    <span className={styles.atTheTop} role="img" aria-label={words.toldToTheTop}>
      <SignShape sign="late" />
    </span>
  );
}
