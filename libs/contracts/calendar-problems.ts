import type { ProblemWording } from './problem-wording';

/** What may be wrong with calendars, notices and closures. */
export type CalendarProblemCode = 'calendar-unknown' | 'notice-unknown' | 'closure-unknown';

export const calendarProblems: Record<CalendarProblemCode, ProblemWording> = {
  'calendar-unknown': {
    status: 404,
    title: { en: 'No such calendar', zh: '没有该日历' },
    sentence: {
      en: 'CityPath does not know the holidays of the country {country|}. Its cities count weekdays only, and every date says that it is provisional.',
      zh: 'CityPath 未收录国家 {country|} 的节假日，其城市仅按周内工作日计算，所有日期均标注为暂定。',
    },
  },
  'notice-unknown': {
    status: 404,
    title: { en: 'No such notice', zh: '没有该通知' },
    sentence: { en: 'There is no such notice of holidays.', zh: '没有该放假通知。' },
  },
  'closure-unknown': {
    status: 404,
    title: { en: 'No such closure', zh: '没有该停办安排' },
    sentence: { en: 'This city has no such closure.', zh: '该市没有此项停办安排。' },
  },
};
