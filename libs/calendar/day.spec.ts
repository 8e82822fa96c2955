import * as fc from 'fast-check';
import type { Day } from './index';
import { addDays, addMonths, daysBetween, isDay, weekday } from './index';

/** Any day from 1916 to 2190. */
const anyDay = fc.integer({ min: -40_000, max: 60_000 }).map((n) => addDays('2026-06-15', n));

describe('a day', () => {
  it.each([
    '2026-02-30',
    '2027-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-01',
    '2026-01-32',
    '1899-12-31',
  ])('is not %s', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => addDays(text as Day, 1)).toThrow(text);
  });

  it.each(['2201-01-01', '２０２６-01-01', '2026-01-01T00:00', ' 2026-01-01', '', '2026/01/01', '-026-01-01'])(
    'is not "%s" either',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );

  it.each(['1900-01-01', '2024-02-29', '2000-02-29', '2200-12-31'])('is %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it('agrees with the machine on every day of three centuries', () => {
    let day: Day = '1900-01-01';
    for (let ms = Date.UTC(1900, 0, 1); ms < Date.UTC(2200, 11, 31); ms += 86_400_000) {
      const date = new Date(ms);
      if (day !== date.toISOString().slice(0, 10)) throw new Error(`${day} is not ${date.toISOString()}`);
      if (weekday(day) !== (date.getUTCDay() || 7)) throw new Error(`${day} is not a ${date.getUTCDay()}`);
      day = addDays(day, 1);
    }
    expect(day).toBe('2200-12-31');
  });

  it('refuses to leave the years it knows, and parts of days', () => {
    expect(() => addDays('2200-12-31', 1)).toThrow('1900 to 2200');
    expect(() => addMonths('1900-01-31', -1)).toThrow('1900 to 2200');
    expect(() => addDays('2026-01-01', 0.5)).toThrow('whole number');
    expect(() => addMonths('2026-01-01', NaN)).toThrow('whole number');
  });

  it('counts days both ways', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(addDays(addDays(day, n), -n)).toBe(day);
      }),
    );
  });
});

describe('months later', () => {
  it.each<[Day, number, Day]>([
    ['2026-01-31', 1, '2026-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-10-20', 24, '2028-10-20'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %i months is %s', (day, months, is) => {
    expect(addMonths(day, months)).toBe(is);
  });
});
