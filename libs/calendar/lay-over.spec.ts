import { businessDays, china } from './fixtures/calendars';
import type { CalendarMark, Day } from './index';
import { addWorkingDays, checkCalendar, explainWorkingDays, isProvisional, isWorkingDay, layOver } from './index';

const springFestival = { en: 'Spring Festival', zh: '春节' };
const labourDay = { en: 'Labour Day', zh: '劳动节' };

/** The notices as they stood before they were amended: the data know the last word only. */
const asFirstPublished: Record<string, CalendarMark[]> = {
  '2020-01-27': [{ kind: 'make-up', from: '2020-01-31', to: '2020-02-01', title: springFestival }],
  '2019-03-22': [
    { kind: 'make-up', from: '2019-05-02', to: '2019-05-04', title: labourDay },
    { kind: 'closure', from: '2019-04-28', to: '2019-04-28', title: labourDay },
    { kind: 'closure', from: '2019-05-05', to: '2019-05-05', title: labourDay },
  ],
};

const amendments: Record<string, CalendarMark[]> = {
  '2020-01-27': [{ kind: 'closure', from: '2020-01-31', to: '2020-02-02', title: springFestival }],
  '2019-03-22': [
    { kind: 'closure', from: '2019-05-02', to: '2019-05-04', title: labourDay },
    { kind: 'make-up', from: '2019-04-28', to: '2019-04-28', title: labourDay },
    { kind: 'make-up', from: '2019-05-05', to: '2019-05-05', title: labourDay },
  ],
};

describe('a notice that amends the year', () => {
  it.each(businessDays.amendments)(
    'of $noticeOn: $from and $add working day was $beforeNotice, is $afterNotice',
    ({ from, add, beforeNotice, noticeOn, afterNotice }) => {
      const before = layOver(china, asFirstPublished[noticeOn] ?? []);
      expect(checkCalendar(before)).toEqual([]);
      expect(addWorkingDays(before, from, add)).toBe(beforeNotice);
      const after = layOver(before, amendments[noticeOn] ?? []);
      expect(checkCalendar(after)).toEqual([]);
      expect(addWorkingDays(after, from, add)).toBe(afterNotice);
    },
  );

  it('is told with its name like any other', () => {
    const before = layOver(china, asFirstPublished['2020-01-27'] ?? []);
    expect(explainWorkingDays(before, '2020-01-23', 1).sentence.en).toBe(
      'Fri 31 Jan 2020: 1 working day from 23 Jan; 24–30 Jan is holiday',
    );
    const after = layOver(before, amendments['2020-01-27'] ?? []);
    expect(explainWorkingDays(after, '2020-01-23', 1).sentence).toEqual({
      en: 'Mon 3 Feb 2020: 1 working day from 23 Jan; 24 Jan – 2 Feb is holiday',
      zh: '2020年2月3日（周一）：1月23日之后第1个工作日；1月24日至2月2日放假',
    });
  });
});

describe('marks laid over a calendar', () => {
  const closed = (from: Day, to: Day): CalendarMark => ({
    kind: 'closure',
    from,
    to,
    title: { en: 'Commodities Fair', zh: '义博会' },
    own: true,
  });

  it('none: the very same calendar', () => {
    expect(layOver(china, [])).toBe(china);
  });

  it('the last one holds', () => {
    const day = { from: '2026-11-04', to: '2026-11-04', title: springFestival } as const;
    expect(isWorkingDay(layOver(china, [{ kind: 'closure', ...day }]), '2026-11-04')).toBe(false);
    expect(
      isWorkingDay(
        layOver(china, [
          { kind: 'closure', ...day },
          { kind: 'make-up', ...day },
        ]),
        '2026-11-04',
      ),
    ).toBe(true);
  });

  it('take a make-up day back, and cut a holiday in two', () => {
    const marked = layOver(china, [
      closed('2026-10-10', '2026-10-10'),
      { kind: 'make-up', from: '2026-10-04', to: '2026-10-05', title: { en: 'National Day', zh: '国庆节' } },
    ]);
    expect(checkCalendar(marked)).toEqual([]);
    expect(
      ['2026-10-04', '2026-10-05', '2026-10-06', '2026-10-10'].map((day) => isWorkingDay(marked, day as Day)),
    ).toEqual([true, true, false, false]);
  });

  it("explain a city's own closure by its name", () => {
    const yiwu = layOver(china, [closed('2026-11-04', '2026-11-05')]);
    expect(explainWorkingDays(yiwu, '2026-11-02', 3).sentence).toEqual({
      en: 'Mon 9 Nov 2026: 3 working days from 2 Nov; 4–5 Nov the city is closed (Commodities Fair)',
      zh: '2026年11月9日（周一）：11月2日之后第3个工作日；11月4日至5日本市不办公（义博会）',
    });
    const besideHoliday = layOver(china, [closed('2026-10-08', '2026-10-08')]);
    expect(explainWorkingDays(besideHoliday, '2026-09-30', 1).sentence.en).toBe(
      'Fri 9 Oct 2026: 1 working day from 30 Sep; 1–7 Oct is holiday; 8 Oct the city is closed (Commodities Fair)',
    );
  });

  it('publish a year that the data do not have yet', () => {
    expect(isProvisional(china, '2027-03-01')).toBe(true);
    expect(isProvisional(layOver(china, [{ kind: 'year-published', year: 2027 }]), '2027-03-01')).toBe(false);
  });
});
