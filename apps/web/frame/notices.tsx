import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { boardQuery, programmesQuery } from '../api/queries';
import { frameWords } from '../words/frame-words';
import { useWords } from '../words/use-words';
import { useLiveChanges } from './use-live-changes';
import styles from './frame.module.css';

/** Quiet lines below the header: the api is away; what is shown is a demonstration. */
export function Notices() {
  const words = useWords(frameWords);
  const away = useLiveChanges();
  const demonstration = useIsDemonstration();
  return (
    <aside className={styles.notices} aria-label={words.notices}>
      <div role="status" className={styles.away}>
        {away ? (
          <div className={`${styles.notice} fade-in`}>
            <p>{words.away}</p>
          </div>
        ) : null}
      </div>
      {demonstration ? (
        <div className={styles.notice}>
          <p>{words.demonstration}</p>
        </div>
      ) : null}
    </aside>
  );
}

/** Whether a journey of the first programme is the demonstration's. The board reads the same rows. */
function useIsDemonstration(): boolean {
  const programme = useQuery(programmesQuery).data?.programmes[0]?.key;
  const board = useInfiniteQuery({ ...boardQuery(programme ?? '', 'all'), enabled: programme !== undefined });
  return board.data?.pages.some(({ rows }) => rows.some((row) => row.demonstration)) ?? false;
}
