import { isDay } from './day';

/**
 * An instant in UTC, ISO 8601 with milliseconds, as Date.prototype.toISOString writes it:
 * '2026-11-23T01:00:00.000Z'. Such strings compare in order.
 */
export type Instant = `${string}Z`;

/** A time of the day on the wall clock, 'HH:MM', 00:00 to 23:59. */
export type TimeOfDay = `${number}:${number}`;

const MS_PER_MINUTE = 60_000;
const INSTANT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether a text is an instant as written above, of the years 1900 to 2200. */
export function isInstant(value: string): value is Instant {
  return INSTANT.test(value) && isDay(value.slice(0, 10));
}

/** Whether a text is a time of the day 'HH:MM'; 24:00 is none. */
export function isTimeOfDay(value: string): value is TimeOfDay {
  return TIME_OF_DAY.test(value);
}

/** Milliseconds since 1970 of an instant; a RangeError for what is not one. */
export function msOfInstant(instant: Instant): number {
  const ms = Date.parse(instant);
  // Date.parse also takes '2026-11-23Z' and the like, which would not compare in order with instants.
  if (instant.length !== 24 || Number.isNaN(ms)) throw new RangeError(`Not an instant: "${instant}"`);
  return ms;
}

/** The instant of milliseconds since 1970. */
export function instantOfMs(ms: number): Instant {
  return new Date(ms).toISOString() as Instant;
}

/** Milliseconds from midnight to a time of the day; a RangeError for what is not one. */
export function msOfTimeOfDay(time: TimeOfDay): number {
  if (!isTimeOfDay(time)) throw new RangeError(`Not a time of the day: "${String(time)}"`);
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MS_PER_MINUTE;
}
