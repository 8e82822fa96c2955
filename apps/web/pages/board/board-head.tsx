import type { BoardFilter, BoardResponse } from '@citypath/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { sessionQuery } from '../../api/queries';
import { joinsCitiesTo } from '../../api/rights';
import { boardWords } from '../../words/board-words';
import { manyWords } from '../../words/many-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './board.module.css';

/** The programme, its counts (each is a filter), and its next review. */
export function BoardHead({ board, shown }: { board: BoardResponse; shown: BoardFilter }) {
  const words = useWords(boardWords);
  const speech = useSpeech();
  const { counts, programme } = board;
  const manyAtOnce = useWords(manyWords);
  const roles = useQuery(sessionQuery).data?.roles ?? [];
  const mayActOnMany = counts.cities > 0 && roles.some(joinsCitiesTo(programme.key));
  const filters = [
    { filter: 'all', count: counts.cities },
    { filter: 'late', count: counts.late },
    { filter: 'at-risk', count: counts.atRisk },
    { filter: 'on-hold', count: counts.onHold },
    { filter: 'closed', count: counts.closed },
    { filter: 'mine', count: counts.mine },
    { filter: 'to-accept', count: counts.toAccept },
    { filter: 'vacancy', count: counts.vacancy },
  ] as const;
  return (
    <div className={styles.head}>
      <h1>{speech.say(programme.title)}</h1>
      <nav className={styles.filters} aria-label={words.filter}>
        {filters
          .filter(({ filter, count }) => count > 0 || filter === 'all' || filter === 'late' || filter === shown)
          .map(({ filter, count }) => (
            <Link
              key={filter}
              to={addressOf(programme.key, filter)}
              aria-current={shown === filter ? 'true' : undefined}
              data-hurts={filter === 'late' && count > 0 ? true : undefined}
            >
              {words.filters[filter](count)}
            </Link>
          ))}
        {board.nextReviewOn === null ? null : (
          <span className="dim">{words.nextReview(speech.shortDay(board.nextReviewOn))}</span>
        )}
        {mayActOnMany ? (
          <Link to={`/programmes/${encodeURIComponent(programme.key)}/many?filter=${shown}`}>
            {manyAtOnce.fromBoard}
          </Link>
        ) : null}
        {(['xlsx', 'csv'] as const).map((format) => (
          <a key={format} href={exportAddressOf(programme.key, shown, format)} download>
            {words.exportAs[format]}
          </a>
        ))}
      </nav>
    </div>
  );
}

function addressOf(programme: string, filter: BoardFilter): string {
  const search = new URLSearchParams({ programme });
  if (filter !== 'all') search.set('filter', filter);
  return `/?${search.toString()}`;
}

function exportAddressOf(programme: string, filter: BoardFilter, format: 'xlsx' | 'csv'): string {
  return `/api/v1/board-export?${new URLSearchParams({ programme, filter, format }).toString()}`;
}
