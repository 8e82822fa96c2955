import type { CalendarData, Instant } from './types';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/**
 * From when on a zone is how many minutes east of UTC, between two instants in milliseconds. Worked out once, from
 * the time zone data of this process, to travel with a calendar: the rules never ask for a zone by its name.
 *
 * @param zone an IANA name, 'Europe/Berlin'. @throws RangeError for what is none
 */
export function offsetsOf(zone: string, fromMs: number, untilMs: number): CalendarData['offsets'] {
  const offsetAt = offsetReader(zone);
  let minutes = offsetAt(fromMs);
  const offsets: CalendarData['offsets'] = [{ from: instantOf(fromMs), minutes }];
  for (let atMs = fromMs; atMs < untilMs; atMs += 24 * HOUR_MS) {
    const next = offsetAt(atMs + 24 * HOUR_MS);
    if (next === minutes) continue;
    offsets.push({ from: changeBetween(offsetAt, atMs, atMs + 24 * HOUR_MS), minutes: next });
    minutes = next;
  }
  return offsets;
}

/** The first minute at which the later offset holds. */
function changeBetween(offsetAt: (ms: number) => number, beforeMs: number, afterMs: number): Instant {
  const before = offsetAt(beforeMs);
  let [low, high] = [beforeMs / MINUTE_MS, afterMs / MINUTE_MS];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * MINUTE_MS) === before) low = middle;
    else high = middle;
  }
  return instantOf(high * MINUTE_MS);
}

function offsetReader(zone: string): (ms: number) => number {
  const clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (ms) => {
    const name = clock.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
}

function instantOf(ms: number): Instant {
  return new Date(ms).toISOString() as Instant;
}
