import * as fc from 'fast-check';
import { china, paris } from './fixtures/calendars';
import type { CalendarData, Day, Instant, TimeOfDay } from './index';
import { addDays, dayAt, endOfDay, instantAt, isInstant } from './index';

/** Any day from 1916 to 2190. */
const anyDay = fc.integer({ min: -40_000, max: 60_000 }).map((n) => addDays('2026-06-15', n));

/** Calendars whose clocks change at any time by any number of quarter hours, at least three days apart. */
const anyZone: fc.Arbitrary<CalendarData> = fc
  .array(fc.record({ hoursLater: fc.integer({ min: 72, max: 4000 }), quarters: fc.integer({ min: -48, max: 56 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((changes) => {
    let ms = Date.UTC(2025, 11, 1);
    const offsets = changes.map(({ hoursLater, quarters }) => {
      ms += hoursLater * 3_600_000;
      return { from: new Date(ms).toISOString() as `${string}Z`, minutes: quarters * 15 };
    });
    return { ...paris, offsets };
  });

describe('in Shanghai', () => {
  it('the working day begins at 01:00 UTC', () => {
    expect(instantAt(china, '2026-11-23')).toBe('2026-11-23T01:00:00.000Z');
    expect(instantAt(china, '2026-11-23', '00:30')).toBe('2026-11-22T16:30:00.000Z');
  });

  it('the day ends at 16:00 UTC, and the last millisecond before is in time', () => {
    expect(endOfDay(china, '2026-11-23')).toBe('2026-11-23T16:00:00.000Z');
    expect(dayAt(china, '2026-11-23T15:59:59.999Z')).toBe('2026-11-23');
    expect(dayAt(china, '2026-11-23T16:00:00.000Z')).toBe('2026-11-24');
  });

  it('a deadline at midnight in Paris is 07:00 of the next day', () => {
    const deadline = endOfDay(paris, '2026-03-08');
    expect(deadline).toBe(instantAt(china, '2026-03-09', '07:00'));
  });

  it('any day of the programme gives itself back', () => {
    fc.assert(fc.property(anyDay, (day) => expect(dayAt(china, instantAt(china, day))).toBe(day)));
  });
});

describe('in Paris', () => {
  it.each<[string, Day, TimeOfDay, Instant]>([
    ['a winter morning', '2026-01-05', '09:00', '2026-01-05T08:00:00.000Z'],
    ['a summer morning', '2026-07-06', '09:00', '2026-07-06T07:00:00.000Z'],
    ['before the first change', '2020-07-06', '09:00', '2020-07-06T08:00:00.000Z'],
    ['after the last change', '2050-07-06', '09:00', '2050-07-06T08:00:00.000Z'],
    ['the last minute before clocks go forward', '2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['a time that never comes: an hour later', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['the first time after it', '2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['a time that comes twice: the first', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['the first time that comes once again', '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
  ])('%s', (_, day, time, instant) => {
    expect(instantAt(paris, day, time)).toBe(instant);
  });

  it('the days of change have 23 and 25 hours', () => {
    const hours = (day: Day) =>
      (Date.parse(endOfDay(paris, day)) - Date.parse(instantAt(paris, day, '00:00'))) / 3_600_000;
    expect([hours('2026-03-28'), hours('2026-03-29'), hours('2026-10-25')]).toEqual([24, 23, 25]);
  });

  it("agrees with the machine's zone table for every hour of two years", () => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });
    for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2028, 0, 1); ms += 3_600_000) {
      const instant = new Date(ms).toISOString() as Instant;
      if (dayAt(paris, instant) !== format.format(ms)) throw new Error(`${instant} is ${format.format(ms)}`);
    }
    expect(dayAt(paris, '2026-06-30T22:00:00.000Z')).toBe('2026-07-01');
  });
});

describe('where midnight itself is skipped', () => {
  const saoPaulo: CalendarData = {
    ...paris,
    offsets: [
      { from: '2018-02-18T02:00:00.000Z', minutes: -180 },
      { from: '2018-11-04T03:00:00.000Z', minutes: -120 },
    ],
  };

  it('the day begins at one', () => {
    expect(endOfDay(saoPaulo, '2018-11-03')).toBe('2018-11-04T03:00:00.000Z');
    expect(dayAt(saoPaulo, '2018-11-04T02:59:59.999Z')).toBe('2018-11-03');
  });
});

describe('where clocks go forward over midnight', () => {
  const toronto1919: CalendarData = {
    ...paris,
    offsets: [
      { from: '1918-10-27T06:00:00.000Z', minutes: -300 },
      { from: '1919-03-31T04:30:00.000Z', minutes: -240 },
    ],
  };
  const samoa: CalendarData = {
    ...paris,
    offsets: [
      { from: '2011-09-24T14:00:00.000Z', minutes: -600 },
      { from: '2011-12-30T10:00:00.000Z', minutes: 840 },
    ],
  };

  it('the day ends when they do', () => {
    expect(endOfDay(toronto1919, '1919-03-30')).toBe('1919-03-31T04:30:00.000Z');
  });

  it('a day that was left out ends when it would have begun', () => {
    expect(endOfDay(samoa, '2011-12-29')).toBe('2011-12-30T10:00:00.000Z');
    expect(endOfDay(samoa, '2011-12-30')).toBe('2011-12-30T10:00:00.000Z');
  });
});

describe('wherever clocks change', () => {
  /** All instants at which the wall clock shows a reading, by trying every offset. */
  function instantsShowing(calendar: CalendarData, wallMs: number): number[] {
    return calendar.offsets
      .filter(({ from, minutes }, index) => {
        const ms = wallMs - minutes * 60_000;
        const next = calendar.offsets[index + 1];
        return (index === 0 || ms >= Date.parse(from)) && (!next || ms < Date.parse(next.from));
      })
      .map(({ minutes }) => wallMs - minutes * 60_000);
  }

  it('a time of the day is the first instant that shows it, and gives its day back', () => {
    fc.assert(
      fc.property(anyZone, fc.nat(900), fc.nat(23), (calendar, later, hour) => {
        const day = addDays('2025-11-15', later);
        const time = `${String(hour).padStart(2, '0')}:15` as TimeOfDay;
        const showing = instantsShowing(calendar, Date.parse(`${day}T${time}:00.000Z`));
        if (showing.length === 0) return;
        const instant = instantAt(calendar, day, time);
        expect(Date.parse(instant)).toBe(Math.min(...showing));
        expect(dayAt(calendar, instant)).toBe(day);
      }),
      { numRuns: 2000 },
    );
  });

  it('the end of a day lies after all its hours, and a day has no second end', () => {
    fc.assert(
      fc.property(anyZone, fc.nat(900), (calendar, later) => {
        const day = addDays('2025-11-15', later);
        const end = endOfDay(calendar, day);
        expect(dayAt(calendar, end) > day).toBe(true);
        const justBefore = new Date(Date.parse(end) - 1).toISOString() as Instant;
        expect(dayAt(calendar, justBefore) <= day).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an instant', () => {
  it('is written in one way only, so that instants compare as texts', () => {
    expect(isInstant('2026-11-23T01:00:00.000Z')).toBe(true);
    for (const text of [
      '2026-11-23T01:00:00Z',
      '2026-11-23T01:00:00.000+00:00',
      '2026-02-30T01:00:00.000Z',
      '2026-11-23T24:00:00.000Z',
      '2026-11-23T01:00:60.000Z',
      '2026-11-23',
      '+002026-11-23T01:00:00.000Z',
    ]) {
      expect([text, isInstant(text)]).toEqual([text, false]);
    }
  });

  it('is refused when it is none', () => {
    expect(() => dayAt(china, '2026-11-23Z')).toThrow('Not an instant');
    expect(() => instantAt(china, '2026-11-23', '24:00')).toThrow('Not a time of the day');
  });
});
