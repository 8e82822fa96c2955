import { addDays, weekday } from '@citypath/calendar';
import type { PublicHoliday } from './public-holiday';

/** The Easter days always fall on a weekend, and nothing is given for them. */
const OF_EASTER = /orthodox/;

/**
 * What the package does not know of Bulgaria's holidays: 26 December is one, and for each that falls on a Saturday or
 * Sunday, those of Easter apart, the next working day is off.
 *
 * Source: Labour Code of Bulgaria, article 154, paragraphs 1 and 2 (in force since 2017).
 */
export function withBulgarianLaw(holidays: readonly PublicHoliday[], year: number): PublicHoliday[] {
  const all: PublicHoliday[] = [...holidays, { on: `${year}-12-26`, days: 1, name: 'Boxing Day', rule: '12-26' }];
  const off = new Set(all.map(({ on }) => on));
  const instead = all
    .filter(({ on, rule }) => weekday(on) > 5 && !OF_EASTER.test(rule))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .map((holiday): PublicHoliday => {
      let on = addDays(holiday.on, 1);
      while (weekday(on) > 5 || off.has(on)) on = addDays(on, 1);
      off.add(on);
      return { ...holiday, on };
    });
  return [...all, ...instead];
}
