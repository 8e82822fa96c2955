import type { Day } from './day-number';
import {
  dayNumber,
  dayOfNumber,
  daysInMonth,
  modulo,
  numberOf,
  parseDayNumber,
  partsOf,
  wholeNumber,
} from './day-number';

export type { Day } from './day-number';

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Whether a text is a real day (no 30 February) of the years 1900 to 2200. */
export function isDay(value: string): value is Day {
  return parseDayNumber(value) !== undefined;
}

/** The day `n` calendar days after `day`, or before it where `n` is negative. */
export function addDays(day: Day, n: number): Day {
  return dayOfNumber(dayNumber(day) + wholeNumber(n));
}

/** The same day of the month `n` months later, or the last of that month where it is shorter: 31 Jan + 1 = 28 Feb. */
export function addMonths(day: Day, n: number): Day {
  const { year, month, dayOfMonth } = partsOf(dayNumber(day));
  const months = year * 12 + (month - 1) + wholeNumber(n);
  const toYear = Math.floor(months / 12);
  const toMonth = modulo(months, 12) + 1;
  return dayOfNumber(numberOf(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth))));
}

/** Calendar days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO weekday: Monday is 1, Sunday is 7. */
export function weekday(day: Day): Weekday {
  return weekdayOfNumber(dayNumber(day));
}

/** ISO weekday of a day's number. */
export function weekdayOfNumber(number: number): Weekday {
  return (modulo(number + 3, 7) + 1) as Weekday;
}
