import { ProblemError } from '../../problems/problem-error';
import { readTextTable } from './read-text-table';
import { readWorkbook } from './read-workbook';
import type { Table } from './table';

/** How files begin, whatever they are called. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
const NO_TABLE = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
];

/**
 * The table in a file, by what the file is and not by what it is called.
 * @throws ProblemError import-file-…, import-without-rows, import-too-many-rows
 */
export async function readTable(bytes: Buffer): Promise<Table> {
  const table = await tableOf(bytes);
  if (table.header.length === 0 || table.rows.length === 0) throw new ProblemError('import-without-rows');
  return table;
}

async function tableOf(bytes: Buffer): Promise<Table> {
  const begins = (mark: number[]) => mark.every((byte, index) => bytes[index] === byte);
  if (bytes.length === 0) throw new ProblemError('import-file-empty');
  if (begins(ZIP)) return readWorkbook(bytes);
  if (begins(OLD_OFFICE)) throw new ProblemError('import-file-locked');
  if (NO_TABLE.some(begins)) throw new ProblemError('import-file-of-another-kind');
  return readTextTable(bytes);
}
