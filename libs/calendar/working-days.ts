import type { CalendarData } from './calendar-data';
import type { Day } from './day';
import { dayNumber, dayOfNumber, FIRST_YEAR, wholeNumber } from './day-number';
import { workingWeeksOf } from './working-weeks';

/** Whether people work on a day: no weekend and no closure, or a make-up day (which rules over both). */
export function isWorkingDay(calendar: CalendarData, day: Day): boolean {
  const weeks = workingWeeksOf(calendar);
  const number = dayNumber(day);
  return weeks.countBefore(number + 1) > weeks.countBefore(number);
}

/**
 * Whether the holidays of the day's year are not published. The last days of a published year are not
 * provisional either, though the next year's notice may still move them (30 and 31 Dec 2018 became days off
 * with the notice for 2019): whoever counts across New Year sees a provisional day on the other side.
 */
export function isProvisional(calendar: CalendarData, day: Day): boolean {
  return !calendar.publishedYears.includes(Number(day.slice(0, 4)));
}

/** The day from which on all days are provisional: the first of the first year after published ones without a notice. */
export function provisionalFrom({ publishedYears }: CalendarData): Day {
  let year = Math.min(...publishedYears);
  if (!Number.isFinite(year)) return `${FIRST_YEAR}-01-01` as Day;
  while (publishedYears.includes(year)) year += 1;
  return `${year}-01-01` as Day;
}

/** The n-th working day after `day` (before it, where n is negative); `day` itself is never counted, and n = 0 gives it back. */
export function addWorkingDays(calendar: CalendarData, day: Day, n: number): Day {
  if (wholeNumber(n) === 0) return day;
  const weeks = workingWeeksOf(calendar);
  const number = dayNumber(day);
  return dayOfNumber(weeks.dayAfter(n > 0 ? weeks.countBefore(number + 1) + n - 1 : weeks.countBefore(number) + n));
}

/**
 * Working days after `from` up to and including `to`; where `to` is earlier, minus those before `from`
 * down to and including `to`. So it gives n for the `to` that addWorkingDays(from, n) gave.
 */
export function workingDaysBetween(calendar: CalendarData, from: Day, to: Day): number {
  const weeks = workingWeeksOf(calendar);
  const fromNumber = dayNumber(from);
  const toNumber = dayNumber(to);
  return toNumber >= fromNumber
    ? weeks.countBefore(toNumber + 1) - weeks.countBefore(fromNumber + 1)
    : weeks.countBefore(toNumber) - weeks.countBefore(fromNumber);
}

/** The day itself if it is a working day, else the next one. */
export function firstWorkingDayOnOrAfter(calendar: CalendarData, day: Day): Day {
  const weeks = workingWeeksOf(calendar);
  return dayOfNumber(weeks.dayAfter(weeks.countBefore(dayNumber(day))));
}

/** The day itself if it is a working day, else the one before. */
export function lastWorkingDayOnOrBefore(calendar: CalendarData, day: Day): Day {
  const weeks = workingWeeksOf(calendar);
  return dayOfNumber(weeks.dayAfter(weeks.countBefore(dayNumber(day) + 1) - 1));
}
