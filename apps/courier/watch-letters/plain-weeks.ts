import type { CalendarData } from '@citypath/calendar';

/** Monday to Friday, where nothing that was found is of a city whose days are known. */
export const PLAIN_WEEKS: CalendarData = {
  format: 1,
  key: 'plain',
  title: { en: 'Plain weeks', zh: '普通工作周' },
  zone: 'UTC',
  offsets: [{ from: '1970-01-01T00:00:00.000Z', minutes: 0 }],
  weekend: [6, 7],
  morning: '09:00',
  closures: [],
  makeUpDays: [],
  publishedYears: [],
};
