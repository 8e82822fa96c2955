import { weekdayInWords, type CalendarData, type Language } from '@citypath/calendar';
import { offsetsOf } from '@citypath/store';
import { weekendOf } from './weekends';

/**
 * Weekdays only, in any zone, for a city of a country whose holidays CityPath does not know: no year counts as
 * published, so that every date says that it is provisional.
 *
 * @param zone an IANA name, 'Europe/Berlin'. @throws RangeError for what is none
 * @param country ISO 3166, for the weekend
 */
export function weekdaysCalendar(zone: string, fromYear: number, toYear: number, country = ''): CalendarData {
  const weekend = weekendOf(country);
  return {
    format: 1,
    key: 'weekdays',
    title: { en: workingWeek(weekend, 'en'), zh: workingWeek(weekend, 'zh') },
    zone,
    offsets: offsetsOf(zone, Date.UTC(fromYear, 0, 1), Date.UTC(toYear + 1, 0, 1)),
    weekend,
    morning: '09:00',
    closures: [],
    makeUpDays: [],
    publishedYears: [],
  };
}

/** 'Monday to Friday', 'Sunday to Thursday': from the day after the weekend to the day before it. */
function workingWeek(weekend: number[], language: Language): string {
  const isOff = (day: number) => weekend.includes(((day + 6) % 7) + 1);
  const days = [1, 2, 3, 4, 5, 6, 7];
  const first = days.find((day) => !isOff(day) && isOff(day - 1)) ?? 1;
  const last = days.find((day) => !isOff(day) && isOff(day + 1)) ?? 7;
  const [from, to] = [weekdayInWords(first, language), weekdayInWords(last, language)];
  return language === 'en' ? `${from} to ${to}` : `${from}至${to}`;
}
