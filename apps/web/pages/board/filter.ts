import type { BoardFilter } from '@citypath/contracts';

const known: BoardFilter[] = ['all', 'late', 'at-risk', 'on-hold', 'closed', 'mine', 'to-accept', 'vacancy'];

/** @returns the filter that an address names; all cities when it names none that we know */
export function filterOf(named: string | null): BoardFilter {
  return known.find((filter) => filter === named) ?? 'all';
}
