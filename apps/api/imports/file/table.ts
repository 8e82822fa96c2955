import type { Text } from '@citypath/contracts';

/** What stands in a cell, as far as it can be known. */
export type Cell =
  | string
  | number
  | boolean
  | null
  /** A day, 'YYYY-MM-DD'. */
  | { on: string }
  /** Something that has no value: a formula that was never computed, an error, a part of a merged cell. */
  | { fault: 'formula' | 'error' | 'merged'; shown: string };

/** The first sheet of a file. */
export interface Table {
  header: string[];
  /** `line` as a spreadsheet program numbers it. */
  rows: { line: number; cells: Cell[] }[];
  /** What is to be said of the file as a whole. */
  remarks: Text[];
}

export const MOST_BYTES = 5 * 1024 * 1024;
export const MOST_ROWS = 5_000;

/** A cell as it is shown to people, and as it is typed. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell);
  return 'on' in cell ? cell.on : cell.shown;
}

export function isEmpty(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
