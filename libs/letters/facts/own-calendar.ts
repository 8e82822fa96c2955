import type { CalendarData, Instant } from '@citypath/calendar';
import { offsetsOf, type Person } from '@citypath/store';

const MS_PER_DAY = 86_400_000;
/** Offsets are looked up so far back and ahead, and kept for the month. */
const BEFORE_MS = 60 * MS_PER_DAY;
const AHEAD_MS = 800 * MS_PER_DAY;

const known = new Map<string, CalendarData['offsets']>();

/**
 * The calendar that a person's window is counted by: the one that is pinned to the person; for somebody with a zone of
 * his or her own the city's working days on that zone's clock; null where the city's says it all.
 * @param pinned by the person's `calendarHash`
 */
export function ownCalendar(
  { timeZone }: Person,
  pinned: CalendarData | null,
  city: CalendarData | null,
  now: Instant,
): CalendarData | null {
  if (pinned !== null || city === null || timeZone === null || timeZone === city.zone) return pinned;
  const key = `${timeZone} ${now.slice(0, 7)}`;
  let offsets = known.get(key);
  if (offsets === undefined) {
    const nowMs = Date.parse(`${now.slice(0, 7)}-01T00:00:00Z`);
    known.set(key, (offsets = offsetsOf(timeZone, nowMs - BEFORE_MS, nowMs + AHEAD_MS)));
  }
  // The rules keep what they compute of a calendar by its identity: the same one each time.
  return inZone(city, timeZone, offsets);
}

const rezoned = new WeakMap<CalendarData, Map<CalendarData['offsets'], CalendarData>>();

function inZone(city: CalendarData, zone: string, offsets: CalendarData['offsets']): CalendarData {
  let ofCity = rezoned.get(city);
  if (ofCity === undefined) rezoned.set(city, (ofCity = new Map<CalendarData['offsets'], CalendarData>()));
  let calendar = ofCity.get(offsets);
  if (calendar === undefined) ofCity.set(offsets, (calendar = { ...city, zone, offsets }));
  return calendar;
}
