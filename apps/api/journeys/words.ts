import { dateInWords, isProvisional, type CalendarData, type Day } from '@citypath/calendar';
import type { Text } from '@citypath/contracts';

/** A day in both languages, with its weekday; the year is left out where it is `today`'s. */
export function dayText(day: Day, today?: Day): Text {
  const yearKnown = today === undefined ? undefined : Number(today.slice(0, 4));
  return { en: dateInWords(day, 'en', yearKnown), zh: dateInWords(day, 'zh', yearKnown) };
}

/** A day in words, marked where the holidays of its year are not published. */
export function markedDay({ en, zh }: Text, calendar: CalendarData, day: Day): Text {
  return isProvisional(calendar, day) ? { en: `${en} (provisional)`, zh: `${zh}（暂定）` } : { en, zh };
}

/** Fills texts into both languages of a sentence: text`${a} was told.`'s plain sister. */
export function sentence(en: string, zh: string): Text {
  return { en: en.charAt(0).toUpperCase() + en.slice(1), zh };
}

export function workingDaysText(count: number): Text {
  return { en: `${count} working ${count === 1 ? 'day' : 'days'}`, zh: `${count}个工作日` };
}

/** 'a, b and c', 'a、b、c'. */
export function listText(items: Text[]): Text {
  const en = items.map((item) => item.en);
  return {
    en: en.length < 2 ? en.join('') : `${en.slice(0, -1).join(', ')} and ${en.at(-1) ?? ''}`,
    zh: items.map((item) => item.zh).join('、'),
  };
}
