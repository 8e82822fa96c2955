import { readSheet } from 'read-excel-file/node';
import type { Text } from '@citypath/contracts';
import { ProblemError } from '../../problems/problem-error';
import { openArchive } from './archive';
import { columnName, coveredBy, sheetMarks } from './sheet-marks';
import { isEmpty, MOST_ROWS, type Cell, type Table } from './table';

const ERROR_VALUE = /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/;

/**
 * The first sheet of an Excel workbook. Macros are never run: a workbook that has some is refused.
 * @throws ProblemError import-file-with-macros and its neighbours
 */
export async function readWorkbook(bytes: Buffer): Promise<Table> {
  const { names, texts } = await openArchive(bytes);
  if (names.some((part) => /vbaProject\.bin$|^xl\/macrosheets\//i.test(part))) {
    throw new ProblemError('import-file-with-macros');
  }
  if (!texts.has('xl/workbook.xml')) throw new ProblemError('import-file-of-another-kind');
  const { merged, uncomputed, filledRows } = sheetMarks(texts);
  if (filledRows > MOST_ROWS + 1) {
    throw new ProblemError('import-too-many-rows', { params: { rows: filledRows - 1, most: MOST_ROWS } });
  }
  const faults = new Map<string, Cell>(
    [...uncomputed].map(([address, shown]) => [address, { fault: 'formula' as const, shown }]),
  );
  for (const range of merged) {
    for (const address of coveredBy(range)) faults.set(address, { fault: 'merged', shown: range });
  }
  const data = await valuesOf(bytes);
  const top = data.findIndex((row) => row.some((value) => value !== null && value !== ''));
  const header = (data[top] ?? []).map((value) => (value === null ? '' : String(value).trim()));
  const rows = data
    .map((values, index) => ({
      line: index + 1,
      cells: header.map((_, column) => cellOf(values[column], faults.get(`${columnName(column)}${index + 1}`))),
    }))
    .slice(top + 1)
    .filter(({ cells }) => cells.some((cell) => !isEmpty(cell) && !isMerged(cell)));
  return { header, rows, remarks: remarksOf(merged.filter((range) => !isInHeader(range, top + 1))) };
}

type Value = string | number | boolean | Date | null;

async function valuesOf(bytes: Buffer): Promise<Value[][]> {
  try {
    return (await readSheet(bytes)) as Value[][];
  } catch (cause) {
    throw new ProblemError('import-file-broken', { cause });
  }
}

function cellOf(value: Value | undefined, fault: Cell | undefined): Cell {
  if (value === null || value === undefined || value === '') return fault ?? null;
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? { fault: 'error', shown: '' } : { on: value.toISOString().slice(0, 10) };
  }
  if (typeof value === 'string' && ERROR_VALUE.test(value)) return { fault: 'error', shown: value };
  return value;
}

function isMerged(cell: Cell): boolean {
  return typeof cell === 'object' && cell !== null && 'fault' in cell && cell.fault === 'merged';
}

function isInHeader(range: string, headerLine: number): boolean {
  return [...range.matchAll(/\d+/g)].every(([row]) => Number(row) <= headerLine);
}

function remarksOf(merged: string[]): Text[] {
  if (merged.length === 0) return [];
  const shown = merged.slice(0, 5).join(', ');
  const more = merged.length > 5 ? { en: ' and more', zh: '等' } : { en: '', zh: '' };
  return [
    {
      en: `Some cells are merged: ${shown}${more.en}. Only the first cell of a merged one has a value; the others are empty. Unmerge them where each row needs its own.`,
      zh: `部分单元格已合并：${shown}${more.zh}。合并单元格只有第一格有值，其余为空。如每行需要各自的值，请取消合并。`,
    },
  ];
}
