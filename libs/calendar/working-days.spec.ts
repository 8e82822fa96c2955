import * as fc from 'fast-check';
import { businessDays, china, paris } from './fixtures/calendars';
import type { CalendarData, Day } from './index';
import {
  addDays,
  addWorkingDays,
  firstWorkingDayOnOrAfter,
  isProvisional,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  provisionalFrom,
  weekday,
  workingDaysBetween,
} from './index';

/** Days of a few years around the table of `anyCalendar`, and some far outside it. */
const anyDay: fc.Arbitrary<Day> = fc
  .oneof(
    { weight: 4, arbitrary: fc.integer({ min: -400, max: 400 }) },
    { weight: 1, arbitrary: fc.integer({ min: -40_000, max: 60_000 }) },
  )
  .map((n) => addDays('2026-06-15', n));

const title = { en: 'off', zh: '休' };

/** Calendars with any weekend, and closures and make-up days strewn over 2026, overlapping ones included. */
const anyCalendar: fc.Arbitrary<CalendarData> = fc
  .record({
    weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
    closures: fc.array(fc.record({ start: fc.integer({ min: 0, max: 364 }), days: fc.integer({ min: 1, max: 14 }) }), {
      maxLength: 6,
    }),
    makeUpDays: fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 6 }),
  })
  .map(({ weekend, closures, makeUpDays }) => ({
    ...paris,
    weekend,
    closures: closures.map(({ start, days }) => ({
      from: addDays('2026-01-01', start),
      to: addDays('2026-01-01', start + days - 1),
      title,
    })),
    makeUpDays: makeUpDays.map((n) => ({ on: addDays('2026-01-01', n), title })),
  }));

const anyCount = fc.integer({ min: -300, max: 300 });

describe("China's working days, as counted by hand", () => {
  it.each(businessDays.vectors)('$from and $add more is $is', ({ from, add, is }) => {
    expect(addWorkingDays(china, from, add)).toBe(is);
    expect(workingDaysBetween(china, from, is)).toBe(add);
  });

  it('go backwards over the same holiday', () => {
    expect(addWorkingDays(china, '2026-10-12', -1)).toBe('2026-10-10');
    expect(addWorkingDays(china, '2026-10-08', -1)).toBe('2026-09-30');
    expect(workingDaysBetween(china, '2026-10-10', '2026-09-30')).toBe(-3);
  });

  it('know five working days before a quarter ends', () => {
    expect(addWorkingDays(china, '2026-12-31', -5)).toBe('2026-12-24');
  });
});

describe('a notice amended when the count has begun', () => {
  const bare: CalendarData = { ...china, closures: [], makeUpDays: [] };
  const springFestival = { en: 'Spring Festival', zh: '春节' };
  const labourDay = { en: 'Labour Day', zh: '劳动节' };
  const before: CalendarData = {
    ...bare,
    closures: [
      { from: '2019-05-01', to: '2019-05-01', title: labourDay },
      { from: '2020-01-24', to: '2020-01-30', title: springFestival },
    ],
    makeUpDays: [
      { on: '2020-01-19', title: springFestival },
      { on: '2020-02-01', title: springFestival },
    ],
  };
  const after: CalendarData = {
    ...bare,
    closures: [
      { from: '2019-05-01', to: '2019-05-04', title: labourDay },
      { from: '2020-01-24', to: '2020-02-02', title: springFestival },
    ],
    makeUpDays: [
      { on: '2019-04-28', title: labourDay },
      { on: '2019-05-05', title: labourDay },
      { on: '2020-01-19', title: springFestival },
    ],
  };

  it.each(businessDays.amendments)('$from and $add: $beforeNotice, then $afterNotice', (amendment) => {
    expect(addWorkingDays(before, amendment.from, amendment.add)).toBe(amendment.beforeNotice);
    expect(addWorkingDays(after, amendment.from, amendment.add)).toBe(amendment.afterNotice);
    expect(addWorkingDays(china, amendment.from, amendment.add)).toBe(amendment.afterNotice);
  });
});

describe('days outside the table', () => {
  it('follow the weekend alone', () => {
    expect(addWorkingDays(china, '2150-01-01', 1)).toBe('2150-01-02');
    expect(addWorkingDays(china, '2150-01-02', 1)).toBe('2150-01-05');
    expect(addWorkingDays(china, '1950-01-02', -1)).toBe('1949-12-30');
  });

  it('are provisional, as are those of a year without a notice', () => {
    expect(isProvisional(china, '2026-12-31')).toBe(false);
    expect(isProvisional(china, '2027-01-01')).toBe(true);
    expect(isProvisional(china, '2015-12-31')).toBe(true);
  });

  it('begin with the first year without a notice; without any notice all are', () => {
    expect(provisionalFrom(china)).toBe('2027-01-01');
    expect(provisionalFrom({ ...china, publishedYears: [2026, 2028] })).toBe('2027-01-01');
    expect(isProvisional(paris, provisionalFrom(paris))).toBe(true);
  });

  it('refuse a count that leads out of all years', () => {
    expect(() => addWorkingDays(china, '2026-01-01', 1_000_000)).toThrow('1900 to 2200');
    expect(() => addWorkingDays(china, '2026-01-01', 1.5)).toThrow('whole number');
  });
});

describe('whatever the calendar', () => {
  /** The rule as a person says it, day by day. */
  function works(calendar: CalendarData, day: Day): boolean {
    if (calendar.makeUpDays.some(({ on }) => on === day)) return true;
    if (calendar.closures.some(({ from, to }) => from <= day && day <= to)) return false;
    return !calendar.weekend.includes(weekday(day));
  }

  function walk(calendar: CalendarData, day: Day, n: number): Day {
    let at = day;
    for (let left = Math.abs(n); left > 0;) {
      at = addDays(at, Math.sign(n));
      if (works(calendar, at)) left--;
    }
    return at;
  }

  it('counting is walking from day to day', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: -40, max: 40 }), (calendar, day, n) => {
        expect(isWorkingDay(calendar, day)).toBe(works(calendar, day));
        expect(addWorkingDays(calendar, day, n)).toBe(walk(calendar, day, n));
      }),
      { numRuns: 500 },
    );
  });

  it('the distance to the n-th working day is n', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyCount, (calendar, day, n) => {
        expect(workingDaysBetween(calendar, day, addWorkingDays(calendar, day, n))).toBe(n);
      }),
      { numRuns: 500 },
    );
  });

  it('a working day comes back from where it was sent', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyCount, (calendar, day, n) => {
        const start = firstWorkingDayOnOrAfter(calendar, day);
        expect(addWorkingDays(calendar, addWorkingDays(calendar, start, n), -n)).toBe(start);
      }),
    );
  });

  it('a later day, and a greater count, never lead to an earlier date', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.nat(30), anyCount, (calendar, day, later, n) => {
        const to = addWorkingDays(calendar, day, n);
        if (n !== 0) expect(addWorkingDays(calendar, addDays(day, later), n) >= to).toBe(true);
        expect(addWorkingDays(calendar, day, n + 1) > to).toBe(true);
      }),
    );
  });

  it('the nearest working days hold no other between them and the day', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (calendar, day) => {
        const after = firstWorkingDayOnOrAfter(calendar, day);
        const before = lastWorkingDayOnOrBefore(calendar, day);
        expect([isWorkingDay(calendar, before), isWorkingDay(calendar, after)]).toEqual([true, true]);
        expect(before <= day && day <= after).toBe(true);
        expect(before === after).toBe(isWorkingDay(calendar, day));
        if (before !== after) expect(addWorkingDays(calendar, before, 1)).toBe(after);
      }),
    );
  });
});
