import type { Day } from './day';
import { dayNumber, dayOfNumber, daysInMonth, numberOf, partsOf } from './day-number';

/** A quarter of a calendar year: '2027-Q1'. Such strings compare in order. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

/** The quarter in which a day lies. */
export function quarterOf(day: Day): Quarter {
  const { year, month } = partsOf(dayNumber(day));
  return quarterNamed(year, Math.ceil(month / 3));
}

/** The first day of a quarter. */
export function quarterStart(quarter: Quarter): Day {
  const { year, index } = parseQuarter(quarter);
  return dayOfNumber(numberOf(year, index * 3 - 2, 1));
}

/** The last day of a quarter. */
export function quarterEnd(quarter: Quarter): Day {
  const { year, index } = parseQuarter(quarter);
  return dayOfNumber(numberOf(year, index * 3, daysInMonth(year, index * 3)));
}

/** The quarter after this one. */
export function nextQuarter(quarter: Quarter): Quarter {
  const { year, index } = parseQuarter(quarter);
  return index === 4 ? quarterNamed(year + 1, 1) : quarterNamed(year, index + 1);
}

function quarterNamed(year: number, index: number): Quarter {
  return `${year}-Q${index}` as Quarter;
}

function parseQuarter(quarter: Quarter): { year: number; index: number } {
  if (!/^\d{4}-Q[1-4]$/.test(quarter)) throw new RangeError(`Not a quarter: "${quarter}"`);
  return { year: Number(quarter.slice(0, 4)), index: Number(quarter[6]) };
}
