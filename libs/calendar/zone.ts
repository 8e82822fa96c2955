import type { CalendarData } from './calendar-data';
import type { Day } from './day';
import { dayNumber, dayOfNumber } from './day-number';
import type { Instant, TimeOfDay } from './instant';
import { instantOfMs, msOfInstant, msOfTimeOfDay } from './instant';
import { oncePer } from './once-per';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/** A stretch of time with one offset from UTC. */
interface Stretch {
  offsetMs: number;
  /** When the next stretch begins; Infinity for the last. */
  endsAtMs: number;
  /** Wall clock readings (as if they were UTC) below this one belong to this stretch or an earlier one. */
  wallEndMs: number;
}

/** The calendar's local day at an instant. */
export function dayAt(calendar: CalendarData, instant: Instant): Day {
  const ms = msOfInstant(instant);
  const { offsetMs } = firstStretch(calendar, (stretch) => ms < stretch.endsAtMs);
  return dayOfNumber(Math.floor((ms + offsetMs) / MS_PER_DAY));
}

/**
 * The instant at which the calendar's wall clock shows a time (the working day's morning, unless another
 * is given) on a day. A time that comes twice, when clocks go back, is the first of the two; a time that
 * never comes, when clocks go forward, is as much later as the clocks moved: 02:30 becomes 03:30.
 */
export function instantAt(calendar: CalendarData, day: Day, time?: TimeOfDay): Instant {
  const timeMs = time === undefined ? zoneOf(calendar).morningMs : msOfTimeOfDay(time);
  const wallMs = dayNumber(day) * MS_PER_DAY + timeMs;
  return instantOfMs(wallMs - stretchShowing(calendar, wallMs).offsetMs);
}

/**
 * The end of a local day, as the first instant of the next one: what happens earlier is in time. Where
 * clocks go forward over midnight, that is the moment they do.
 */
export function endOfDay(calendar: CalendarData, day: Day): Instant {
  const midnightMs = (dayNumber(day) + 1) * MS_PER_DAY;
  const { offsetMs, endsAtMs } = stretchShowing(calendar, midnightMs);
  return instantOfMs(Math.min(midnightMs - offsetMs, endsAtMs));
}

const zoneOf = oncePer((calendar: CalendarData): { morningMs: number; stretches: Stretch[] } => ({
  morningMs: msOfTimeOfDay(calendar.morning),
  stretches: calendar.offsets.map(({ minutes }, index) => {
    const next = calendar.offsets[index + 1];
    const endsAtMs = next ? msOfInstant(next.from) : Infinity;
    // The greater of both offsets: repeated readings then fall to the stretch before the change (their first
    // coming), and so do skipped readings (which its offset carries beyond the change).
    const wallEndMs = next ? endsAtMs + Math.max(minutes, next.minutes) * MS_PER_MINUTE : Infinity;
    return { offsetMs: minutes * MS_PER_MINUTE, endsAtMs, wallEndMs };
  }),
}));

/** The stretch by whose offset a wall clock reading is understood. */
function stretchShowing(calendar: CalendarData, wallMs: number): Stretch {
  return firstStretch(calendar, (stretch) => wallMs < stretch.wallEndMs);
}

/** The first stretch that passes, given that all after it pass too. */
function firstStretch(calendar: CalendarData, passes: (stretch: Stretch) => boolean): Stretch {
  const { stretches } = zoneOf(calendar);
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle];
    if (stretch && passes(stretch)) high = middle;
    else low = middle + 1;
  }
  const found = stretches[low];
  if (!found) throw new RangeError(`The calendar "${calendar.key}" has no offset from UTC`);
  return found;
}
