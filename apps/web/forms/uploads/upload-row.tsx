import { Button } from '@mantine/core';
import { paperWords } from '../../words/paper-words';
import { useWords } from '../../words/use-words';
import type { UploadItem, UploadQueue } from './upload-queue';
import styles from './uploads.module.css';

/** One file on its way: how far it got, in a bar and in words, and what one may do with it. */
export function UploadRow({ item, queue }: { item: UploadItem; queue: UploadQueue }) {
  const words = useWords(paperWords);
  const { key, name, state, sentBytes, sizeBytes } = item;
  const percent = sizeBytes === 0 ? 0 : Math.floor((sentBytes / sizeBytes) * 100);
  const isMoving = state === 'sending' || state === 'paused' || state === 'stopped';
  return (
    <li className={styles.file} data-state={state}>
      <span className={styles.what}>
        <bdi>{name}</bdi>
        <span className="dim small">
          {words.size(sizeBytes)}
          {isMoving ? ` · ${percent} %` : ''} · {words.state[state]}
        </span>
        {isMoving || state === 'checking' ? (
          <progress className={styles.bar} max={100} value={percent} aria-label={words.progress(name)} />
        ) : null}
        {state === 'refused' || state === 'stopped' ? (
          <span role="alert" className={`small ${styles.error}`}>
            {item.reason ?? words.noAnswer}
          </span>
        ) : null}
      </span>
      <span className={styles.acts}>
        {state === 'sending' ? (
          <Button variant="subtle" aria-label={words.pauseNamed(name)} onClick={() => queue.pause(key)}>
            {words.pause}
          </Button>
        ) : null}
        {state === 'paused' ? (
          <Button variant="subtle" aria-label={words.resumeNamed(name)} onClick={() => queue.go(key)}>
            {words.resume}
          </Button>
        ) : null}
        {state === 'stopped' ? (
          <Button variant="subtle" aria-label={words.retryNamed(name)} onClick={() => queue.go(key)}>
            {words.retry}
          </Button>
        ) : null}
        {state === 'checking' ? null : (
          <Button variant="subtle" aria-label={words.removeNamed(name)} onClick={() => queue.remove(key)}>
            {words.remove}
          </Button>
        )}
      </span>
    </li>
  );
}
