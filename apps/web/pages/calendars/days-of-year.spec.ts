import { closuresIn, makeUpDaysIn, monthsOfYear } from './days-of-year';

const calendar = {
  format: 1 as const,
  key: 'cn',
  title: { en: 'China', zh: '中国' },
  zone: 'Asia/Shanghai',
  offsets: [],
  weekend: [6, 7],
  morning: '09:00',
  closures: [
    { from: '2025-12-31', to: '2026-01-01', title: { en: 'New Year', zh: '元旦' } },
    { from: '2026-10-01', to: '2026-10-07', title: { en: 'National Day', zh: '国庆节' } },
    { from: '2026-11-04', to: '2026-11-04', title: { en: 'Fair', zh: '义博会' }, own: true as const },
  ],
  makeUpDays: [{ on: '2026-10-10', title: { en: 'National Day', zh: '国庆节' } }],
  publishedYears: [2026],
};

it('lays a year out in months that begin on their weekday', () => {
  const months = monthsOfYear(calendar, 2026);
  expect(months.map(({ before }) => before)).toEqual([3, 6, 6, 2, 4, 0, 2, 5, 1, 3, 6, 1]);
  expect(months.reduce((sum, { days }) => sum + days.length, 0)).toBe(365);
});

it('knows each day for what it is', () => {
  const days = new Map(monthsOfYear(calendar, 2026).flatMap((month) => month.days.map((day) => [day.on, day.kind])));
  expect(
    ['2026-10-01', '2026-10-03', '2026-10-08', '2026-10-10', '2026-10-11', '2026-11-04'].map((on) => days.get(on)),
  ).toEqual(['closed', 'closed', 'work', 'make-up', 'weekend', 'own']);
});

it('lists what touches the year, also from its neighbour', () => {
  expect(closuresIn(calendar, 2026)).toHaveLength(3);
  expect(closuresIn(calendar, 2025)).toHaveLength(1);
  expect(makeUpDaysIn(calendar, 2025)).toEqual([]);
});
