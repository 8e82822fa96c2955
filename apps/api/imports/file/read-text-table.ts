import { parse } from 'csv-parse/sync';
import { ProblemError } from '../../problems/problem-error';
import { isEmpty, MOST_ROWS, type Cell, type Table } from './table';

const SEPARATORS = [',', ';', '\t'];

/**
 * A table as text: UTF-8 (with or without a mark), UTF-16 with one, or GB18030; separated by comma, semicolon or tab.
 * @throws ProblemError import-file-unreadable-text, import-too-many-rows
 */
export function readTextTable(bytes: Buffer): Table {
  const text = decoded(bytes);
  const lines = parsed(text, separatorOf(text));
  const top = lines.findIndex(({ record }) => record.some((value) => value.trim() !== ''));
  const header = (lines[top]?.record ?? []).map((title) => title.trim());
  const rows = lines
    .slice(top + 1)
    .map(({ record, info }) => ({
      line: info.lines,
      cells: header.map((_, column): Cell => {
        const value = record[column] ?? '';
        return value.trim() === '' ? null : value;
      }),
    }))
    .filter(({ cells }) => cells.some((cell) => !isEmpty(cell)));
  if (rows.length > MOST_ROWS) {
    throw new ProblemError('import-too-many-rows', { params: { rows: rows.length, most: MOST_ROWS } });
  }
  return { header, rows, remarks: [] };
}

interface ParsedLine {
  record: string[];
  info: { lines: number };
}

function parsed(text: string, delimiter: string): ParsedLine[] {
  try {
    return parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 200_000,
    }) as unknown as ParsedLine[];
  } catch (cause) {
    throw new ProblemError('import-file-unreadable-text', { cause });
  }
}

/** The one that makes the most columns of the titles. */
function separatorOf(text: string): string {
  const first = text.split(/\r?\n/, 20).find((line) => line.trim() !== '') ?? '';
  const columns = (separator: string) => first.split(separator).length;
  return SEPARATORS.reduce((best, separator) => (columns(separator) > columns(best) ? separator : best));
}

function decoded(bytes: Buffer): string {
  for (const encoding of encodingsOf(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      // Not in this one.
    }
  }
  throw new ProblemError('import-file-unreadable-text');
}

function encodingsOf(bytes: Buffer): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}
