import * as fc from 'fast-check';
import type { Day, Quarter } from './index';
import { addDays, nextQuarter, quarterEnd, quarterOf, quarterStart } from './index';

/** Any day from 1916 to 2190. */
const anyDay = fc.integer({ min: -40_000, max: 60_000 }).map((n) => addDays('2026-06-15', n));

describe('a quarter', () => {
  it.each<[Day, Quarter]>([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2026-11-22', '2026-Q4'],
  ])('%s lies in %s', (day, quarter) => {
    expect(quarterOf(day)).toBe(quarter);
  });

  it('begins, ends and is followed by the next', () => {
    expect(quarterStart('2027-Q1')).toBe('2027-01-01');
    expect(quarterEnd('2027-Q1')).toBe('2027-03-31');
    expect(quarterEnd('2026-Q4')).toBe('2026-12-31');
    expect(nextQuarter('2026-Q4')).toBe('2027-Q1');
    expect(nextQuarter('2027-Q1')).toBe('2027-Q2');
  });

  it('holds its days, without a day between it and the next', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const quarter = quarterOf(day);
        expect(quarterStart(quarter) <= day && day <= quarterEnd(quarter)).toBe(true);
        expect(addDays(quarterEnd(quarter), 1)).toBe(quarterStart(nextQuarter(quarter)));
      }),
    );
  });

  it('is refused when it is none', () => {
    expect(() => quarterStart('2026-Q5' as Quarter)).toThrow('2026-Q5');
  });
});
