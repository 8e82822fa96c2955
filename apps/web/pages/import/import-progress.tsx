import type { ImportResponse } from '@citypath/contracts';
import { importWords } from '../../words/import-words';
import { useWords } from '../../words/use-words';
import styles from './import.module.css';

/** How far the work in the background is. */
export function ImportProgress({ file }: { file: ImportResponse }) {
  const words = useWords(importWords);
  const { done = 0, failed = 0, waiting = 0, running = 0, undone = 0, kept = 0 } = file.progress;
  const isUndoing = file.status === 'undoing';
  const settled = isUndoing ? undone + kept : done + failed;
  const all = isUndoing ? settled + done : settled + waiting + running;
  const said = isUndoing ? words.undoing(settled, all) : words.running(done, all);
  return (
    <section className={styles.total}>
      <p role="status">{said}</p>
      <progress className={styles.progress} max={all} value={settled} aria-label={said} />
      <p className="dim small">{words.runningHint}</p>
    </section>
  );
}
