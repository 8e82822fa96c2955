import { addWorkingDays, checkCalendar, dayAt, instantAt, isProvisional } from '@citypath/calendar';
import { weekdaysCalendar } from './weekdays';

describe('the calendar of a city whose holidays nobody has told us', () => {
  const berlin = weekdaysCalendar('Europe/Berlin', 2016, 2031);

  it('is well formed, in zones of all kinds', () => {
    for (const zone of [
      'Europe/Berlin',
      'Asia/Seoul',
      'Asia/Kathmandu',
      'America/St_Johns',
      'Africa/Casablanca',
      'UTC',
    ])
      expect(checkCalendar(weekdaysCalendar(zone, 2016, 2031))).toEqual([]);
  });

  it('counts Monday to Friday, and says that every year is provisional', () => {
    expect(addWorkingDays(berlin, '2026-12-24', 1)).toBe('2026-12-25');
    expect(addWorkingDays(berlin, '2026-12-25', 1)).toBe('2026-12-28');
    expect(isProvisional(berlin, '2026-12-25')).toBe(true);
  });

  // The European Union's summer time begins at 01:00 UTC on the last Sunday of March and ends at 01:00 UTC on that of October.
  it('knows when the clocks are changed', () => {
    expect(berlin.offsets).toContainEqual({ from: '2026-03-29T01:00:00.000Z', minutes: 120 });
    expect(berlin.offsets).toContainEqual({ from: '2026-10-25T01:00:00.000Z', minutes: 60 });
    expect(dayAt(berlin, '2026-07-01T22:30:00.000Z')).toBe('2026-07-02');
    expect(instantAt(berlin, '2026-07-02')).toBe('2026-07-02T07:00:00.000Z');
    expect(instantAt(berlin, '2026-12-02')).toBe('2026-12-02T08:00:00.000Z');
  });

  it('is small enough to travel with every journey', () => {
    expect(JSON.stringify(berlin).length).toBeLessThan(4_000);
  });

  it('is made for no zone that does not exist', () => {
    expect(() => weekdaysCalendar('Mars/Olympus', 2026, 2027)).toThrow(RangeError);
  });
});
