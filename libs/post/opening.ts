import {
  addDays,
  dayAt,
  endOfDay,
  firstWorkingDayOnOrAfter,
  instantAt,
  isWorkingDay,
  type CalendarData,
  type Day,
  type Instant,
} from '@citypath/calendar';
import type { HoldReason } from './hold-reason';
import type { LeaveOfRecipient, Recipient } from './recipient';

/** Until when a letter waits, and why. */
export interface Waiting {
  untilAt: Instant;
  reason: HoldReason;
}

/**
 * The first moment from a day on at which letters may leave to somebody: the beginning of the window on the first
 * working day; without a window the beginning of the day.
 */
export function opensAt({ window }: Pick<Recipient, 'window'>, calendar: CalendarData, fromOn: Day): Instant {
  if (window === null) return endOfDay(calendar, addDays(fromOn, -1));
  return instantAt(calendar, firstWorkingDayOnOrAfter(calendar, fromOn), window.from);
}

/** The next opening after today. */
export function opensNext(recipient: Recipient, calendar: CalendarData, now: Instant): Waiting['untilAt'] {
  return opensAt(recipient, calendar, addDays(dayAt(calendar, now), 1));
}

/** Whether somebody is away on a day, first and last day of the leave included. */
export function isOnLeave(leave: LeaveOfRecipient | null, day: Day): leave is LeaveOfRecipient {
  return leave !== null && leave.fromOn <= day && day <= leave.untilOn;
}

/** The first moment at which letters may leave after a leave. */
export function backAt(recipient: Recipient, calendar: CalendarData, leave: LeaveOfRecipient): Instant {
  return opensAt(recipient, calendar, addDays(leave.untilOn, 1));
}

/** @returns why no letter may leave to somebody now, and until when; null: they may */
export function whyClosed(recipient: Recipient, calendar: CalendarData, now: Instant): Waiting | null {
  const { window, leave, lettersHeldUntilOn } = recipient;
  const today = dayAt(calendar, now);
  if (lettersHeldUntilOn !== null && today < lettersHeldUntilOn) {
    return { untilAt: opensAt(recipient, calendar, lettersHeldUntilOn), reason: 'letters-held' };
  }
  if (isOnLeave(leave, today)) return { untilAt: backAt(recipient, calendar, leave), reason: 'on-leave' };
  if (window === null) return null;
  if (!isWorkingDay(calendar, today)) return { untilAt: opensAt(recipient, calendar, today), reason: 'day-off' };
  const opens = instantAt(calendar, today, window.from);
  if (now < opens) return { untilAt: opens, reason: 'outside-window' };
  if (now < instantAt(calendar, today, window.until)) return null;
  return { untilAt: opensNext(recipient, calendar, now), reason: 'outside-window' };
}
