import type { Text } from './calendar-data';
import { addDays, addMonths, type Day } from './day';
import { whyProvisional } from './explain';
import { addWorkingDays } from './working-days';
import type { CalendarData } from './calendar-data';
import { dateInWords, dayInWords, type Language } from './words';

/** A stretch of time that is not counted in working days. */
export interface Span {
  amount: number;
  unit: 'calendar-days' | 'months';
}

/**
 * How a day so many months or days after another came about, in both languages.
 * @param heldWorkingDays added by a hold
 */
export function explainSpan(
  calendar: CalendarData,
  from: Day,
  span: Span,
  heldWorkingDays = 0,
): { to: Day; reckoning: Text; sentence: Text } {
  const plain = span.unit === 'months' ? addMonths(from, span.amount) : addDays(from, span.amount);
  const to = addWorkingDays(calendar, plain, heldWorkingDays);
  const year = Number(to.slice(0, 4));
  const why = whyProvisional(calendar, to);
  const reckoning = {
    en: `${reckoningIn('en', dayInWords(from, 'en', year), span, heldWorkingDays)}${why ? `; ${why.en}` : ''}`,
    zh: `${reckoningIn('zh', dayInWords(from, 'zh', year), span, heldWorkingDays)}${why ? `；${why.zh}` : ''}`,
  };
  return {
    to,
    reckoning,
    sentence: {
      en: `${dateInWords(to, 'en')}: ${reckoning.en}`,
      zh: `${dateInWords(to, 'zh')}：${reckoning.zh}`,
    },
  };
}

function reckoningIn(language: Language, start: string, { amount, unit }: Span, held: number): string {
  const isMonths = unit === 'months';
  if (language === 'zh') {
    const span = `${start}之后${amount}${isMonths ? '个月' : '天'}`;
    return held === 0 ? span : `${span}，另加暂停的${held}个工作日`;
  }
  const span = `${amount} ${isMonths ? 'month' : 'day'}${amount === 1 ? '' : 's'} after ${start}`;
  return held === 0 ? span : `${span}, and ${held} working ${held === 1 ? 'day' : 'days'} of a hold`;
}
