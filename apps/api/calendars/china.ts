import type { CalendarData, Day, Text } from '@citypath/calendar';
import { addDays } from '@citypath/calendar';
import chineseDays from 'chinese-days/dist/chinese-days.json';

/** What the package says of a day: "National Day,国庆节,3" (the number counts statutory days, we need none). */
type Entries = Readonly<Record<string, string>>;

const HOLIDAYS: Entries = chineseDays.holidays;
const WORKDAYS: Entries = chineseDays.workdays;

/** Days off that come on the same date every year: all that is known of a year before its notice. */
const FIXED_HOLIDAYS = [
  { from: '01-01', to: '01-01', title: { en: "New Year's Day", zh: '元旦' } },
  { from: '05-01', to: '05-03', title: { en: 'Labour Day', zh: '劳动节' } },
  { from: '10-01', to: '10-03', title: { en: 'National Day', zh: '国庆节' } },
];

/**
 * China's statutory calendar for the days of the years `fromYear` to `toYear`, by the notices of the State
 * Council known to the installed package. A year without a notice has its fixed holidays only, and is
 * not among publishedYears.
 *
 * A day belongs here by its own date, not by its notice's year: the notice for 2019 made 29 December 2018
 * a working day. The package keeps the days of all notices in one table, and only that is asked.
 */
export function chinaCalendar(fromYear: number, toYear: number): CalendarData {
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  const inYears = (day: string) => Number(day.slice(0, 4)) >= fromYear && Number(day.slice(0, 4)) <= toYear;
  const publishedYears = years.filter(isPublished);

  const holidays = Object.entries(HOLIDAYS).filter(([day]) => inYears(day));
  const closures = closuresOf(holidays);
  const fixed = years
    .filter((year) => !isPublished(year))
    .flatMap((year) => fixedClosures(year, new Set(holidays.map(([day]) => day))));

  return {
    format: 1,
    key: 'cn',
    title: { en: "China's working days", zh: '中国工作日历' },
    zone: 'Asia/Shanghai',
    // Without daylight saving since the autumn of 1991; summers before that are an hour off, and nobody has work there.
    offsets: [{ from: '1991-09-14T17:00:00.000Z', minutes: 480 }],
    weekend: [6, 7],
    morning: '09:00',
    closures: [...closures, ...fixed].sort((a, b) => (a.from < b.from ? -1 : 1)),
    makeUpDays: Object.entries(WORKDAYS)
      .filter(([day]) => inYears(day))
      .map(([day, text]) => ({ on: day as Day, title: titleOf(text) }))
      .sort((a, b) => (a.on < b.on ? -1 : 1)),
    publishedYears,
  };
}

/** A notice names the whole year; one or two days alone come from a neighbour's notice or a half-read one. */
function isPublished(year: number): boolean {
  return `${year}-01-01` in HOLIDAYS && `${year}-10-01` in HOLIDAYS;
}

/** Runs of neighbouring days of the same name. */
function closuresOf(holidays: [string, string][]): CalendarData['closures'] {
  const closures: CalendarData['closures'] = [];
  for (const [key, text] of holidays.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const day = key as Day;
    const title = titleOf(text);
    const last = closures.at(-1);
    if (last && last.title.en === title.en && addDays(last.to, 1) === day) last.to = day;
    else closures.push({ from: day, to: day, title });
  }
  return closures;
}

/** The fixed holidays of a year, unless the package already says something of those days. */
function fixedClosures(year: number, known: Set<string>): CalendarData['closures'] {
  return FIXED_HOLIDAYS.map(({ from, to, title }) => ({
    from: `${year}-${from}` as Day,
    to: `${year}-${to}` as Day,
    title,
  })).filter(({ from, to }) => {
    for (let day = from; day <= to; day = addDays(day, 1)) if (known.has(day)) return false;
    return true;
  });
}

function titleOf(text: string): Text {
  const [en = text, zh = text] = text.split(',');
  return { en, zh };
}
