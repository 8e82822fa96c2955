import type { CityStep, PersonShort } from '@citypath/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { commentWords } from '../../words/comment-words';
import { useWords } from '../../words/use-words';
import { RoundItem } from './step-rounds';
import city from './city.module.css';
import styles from './comments.module.css';

interface Props {
  step: CityStep;
  people: PersonShort[];
  /** The page of the step. */
  address: string;
  /** The acts, beside what they are about. */
  children: ReactNode;
}

/** What was handed in beside the form that decides on it, with what was said when it was last returned above. */
export function AcceptingPaper({ step, people, address, children }: Props) {
  const words = useWords(commentWords);
  const round = step.rounds.at(-1);
  const before = step.rounds.slice(0, -1).findLast(({ outcome }) => outcome === 'returned');
  return (
    <div className={styles.accepting}>
      <div className={styles.paper}>
        {before?.comment ? (
          <>
            <p className="dim small">{words.lastRound}</p>
            <blockquote className={city.words}>{before.comment}</blockquote>
          </>
        ) : null}
        <h4>{words.handedIn}</h4>
        {round ? <RoundItem round={round} step={step} people={people} /> : null}
        <p className="small">
          <Link to={`${address}?at=comments`} preventScrollReset>
            {words.askQuestion}
          </Link>
        </p>
      </div>
      <div>{children}</div>
    </div>
  );
}
