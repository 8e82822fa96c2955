import { dayInWords, instantInWords, workingDaysInWords } from './dates';

describe('days in words', () => {
  it('names the weekday, in the order of each language', () => {
    expect(dayInWords('2026-10-26', 'en')).toBe('Mon 26 Oct 2026');
    expect(dayInWords('2026-10-26', 'zh')).toBe('2026年10月26日（周一）');
    expect(dayInWords('2028-02-29', 'en')).toBe('Tue 29 Feb 2028');
    expect(dayInWords('2027-01-03', 'zh')).toBe('2027年1月3日（周日）');
  });

  it('leaves out the year of days that are near, and of no others', () => {
    expect(dayInWords('2027-02-15', 'en', '2026-11-22')).toBe('Mon 15 Feb');
    expect(dayInWords('2027-02-15', 'zh', '2026-11-22')).toBe('2月15日（周一）');
    expect(dayInWords('2025-10-26', 'en', '2026-11-22')).toBe('Sun 26 Oct 2025');
    expect(dayInWords('2027-10-26', 'zh', '2026-11-22')).toBe('2027年10月26日（周二）');
  });

  it('leaves alone what is no day', () => {
    expect(dayInWords('soon', 'en')).toBe('soon');
    expect(instantInWords('later', 'zh')).toBe('later');
  });

  it('shows an instant on the clock of the reader', () => {
    const at = new Date(2026, 9, 26, 9, 5).toISOString();
    expect(instantInWords(at, 'en')).toBe('Mon 26 Oct 2026, 09:05');
    expect(instantInWords(at, 'zh')).toBe('2026年10月26日（周一）09:05');
  });
});

describe('how far away a due day is', () => {
  const friday = { dueOn: '2026-10-23' };

  it('counts working days, before and after', () => {
    expect(workingDaysInWords(3, 'en', friday)).toBe('in 3 working days');
    expect(workingDaysInWords(1, 'en', friday)).toBe('in 1 working day');
    expect(workingDaysInWords(-1, 'en', friday)).toBe('1 working day late');
    expect(workingDaysInWords(3, 'zh', friday)).toBe('还有3个工作日');
    expect(workingDaysInWords(-12, 'zh', friday)).toBe('已逾期12个工作日');
  });

  it('says today only on the day itself', () => {
    expect(workingDaysInWords(0, 'en', { dueOn: '2026-10-23', todayOn: '2026-10-23' })).toBe('today');
    expect(workingDaysInWords(0, 'zh', friday)).toBe('今天');
  });

  it('does not call a weekend today', () => {
    const saturday = { dueOn: '2026-10-23', todayOn: '2026-10-24' };
    expect(workingDaysInWords(0, 'en', saturday)).toBe('day past');
    expect(workingDaysInWords(0, 'zh', { ...friday, late: true })).toBe('已过期');
    expect(workingDaysInWords(0, 'en', { dueOn: '2026-10-25', todayOn: '2026-10-24' })).toBe(
      'before the next working day',
    );
  });
});
