import { dateInWords, whyProvisional } from '@citypath/calendar';
import type { CalendarData, Day, Language, Text, TimeOfDay } from '@citypath/calendar';
import { capital } from './capital';

/** A day, and a time of it on the city's clock; null: the whole day. */
export interface MeetingTime {
  on: Day;
  time: TimeOfDay | null;
}

/** 'Thu 17 Dec 2026 at 09:30', '2026年12月17日（周四）09:30'; without the year where that is `thisYear`. */
export function meetingTime({ on, time }: MeetingTime, language: Language, thisYear?: number): string {
  const day = dateInWords(on, language, thisYear);
  if (time === null) return day;
  return language === 'zh' ? `${day}${time}` : `${day} at ${time}`;
}

/** Whose clock it is, for readers elsewhere; nothing where the meeting has no time. */
export function whoseClock({ time }: MeetingTime, city: Text, language: Language): string {
  if (time === null) return '';
  return language === 'zh' ? '（当地时间）' : ` (time in ${city.en})`;
}

/** People set a meeting's day: it does not move by itself, but may turn out to be a holiday. Null where it cannot. */
export function mayBeDayOff({ on }: MeetingTime, calendar: CalendarData): Text | null {
  const why = whyProvisional(calendar, on);
  if (why === null) return null;
  return {
    en: `${capital(why.en)}: the day may turn out to be a day off`,
    zh: `${why.zh}，当天可能遇放假`,
  };
}
