import type { Day } from '@citypath/calendar';
import { addWorkingDays, checkCalendar, isProvisional, isWorkingDay, workingDaysBetween } from '@citypath/calendar';
import { chinaCalendar } from './china';

const china = chinaCalendar(2016, 2028);

describe("China's calendar, built from the package", () => {
  it('is well formed, whatever the years asked for', () => {
    expect(checkCalendar(china)).toEqual([]);
    expect(checkCalendar(chinaCalendar(2004, 2040))).toEqual([]);
    expect(checkCalendar(chinaCalendar(2026, 2026))).toEqual([]);
  });

  it('is small enough to travel with every journey', () => {
    expect(JSON.stringify(china).length).toBeLessThan(16_000);
  });

  // Counted by hand from the notices.
  it.each<[Day, number, Day]>([
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-09-18', 1, '2026-09-20'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-01-02', 1, '2026-01-04'],
    ['2026-04-30', 1, '2026-05-06'],
    ['2026-04-30', 4, '2026-05-09'],
    ['2025-01-24', 1, '2025-01-26'],
    ['2025-01-24', 3, '2025-02-05'],
    ['2025-09-26', 1, '2025-09-28'],
    ['2025-09-30', 1, '2025-10-09'],
    ['2025-09-30', 3, '2025-10-11'],
    ['2024-02-02', 1, '2024-02-04'],
    ['2024-02-09', 1, '2024-02-18'],
    ['2024-02-09', 2, '2024-02-19'],
    ['2021-04-23', 1, '2021-04-25'],
    ['2019-10-31', 5, '2019-11-07'],
    ['2018-04-27', 1, '2018-04-28'],
    ['2018-04-27', 2, '2018-05-02'],
    ['2018-12-28', 1, '2018-12-29'],
    ['2018-12-29', 1, '2019-01-02'],
    // As amended on 27 Jan 2020 and on 22 Mar 2019: the package knows the last word only.
    ['2020-01-23', 1, '2020-02-03'],
    ['2019-04-30', 1, '2019-05-05'],
  ])('%s and %i working days is %s', (from, add, is) => {
    expect(addWorkingDays(china, from, add)).toBe(is);
  });

  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, days) => {
    expect(workingDaysBetween(china, `${year - 1}-12-31` as Day, `${year}-12-31` as Day)).toBe(days);
  });

  it.each<[number, string]>([
    [2017, '01-22 02-04 04-01 05-27 09-30'],
    [2018, '02-11 02-24 04-08 04-28 09-29 09-30 12-29'],
    [2019, '02-02 02-03 04-28 05-05 09-29 10-12'],
    [2020, '01-19 04-26 05-09 06-28 09-27 10-10'],
    [2021, '02-07 02-20 04-25 05-08 09-18 09-26 10-09'],
    [2024, '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12'],
    [2025, '01-26 02-08 04-27 09-28 10-11'],
    [2026, '01-04 02-14 02-28 05-09 09-20 10-10'],
  ])('%i has the make-up days of its notice, and of the next', (year, days) => {
    const inYear = china.makeUpDays.map(({ on }) => on).filter((on) => on.startsWith(`${year}-`));
    expect(inYear.map((on) => on.slice(5)).join(' ')).toBe(days);
  });

  it('has the days that a notice takes from the year before, also when that year is the last asked for', () => {
    const until2018 = chinaCalendar(2018, 2018);
    expect(isWorkingDay(until2018, '2018-12-29')).toBe(true);
    expect(isWorkingDay(until2018, '2018-12-31')).toBe(false);
  });

  it('names the holidays in both languages', () => {
    expect(china.closures.find(({ from }) => from === '2026-02-15')).toEqual({
      from: '2026-02-15',
      to: '2026-02-23',
      title: { en: 'Spring Festival', zh: '春节' },
    });
  });

  it('calls a year published only when its notice is in the package', () => {
    expect(china.publishedYears.slice(0, 11)).toEqual([
      2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ]);
    expect(isProvisional(chinaCalendar(2026, 2040), '2040-06-01')).toBe(true);
  });

  it('keeps the fixed holidays of a year without a notice', () => {
    const far = chinaCalendar(2040, 2040);
    expect(far.publishedYears).toEqual([]);
    expect(far.closures.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2040-01-01 2040-01-01',
      '2040-05-01 2040-05-03',
      '2040-10-01 2040-10-03',
    ]);
  });
});
