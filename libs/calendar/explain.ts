import type { CalendarData, Text } from './calendar-data';
import type { Day } from './day';
import { addDays, weekday } from './day';
import { oncePer } from './once-per';
import { addWorkingDays, isProvisional, isWorkingDay } from './working-days';
import type { Language } from './words';
import { dateInWords, dayInWords, listInWords, rangeInWords, weekdayInWords } from './words';

/** How a date was counted. */
export interface DateExplanation {
  from: Day;
  /** As asked for: negative where the date lies before `from`. */
  workingDays: number;
  /** So many of them are there because the clock stood still. */
  heldWorkingDays: number;
  to: Day;
  /** Closures that took at least one working day out of the count, whole, adjoining ones joined. */
  closures: { from: Day; to: Day; titles: Text[]; own?: true }[];
  /** ISO weekdays off that were passed over, where these are not Saturday and Sunday; otherwise none. */
  weekend: number[];
  /** Weekend days that were counted, because people work on them. */
  makeUpDays: { on: Day; title: Text }[];
  /** Years in the count whose holidays are not published: the date may still move. */
  provisionalYears: number[];
  /** '3 working days from 30 Sep; 1–7 Oct is holiday; Sat 10 Oct is a make-up working day'. */
  reckoning: Text;
  /** The date in words, a colon and the reckoning. */
  sentence: Text;
}

/**
 * How addWorkingDays(calendar, from, n) comes to its day, as data and as a sentence in both languages.
 * @param heldWorkingDays so many of the n were added by a hold
 */
export function explainWorkingDays(calendar: CalendarData, from: Day, n: number, heldWorkingDays = 0): DateExplanation {
  const to = addWorkingDays(calendar, from, n);
  const counted = n > 0 ? { from: addDays(from, 1), to } : { from: to, to: addDays(from, -1) };
  const count: Count = {
    from,
    to,
    workingDays: n,
    heldWorkingDays,
    weekend: n === 0 || isUsual(calendar.weekend) ? [] : weekendPassed(calendar, counted),
    closures: joinedClosuresOf(calendar).filter((closure) => costsWorkingDay(calendar, closure, counted)),
    makeUpDays: calendar.makeUpDays.filter(
      ({ on }) => on >= counted.from && on <= counted.to && calendar.weekend.includes(weekday(on)),
    ),
    provisionalYears: n === 0 ? [] : provisionalYears(calendar, counted),
  };
  const reckoning: Text = { en: reckoningIn('en', calendar, count), zh: reckoningIn('zh', calendar, count) };
  const sentence: Text = {
    en: `${dateInWords(to, 'en')}: ${reckoning.en}`,
    zh: `${dateInWords(to, 'zh')}：${reckoning.zh}`,
  };
  return { ...count, reckoning, sentence };
}

type Count = Omit<DateExplanation, 'reckoning' | 'sentence'>;
interface Range {
  from: Day;
  to: Day;
}

const joinedClosuresOf = oncePer((calendar: CalendarData): DateExplanation['closures'] => {
  const joined: DateExplanation['closures'] = [];
  for (const { from, to, title, own } of [...calendar.closures].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (last && addDays(last.to, 1) === from && last.own === own) {
      last.to = to;
      last.titles.push(title);
    } else {
      joined.push({ from, to, titles: [title], ...(own ? { own } : {}) });
    }
  }
  return joined;
});

function isUsual(weekend: number[]): boolean {
  return weekend.length === 2 && weekend.includes(6) && weekend.includes(7);
}

function weekendPassed({ weekend }: CalendarData, { from, to }: Range): number[] {
  return [...weekend]
    .sort((a, b) => a - b)
    .filter((off) => {
      const next = addDays(from, (off - weekday(from) + 7) % 7);
      return next <= to;
    });
}

function costsWorkingDay(calendar: CalendarData, closure: Range, counted: Range): boolean {
  const last = closure.to < counted.to ? closure.to : counted.to;
  for (let day = closure.from > counted.from ? closure.from : counted.from; day <= last; day = addDays(day, 1)) {
    if (!calendar.weekend.includes(weekday(day)) && !isWorkingDay(calendar, day)) return true;
  }
  return false;
}

function provisionalYears(calendar: CalendarData, counted: Range): number[] {
  const years: number[] = [];
  for (let year = yearOf(counted.from); year <= yearOf(counted.to); year++) {
    if (isProvisional(calendar, `${year}-01-01` as Day)) years.push(year);
  }
  return years;
}

function reckoningIn(language: Language, calendar: CalendarData, count: Count): string {
  const parts = [
    countInWords(language, count),
    ...holidaysInWords(language, count),
    ...ownClosuresInWords(language, count),
    ...makeUpDaysInWords(language, count),
    ...weekendInWords(language, count),
    ...provisionalInWords(language, calendar, count),
  ];
  return parts.join(language === 'en' ? '; ' : '；');
}

function countInWords(language: Language, { from, to, workingDays, heldWorkingDays: held }: Count): string {
  const start = dayInWords(from, language, yearOf(to));
  const days = Math.abs(workingDays);
  if (language === 'zh') {
    if (days === 0) return '当日';
    const count = `${start}${workingDays > 0 ? '之后' : '之前'}第${days}个工作日`;
    return held === 0 ? count : `${count}（含暂停的${held}个工作日）`;
  }
  if (days === 0) return 'the day itself';
  const count = `${days} working ${days === 1 ? 'day' : 'days'} ${workingDays > 0 ? 'from' : 'before'} ${start}`;
  return held === 0 ? count : `${count}, ${held} of them on hold`;
}

function holidaysInWords(language: Language, { to, closures }: Count): string[] {
  const holidays = closures.filter(({ own }) => own !== true);
  if (holidays.length === 0) return [];
  const ranges = holidays.map((closure) => rangeInWords(closure.from, closure.to, language, yearOf(to)));
  const list = listInWords(ranges, language);
  if (language === 'zh') return [`${list}放假`];
  return [holidays.length === 1 ? `${list} is holiday` : `${list} are holidays`];
}

/** A city's own closures go by their names: nobody elsewhere has heard of them. */
function ownClosuresInWords(language: Language, { to, closures }: Count): string[] {
  return closures
    .filter(({ own }) => own === true)
    .map((closure) => {
      const range = rangeInWords(closure.from, closure.to, language, yearOf(to));
      const names = listInWords([...new Set(closure.titles.map((title) => title[language]))], language);
      return language === 'en' ? `${range} the city is closed (${names})` : `${range}本市不办公（${names}）`;
    });
}

function weekendInWords(language: Language, { weekend }: Count): string[] {
  if (weekend.length === 0) return [];
  const days = listInWords(
    weekend.map((day) => weekdayInWords(day, language)),
    language,
  );
  if (language === 'zh') return [`${days}为周末`];
  return [weekend.length === 1 ? `${days} is the weekend` : `${days} are the weekend`];
}

function makeUpDaysInWords(language: Language, { to, makeUpDays }: Count): string[] {
  if (makeUpDays.length === 0) return [];
  const days = makeUpDays.map(({ on }) => dateInWords(on, language, yearOf(to)));
  const list = listInWords(days, language);
  if (language === 'zh') return [`${list}调休上班`];
  return [makeUpDays.length === 1 ? `${list} is a make-up working day` : `${list} are make-up working days`];
}

/** Why a day may still move: 'the holidays of 2027 are not published yet'; null where it stands. */
export function whyProvisional(calendar: CalendarData, day: Day): Text | null {
  if (!isProvisional(calendar, day)) return null;
  const years = { provisionalYears: [yearOf(day)] };
  return {
    en: provisionalInWords('en', calendar, years).join('; '),
    zh: provisionalInWords('zh', calendar, years).join('；'),
  };
}

function provisionalInWords(
  language: Language,
  calendar: CalendarData,
  { provisionalYears }: Pick<Count, 'provisionalYears'>,
): string[] {
  const firstKnown = Math.min(...calendar.publishedYears);
  const forgotten = provisionalYears.filter((year) => year < firstKnown && Number.isFinite(firstKnown));
  const awaited = provisionalYears.filter((year) => !forgotten.includes(year));
  const sentences: string[] = [];
  if (forgotten.length > 0) {
    const years = yearsInWords(forgotten, language);
    sentences.push(
      language === 'en' ? `the holidays of ${years} are not in this calendar` : `本日历未收录${years}放假安排`,
    );
  }
  if (awaited.length > 0) {
    const years = yearsInWords(awaited, language);
    sentences.push(language === 'en' ? `the holidays of ${years} are not published yet` : `${years}放假安排尚未公布`);
  }
  return sentences;
}

function yearsInWords(years: number[], language: Language): string {
  return listInWords(
    years.map((year) => (language === 'en' ? `${year}` : `${year}年`)),
    language,
  );
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
