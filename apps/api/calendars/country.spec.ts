import {
  addWorkingDays,
  checkCalendar,
  explainWorkingDays,
  isProvisional,
  isWorkingDay,
  type Day,
} from '@citypath/calendar';
import { countryCalendar, hasHolidays } from './country';
import { weekdaysCalendar } from './weekdays';

const years = { fromYear: 2022, toYear: 2031, thisYear: 2026 };
const of = (country: string, zone: string) => countryCalendar(country, zone, years);

describe('the calendars of other countries', () => {
  it.each([
    ['DE', 'Europe/Berlin'],
    ['CZ', 'Europe/Prague'],
    ['ES', 'Europe/Madrid'],
    ['FR', 'Europe/Paris'],
    ['GR', 'Europe/Athens'],
    ['BG', 'Europe/Sofia'],
    ['IT', 'Europe/Rome'],
    ['BE', 'Europe/Brussels'],
    ['NL', 'Europe/Amsterdam'],
    ['PL', 'Europe/Warsaw'],
    ['GB', 'Europe/London'],
    ['EG', 'Africa/Cairo'],
    ['SA', 'Asia/Riyadh'],
    ['IN', 'Asia/Kolkata'],
    ['KR', 'Asia/Seoul'],
    ['US', 'America/New_York'],
  ])('%s is known, well formed and small enough to travel with every journey', (country, zone) => {
    expect(hasHolidays(country)).toBe(true);
    const calendar = of(country, zone);
    expect(checkCalendar(calendar)).toEqual([]);
    expect(JSON.stringify(calendar).length).toBeLessThan(24_000);
  });

  // By each country's own law; weekends apart.
  it.each<[string, string, string]>([
    ['DE', 'Europe/Berlin', '01-01 04-03 04-06 05-01 05-14 05-25 12-25'],
    ['CZ', 'Europe/Prague', '01-01 04-03 04-06 05-01 05-08 07-06 09-28 10-28 11-17 12-24 12-25'],
    ['ES', 'Europe/Madrid', '01-01 01-06 04-03 05-01 10-12 12-08 12-25'],
    ['FR', 'Europe/Paris', '01-01 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25'],
    ['IT', 'Europe/Rome', '01-01 01-06 04-06 05-01 06-02 12-08 12-25'],
    ['GR', 'Europe/Athens', '01-01 01-06 02-23 03-25 04-10 04-13 05-01 06-01 10-28 12-25'],
    ['BG', 'Europe/Sofia', '01-01 03-03 04-10 04-13 05-01 05-06 05-25 09-07 09-22 12-24 12-25 12-28'],
    // As England, Wales and Northern Ireland have them in common; what only one of its four countries keeps is closures.
    ['GB', 'Europe/London', '01-01 04-03 04-06 05-04 05-25 12-25 12-28'],
    ['NL', 'Europe/Amsterdam', '01-01 04-06 04-27 05-14 05-25 12-25'],
  ])('%s keeps in 2026: %3$s', (country, zone, days) => {
    const calendar = of(country, zone);
    const off: string[] = [];
    for (
      let day = '2026-01-01' as Day;
      day <= '2026-12-31';
      day = addWorkingDays(weekdaysCalendar('UTC', 2026, 2026), day, 1)
    )
      if (!isWorkingDay(calendar, day)) off.push(day.slice(5));
    expect(off.join(' ')).toBe(days);
  });

  it('tell a holiday that played a part, also in Chinese', () => {
    const germany = of('DE', 'Europe/Berlin');
    expect(germany.title).toEqual({ en: 'Working days of Germany', zh: '德国工作日历' });
    expect(explainWorkingDays(germany, '2026-04-02', 1).sentence).toEqual({
      en: 'Tue 7 Apr 2026: 1 working day from 2 Apr; 3 Apr and 6 Apr are holidays',
      zh: '2026年4月7日（周二）：4月2日之后第1个工作日；4月3日、4月6日放假',
    });
    expect(germany.closures.find(({ from }) => from === '2026-04-06')?.title).toEqual({
      en: 'Easter Monday',
      zh: '复活节星期一',
    });
  });

  it('are published for this year and the next by law; further on they are provisional', () => {
    const germany = of('DE', 'Europe/Berlin');
    expect(isProvisional(germany, '2027-12-31')).toBe(false);
    expect(isProvisional(germany, '2028-01-03')).toBe(true);
    // But computed all the same.
    expect(isWorkingDay(germany, '2028-04-14')).toBe(false);
  });

  it('are provisional where a holiday waits for the moon to be seen', () => {
    const egypt = of('EG', 'Africa/Cairo');
    expect(isProvisional(egypt, '2025-03-30')).toBe(false);
    expect(isProvisional(egypt, '2026-03-20')).toBe(true);
  });

  it('take Friday and Saturday off where that is the weekend', () => {
    const egypt = of('EG', 'Africa/Cairo');
    expect(egypt.weekend).toEqual([5, 6]);
    expect(addWorkingDays(egypt, '2026-11-19', 1)).toBe('2026-11-22');
    expect(isWorkingDay(egypt, '2026-11-20')).toBe(false);
    expect(explainWorkingDays(egypt, '2026-11-19', 1).reckoning.en).toContain('Friday and Saturday are the weekend');
  });

  it('are not known for every country: there only weekdays are counted, by the weekend of the country', () => {
    expect(hasHolidays('NP')).toBe(false);
    expect(hasHolidays('XX')).toBe(false);
    const nepal = weekdaysCalendar('Asia/Kathmandu', 2025, 2027, 'NP');
    expect(nepal).toMatchObject({ weekend: [6], title: { en: 'Sunday to Friday', zh: '周日至周五' } });
    expect(weekdaysCalendar('Africa/Tripoli', 2025, 2027, 'LY').title.en).toBe('Sunday to Thursday');
    expect(weekdaysCalendar('UTC', 2025, 2027).title).toEqual({ en: 'Monday to Friday', zh: '周一至周五' });
  });
});
