import { china } from './fixtures/calendars';
import { explainSpan } from './index';

describe('a day that is not counted in working days', () => {
  it('is told by its months or days, in both languages', () => {
    expect(explainSpan(china, '2025-03-31', { amount: 11, unit: 'months' })).toEqual({
      to: '2026-02-28',
      reckoning: { en: '11 months after 31 Mar 2025', zh: '2025年3月31日之后11个月' },
      sentence: {
        en: 'Sat 28 Feb 2026: 11 months after 31 Mar 2025',
        zh: '2026年2月28日（周六）：2025年3月31日之后11个月',
      },
    });
    expect(explainSpan(china, '2026-03-30', { amount: 1, unit: 'calendar-days' }).reckoning).toEqual({
      en: '1 day after 30 Mar',
      zh: '3月30日之后1天',
    });
  });

  it('with the working days that a hold has added', () => {
    const { to, reckoning } = explainSpan(china, '2025-09-30', { amount: 12, unit: 'months' }, 3);
    expect(to).toBe('2026-10-10');
    expect(reckoning).toEqual({
      en: '12 months after 30 Sep 2025, and 3 working days of a hold',
      zh: '2025年9月30日之后12个月，另加暂停的3个工作日',
    });
  });
});
