import { Button } from '@mantine/core';
import { failureOf } from '../api/problem-error';
import { frameWords } from '../words/frame-words';
import { useWords } from '../words/use-words';
import styles from './failure.module.css';

/** What is shown in place of something that could not be read. */
export function Failure({ error, again }: { error: unknown; again?: () => void }) {
  const words = useWords(frameWords);
  const failure = failureOf(error);
  return (
    <div className={styles.failure} role="alert">
      <p>{failure.kind === 'problem' ? failure.problem.detail : words.noAnswer}</p>
      {again ? (
        <Button variant="default" onClick={again}>
          {words.tryAgain}
        </Button>
      ) : null}
    </div>
  );
}
