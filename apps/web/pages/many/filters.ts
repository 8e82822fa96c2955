import type { BoardFilter } from '@citypath/contracts';

/** The filters of the board, in its order. */
export const boardFilter: BoardFilter[] = [
  'all',
  'late',
  'at-risk',
  'on-hold',
  'closed',
  'mine',
  'to-accept',
  'vacancy',
];
