import { dateInWords, dayToComeInWords, provisionalFrom, type CalendarData, type Day } from '@citypath/calendar';
import type { Text } from '@citypath/contracts';

/** A day in both languages, with its weekday; the year is left out where it is `today`'s. */
export function dayText(day: Day, today?: Day): Text {
  const yearKnown = today === undefined ? undefined : Number(today.slice(0, 4));
  return { en: dateInWords(day, 'en', yearKnown), zh: dateInWords(day, 'zh', yearKnown) };
}

/** By what days are told: the calendar that counts, and today by it. */
export interface TellingDays {
  calendar: CalendarData;
  today: Day;
}

/** A day to come, marked where the holidays of its year are not published; without its year where that is `today`'s. */
export function dayToComeText(day: Day, { calendar, today }: TellingDays): Text {
  const [fromOn, yearKnown] = [provisionalFrom(calendar), Number(today.slice(0, 4))];
  return {
    en: dayToComeInWords(day, fromOn, 'en', yearKnown),
    zh: dayToComeInWords(day, fromOn, 'zh', yearKnown),
  };
}

/** How sentences of what was recorded say its days. */
export type TellDay = (day: Day) => Text;

/** A day that was recorded, with its year; marked where it is to come and the holidays of its year are not published. */
export function recordedDayText(day: Day, { calendar, today }: TellingDays): Text {
  if (day < today) return dayText(day);
  const fromOn = provisionalFrom(calendar);
  return { en: dayToComeInWords(day, fromOn, 'en'), zh: dayToComeInWords(day, fromOn, 'zh') };
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
