/** A calendar day 'YYYY-MM-DD', without a zone. Such strings compare in order. */
export type Day = `${number}-${number}-${number}`;

/**
 * Days counted from 1970-01-01 = 0, so that days can be added and compared as numbers.
 * The conversions are Howard Hinnant's civil-from-days: integer arithmetic only, since a forecast
 * calls them hundreds of thousands of times.
 */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2200;

const DAYS_IN_ERA = 146_097;
const DAYS_BEFORE_1970 = 719_468;

/** The number of a real day of the years 1900 to 2200; undefined for any other text. */
export function parseDayNumber(value: string): number | undefined {
  if (value.length !== 10 || value[4] !== '-' || value[7] !== '-') return undefined;
  const year = digits(value, 0, 4);
  const month = digits(value, 5, 7);
  const dayOfMonth = digits(value, 8, 10);
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR) || !(month >= 1 && month <= 12)) return undefined;
  if (!(dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month))) return undefined;
  return numberOf(year, month, dayOfMonth);
}

/** The number of a day; a RangeError for what is not a day. */
export function dayNumber(day: Day): number {
  const number = parseDayNumber(day);
  if (number === undefined) throw new RangeError(`Not a calendar day of ${FIRST_YEAR} to ${LAST_YEAR}: "${day}"`);
  return number;
}

/** The day of a number; a RangeError outside the years 1900 to 2200, so that a Day is always a day. */
export function dayOfNumber(number: number): Day {
  const { year, month, dayOfMonth } = partsOf(number);
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) {
    throw new RangeError(`The day lies outside the years ${FIRST_YEAR} to ${LAST_YEAR}`);
  }
  return `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as Day;
}

/** The number of a day given in parts, which must be real. */
export function numberOf(year: number, month: number, dayOfMonth: number): number {
  const yearFromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(yearFromMarch / 400);
  const yearOfEra = yearFromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - DAYS_BEFORE_1970;
}

/** Year, month (1 to 12) and day of the month of a day's number. */
export function partsOf(number: number): { year: number; month: number; dayOfMonth: number } {
  const shifted = number + DAYS_BEFORE_1970;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** How many days a month (1 to 12) has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The remainder that is never negative, for days and weeks before the start of a count. */
export function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

/** A count of days, months or working days; a RangeError for anything but a whole number. */
export function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number: ${value}`);
  return value;
}

function digits(value: string, start: number, end: number): number {
  let result = 0;
  for (let at = start; at < end; at++) {
    const digit = value.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    result = result * 10 + digit;
  }
  return result;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
