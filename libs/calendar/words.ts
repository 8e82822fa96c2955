import type { Day } from './day';
import { weekdayOfNumber } from './day';
import { dayNumber, partsOf } from './day-number';

export type Language = 'en' | 'zh';

const WEEKDAYS = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
};
const FULL_WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A day as people read it, with its weekday: 'Mon 26 Oct 2026', '2026年10月26日（周一）'.
 * Where the year is `yearKnown` to the reader, it is left out.
 */
export function dateInWords(day: Day, language: Language, yearKnown?: number): string {
  const name = WEEKDAYS[language][weekdayOfNumber(dayNumber(day)) - 1] ?? '';
  const date = dayInWords(day, language, yearKnown);
  return language === 'en' ? `${name} ${date}` : `${date}（${name}）`;
}

/**
 * A day to come as people read it. From `provisionalFromOn` on it says that it may still move, the holidays of its year
 * not being published: 'Mon 4 Jan 2027 (provisional)', '2027年1月4日（周一，暂定）'.
 */
export function dayToComeInWords(day: Day, provisionalFromOn: Day, language: Language, yearKnown?: number): string {
  const date = dateInWords(day, language, yearKnown);
  if (day < provisionalFromOn) return date;
  return language === 'zh' ? date.replace(/）$/, '，暂定）') : `${date} (provisional)`;
}

/** The name of an ISO weekday in a sentence: 'Friday', '周五'. */
export function weekdayInWords(weekday: number, language: Language): string {
  return language === 'zh' ? (WEEKDAYS.zh[weekday - 1] ?? '') : (FULL_WEEKDAYS[weekday - 1] ?? '');
}

/** A day without its weekday, without its year where that is `yearKnown`: '26 Oct', '10月26日'. */
export function dayInWords(day: Day, language: Language, yearKnown?: number): string {
  const { year, month, dayOfMonth } = partsOf(dayNumber(day));
  if (language === 'zh') return `${year === yearKnown ? '' : `${year}年`}${month}月${dayOfMonth}日`;
  return `${dayOfMonth} ${MONTHS[month - 1] ?? ''}${year === yearKnown ? '' : ` ${year}`}`;
}

/** A range of days: '1–7 Oct', '28 Jan – 4 Feb', '10月1日至7日', '1月28日至2月4日'. */
export function rangeInWords(from: Day, to: Day, language: Language, yearKnown: number): string {
  if (from === to) return dayInWords(to, language, yearKnown);
  const first = partsOf(dayNumber(from));
  const last = partsOf(dayNumber(to));
  if (first.year !== last.year) {
    return joinRange(dayInWords(from, language), dayInWords(to, language), language);
  }
  const sameMonth = first.month === last.month;
  if (language === 'zh') {
    const end = sameMonth ? `${last.dayOfMonth}日` : dayInWords(to, 'zh', last.year);
    return joinRange(dayInWords(from, 'zh', yearKnown), end, 'zh');
  }
  if (sameMonth) return `${first.dayOfMonth}–${dayInWords(to, 'en', yearKnown)}`;
  return joinRange(dayInWords(from, 'en', first.year), dayInWords(to, 'en', yearKnown), 'en');
}

/** A list in a sentence: 'a, b and c', 'a、b、c'. */
export function listInWords(items: string[], language: Language): string {
  if (language === 'zh') return items.join('、');
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

function joinRange(from: string, to: string, language: Language): string {
  return language === 'en' ? `${from} – ${to}` : `${from}至${to}`;
}
