import type { CalendarData } from './calendar-data';
import type { Day } from './day';
import { instantOfMs, msOfInstant, type Instant, type TimeOfDay } from './instant';
import { instantAt } from './zone';

const MS_PER_MINUTE = 60_000;

/** A reading of the calendar's wall clock, and the instant at which it shows it. */
export interface WallClock {
  on: Day;
  time: TimeOfDay;
  at: Instant;
  /** Clocks go back soon after, and show the same once more. */
  comesAgain: boolean;
}

/**
 * What the calendar's wall clock really shows at a time that somebody has named: the same, but where clocks go
 * forward over it. 02:30 is then 03:30, as the calendars of people's mail programs take it too.
 */
export function wallClock(calendar: CalendarData, day: Day, time: TimeOfDay): WallClock {
  const at = instantAt(calendar, day, time);
  const { offsets } = calendar;
  const minutes = offsets.findLast(({ from }) => from <= at)?.minutes ?? offsets[0]?.minutes ?? 0;
  const shown = instantOfMs(msOfInstant(at) + minutes * MS_PER_MINUTE);
  const next = offsets.find(({ from }) => from > at);
  const backMs = next ? (minutes - next.minutes) * MS_PER_MINUTE : 0;
  return {
    on: shown.slice(0, 10) as Day,
    time: shown.slice(11, 16) as TimeOfDay,
    at,
    comesAgain: next !== undefined && backMs > 0 && msOfInstant(at) + backMs >= msOfInstant(next.from),
  };
}
