import type { BoardRow } from '@citypath/contracts';

/**
 * Whether a city needs somebody today: something is due today or late, or its open work lies with the reader.
 * @param me the reader; null: nobody in particular
 */
export function isForToday(row: BoardRow, me: string | null): boolean {
  if (row.status !== 'active') return false;
  const left = row.next?.workingDaysLeft ?? null;
  if (left !== null && left <= 0) return true;
  if (row.cells.some((cell) => cell.sign === 'late')) return true;
  if (me === null) return false;
  const asked = row.cells.some((cell) => (cell.sign === 'open' || cell.sign === 'submitted') && cell.who?.id === me);
  return asked || row.next?.who.person?.id === me;
}
