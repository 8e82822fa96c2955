import { addDays, type CalendarData, type Day, type Text } from '@citypath/calendar';
import Holidays from 'date-holidays';
import { withBulgarianLaw } from './bulgaria';
import { chineseHolidayTitle } from './holiday-titles';
import { offsetsOf } from '@citypath/store';
import type { PublicHoliday } from './public-holiday';
import { weekendOf } from './weekends';

const DAY_MS = 86_400_000;
/** Laws of holidays are made with so much notice; parliaments rarely touch the year that comes. */
const KNOWN_YEARS_AHEAD = 1;
/** The package names some countries without knowing a holiday of theirs. */
const ANY_YEAR = 2026;
/** Names of the months by which a holiday waits for the moon to be seen, as the package writes its rules. */
const MOON_SIGHTED = /Muharram|Safar|Rabi|Jumada|Rajab|Shaban|Ramadan|Shawwal|Dhu/;

const KNOWN: Record<string, string> = new Holidays().getCountries('en');

/** Whether the holidays of a country are known at all. China's are, but by its notices: see china.ts. */
export function hasHolidays(country: string): boolean {
  return country !== 'CN' && country in KNOWN && holidaysOf(publicHolidays(country), ANY_YEAR).length > 0;
}

/** The countries whose holidays the package names, China apart. */
export const knownCountries: readonly string[] = Object.keys(KNOWN).filter((country) => country !== 'CN');

/**
 * The public holidays of a whole country, as its laws have them, on a zone's clock. Those of its regions and cities are
 * not in it: a city enters them as its own closures.
 *
 * Published are the years up to the one after `thisYear`; where holidays wait for the moon to be seen, only those that are
 * past. All others are computed too, and provisional.
 *
 * @param country ISO 3166, of which {@link hasHolidays}; @param zone an IANA name. @throws RangeError for no zone
 */
export function countryCalendar(
  country: string,
  zone: string,
  { fromYear, toYear, thisYear }: { fromYear: number; toYear: number; thisYear: number },
): CalendarData {
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  const rules = publicHolidays(country);
  const holidays = years.flatMap((year) => {
    const known = holidaysOf(rules, year);
    return country === 'BG' ? withBulgarianLaw(known, year) : known;
  });
  const moonSighted = holidays.some(({ rule }) => MOON_SIGHTED.test(rule));
  const lastPublished = moonSighted ? thisYear - 1 : thisYear + KNOWN_YEARS_AHEAD;
  return {
    format: 1,
    key: country.toLowerCase(),
    title: titleOf(country),
    zone,
    offsets: offsetsOf(zone, Date.UTC(fromYear, 0, 1), Date.UTC(toYear + 1, 0, 1)),
    weekend: weekendOf(country),
    morning: '09:00',
    closures: closuresOf(holidays),
    makeUpDays: [],
    publishedYears: years.filter((year) => year <= lastPublished),
  };
}

function publicHolidays(country: string): Holidays {
  return new Holidays(country, { types: ['public'] });
}

function holidaysOf(rules: Holidays, year: number): PublicHoliday[] {
  return rules.getHolidays(year, 'en').flatMap(({ date, start, end, name, rule }) => {
    const days = Math.round((end.getTime() - start.getTime()) / DAY_MS);
    // A holiday that begins in the afternoon leaves a working day.
    return days < 1 ? [] : [{ on: date.slice(0, 10) as Day, days, name, rule }];
  });
}

/** Day by day, so that two holidays on one day are one closure with both names. */
function closuresOf(holidays: readonly PublicHoliday[]): CalendarData['closures'] {
  const names = new Map<Day, string[]>();
  for (const { on, days, name } of holidays) {
    for (let index = 0; index < days; index++) {
      const day = addDays(on, index);
      const known = names.get(day) ?? [];
      if (!known.includes(name)) names.set(day, [...known, name]);
    }
  }
  const closures: CalendarData['closures'] = [];
  for (const [day, ofDay] of [...names].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const title = { en: ofDay.join(', '), zh: [...new Set(ofDay.map(chineseHolidayTitle))].join('、') };
    const last = closures.at(-1);
    if (last && last.title.en === title.en && addDays(last.to, 1) === day) last.to = day;
    else closures.push({ from: day, to: day, title });
  }
  return closures;
}

function titleOf(country: string): Text {
  const nameIn = (language: string) => new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;
  return { en: `Working days of ${nameIn('en')}`, zh: `${nameIn('zh')}工作日历` };
}
