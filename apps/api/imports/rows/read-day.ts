import { isDay, type Day } from '@citypath/calendar';
import type { ImportMapping } from '@citypath/contracts';
import type { Cell } from '../file/table';

export type ReadDay = { kind: 'day'; on: Day } | { kind: 'ambiguous'; first: Day; second: Day } | { kind: 'none' };

/** Day 1 of Excel's count, less the leap day of 1900 that never was. */
const EXCEL_EPOCH_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 24 * 3_600_000;
/** Numbers that can only be meant as days: 1990 to 2199. */
const EXCEL_DAYS = { from: 32_874, to: 109_575 };

/**
 * A day as people write it: 2026-10-26, 2026/10/26, 2026.10.26, 20261026, 2026年10月26日, 26/10/2026, or Excel's number.
 * Where day and month could be either, the order decides, or it is told as ambiguous.
 */
export function readDay(cell: Cell, order: ImportMapping['dayOrder']): ReadDay {
  if (typeof cell === 'object' && cell !== null && 'on' in cell) return dayOf(...partsOf(cell.on));
  const text = typeof cell === 'string' ? cell.trim().normalize('NFKC') : cell;
  if (typeof text === 'number' || (typeof text === 'string' && /^\d{5}(\.\d+)?$/.test(text))) {
    return ofExcel(Number(text));
  }
  if (typeof text !== 'string') return { kind: 'none' };
  const yearFirst =
    /^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text) ??
    /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (yearFirst) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  const yearLast = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(text);
  if (!yearLast) return { kind: 'none' };
  const [, a, b, year] = yearLast;
  const [dayFirst, monthFirst] = [dayOf(year, b, a), dayOf(year, a, b)];
  if (dayFirst.kind !== 'day' || monthFirst.kind !== 'day') return dayFirst.kind === 'day' ? dayFirst : monthFirst;
  if (dayFirst.on === monthFirst.on || order === 'day-first') return dayFirst;
  return order === 'month-first' ? monthFirst : { kind: 'ambiguous', first: dayFirst.on, second: monthFirst.on };
}

function ofExcel(days: number): ReadDay {
  if (days === 0 || days < EXCEL_DAYS.from || days > EXCEL_DAYS.to) return { kind: 'none' };
  const on = new Date(EXCEL_EPOCH_MS + Math.floor(days) * DAY_MS).toISOString().slice(0, 10);
  return { kind: 'day', on: on as Day };
}

function dayOf(year = '', month = '', day = ''): ReadDay {
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(on) && on >= '1990-01-01' && on < '2200-01-01' ? { kind: 'day', on } : { kind: 'none' };
}

function partsOf(on: string): [string, string, string] {
  const [year = '', month = '', day = ''] = on.split('-');
  return [year, month, day];
}
