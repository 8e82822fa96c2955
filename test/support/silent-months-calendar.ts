import type { CalendarData } from '@citypath/calendar';

/**
 * China's calendar as it may come to stand for 2031 and, up to July, 2032: written for the story of the silent months,
 * years after any published notice, on the festivals' true days and by the pattern of today's notices. The workshop
 * was held on 16 December 2030, and nothing before it is counted, so that 2030 needs no day off here.
 */
export const silentMonthsCalendar: CalendarData = {
  format: 1,
  key: 'cn-silent-months',
  title: { en: "China's working days, as supposed for 2031 and 2032", zh: '中国工作日历（2031年至2032年假设）' },
  zone: 'Asia/Shanghai',
  offsets: [{ from: '1991-09-14T17:00:00.000Z', minutes: 480 }],
  weekend: [6, 7],
  morning: '09:00',
  closures: [
    { from: '2031-01-01', to: '2031-01-01', title: { en: "New Year's Day", zh: '元旦' } },
    { from: '2031-01-22', to: '2031-01-29', title: { en: 'Spring Festival', zh: '春节' } },
    { from: '2031-04-05', to: '2031-04-07', title: { en: 'Tomb-sweeping Day', zh: '清明' } },
    { from: '2031-05-01', to: '2031-05-05', title: { en: 'Labour Day', zh: '劳动节' } },
    { from: '2031-06-22', to: '2031-06-24', title: { en: 'Dragon Boat Festival', zh: '端午' } },
    { from: '2031-10-01', to: '2031-10-08', title: { en: 'National Day and Mid-autumn Festival', zh: '国庆节、中秋' } },
    { from: '2032-01-01', to: '2032-01-03', title: { en: "New Year's Day", zh: '元旦' } },
    { from: '2032-02-10', to: '2032-02-17', title: { en: 'Spring Festival', zh: '春节' } },
    { from: '2032-04-03', to: '2032-04-05', title: { en: 'Tomb-sweeping Day', zh: '清明' } },
    { from: '2032-05-01', to: '2032-05-05', title: { en: 'Labour Day', zh: '劳动节' } },
    { from: '2032-06-12', to: '2032-06-14', title: { en: 'Dragon Boat Festival', zh: '端午' } },
  ],
  makeUpDays: [
    { on: '2031-01-19', title: { en: 'Spring Festival', zh: '春节' } },
    { on: '2031-02-08', title: { en: 'Spring Festival', zh: '春节' } },
    { on: '2031-04-27', title: { en: 'Labour Day', zh: '劳动节' } },
    { on: '2031-06-21', title: { en: 'Dragon Boat Festival', zh: '端午' } },
    { on: '2031-09-28', title: { en: 'National Day and Mid-autumn Festival', zh: '国庆节、中秋' } },
    { on: '2031-10-11', title: { en: 'National Day and Mid-autumn Festival', zh: '国庆节、中秋' } },
    { on: '2032-01-04', title: { en: "New Year's Day", zh: '元旦' } },
    { on: '2032-02-08', title: { en: 'Spring Festival', zh: '春节' } },
    { on: '2032-02-21', title: { en: 'Spring Festival', zh: '春节' } },
    { on: '2032-04-25', title: { en: 'Labour Day', zh: '劳动节' } },
    { on: '2032-05-08', title: { en: 'Labour Day', zh: '劳动节' } },
  ],
  publishedYears: [2030, 2031, 2032],
};
