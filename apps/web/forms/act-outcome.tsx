import type { Failure } from '../api/problem-error';
import { formWords } from '../words/form-words';
import { useWords } from '../words/use-words';
import type { DoingAct } from './use-act';
import styles from './forms.module.css';

interface Props {
  doing: DoingAct;
  failure: Failure | null;
  /** What is wrong, but with no field that is shown. */
  rest: string[];
  hasFieldErrors: boolean;
}

/** What became of an act, in words, above the button. */
export function ActOutcome({ doing, failure, rest, hasFieldErrors }: Props) {
  const words = useWords(formWords);
  return (
    <div className={styles.outcome}>
      <div role="status">
        {doing.beingRecorded === 'yes' ? <p>{words.beingRecorded}</p> : null}
        {doing.beingRecorded === 'for-long' ? <p>{words.stillBeingRecorded}</p> : null}
      </div>
      <div role="alert">
        {failure && !doing.busy ? (
          <div className={styles.refusal}>
            <p>{hasFieldErrors && rest.length === 0 ? words.fieldErrors : textOf(failure, words)}</p>
            {rest.map((detail) => (
              <p key={detail}>{detail}</p>
            ))}
          </div>
        ) : null}
        {!failure && hasFieldErrors ? <p className={styles.refusal}>{words.fieldErrors}</p> : null}
      </div>
    </div>
  );
}

function textOf(failure: Failure, words: (typeof formWords)['en']): string {
  if (failure.kind === 'no-answer') return words.unanswered;
  return failure.problem.code === 'command-unknown' ? words.knowNothing : failure.problem.detail;
}
