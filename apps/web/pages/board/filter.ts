import type { BoardFilter } from '@citypath/contracts';

/** What the board shows: a filter of the api, or what is for today. */
export type Shown = BoardFilter | 'today';

const known: Shown[] = ['all', 'late', 'at-risk', 'on-hold', 'closed', 'today'];

/** @returns the filter that an address names; all cities when it names none that we know */
export function filterOf(named: string | null): Shown {
  return known.find((filter) => filter === named) ?? 'all';
}
