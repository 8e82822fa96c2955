import type { RightsReach } from '@citypath/contracts';
import { rightsWords } from '../../words/rights-words';
import { useWords } from '../../words/use-words';
import styles from './rights.module.css';

/** Full: everywhere. Half: within one's own. A dash: no. The word always stands beside. */
export function ReachCell({ reach }: { reach: RightsReach }) {
  const words = useWords(rightsWords);
  return (
    <span className={styles.reach} data-reach={reach}>
      <svg viewBox="0 0 14 14" width="12" height="12" aria-hidden="true" focusable="false">
        {reach === 'no' ? (
          <path d="M3 7h8" stroke="currentColor" strokeWidth="1.6" />
        ) : reach === 'everywhere' ? (
          <circle cx="7" cy="7" r="6.3" fill="currentColor" />
        ) : (
          <>
            <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
            <path d="M7 1.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
          </>
        )}
      </svg>
      {words.reach[reach]}
    </span>
  );
}
