import { dayAt, instantAt, type CalendarData, type Instant } from '@citypath/calendar';
import type { LetterAtHand } from './letter-at-hand';
import { classOf } from './letter-class';
import type { Waiting } from './opening';
import type { Recipient } from './recipient';

/** So long the morning's letters gather: the cities of one person fall due at nine, but not in the same second. */
export const GATHERING_MINUTES = 5;
const MS_PER_MINUTE = 60_000;

/**
 * Whether an ordinary letter waits a moment for the others: in the first minutes of the window everything does, and
 * what only the clock says does so from falling due. Whoever takes letters at any hour gets them at once.
 * @returns null when it need not wait (any longer)
 */
export function gathersUntil(
  letter: LetterAtHand,
  { window }: Recipient,
  calendar: CalendarData,
  now: Instant,
): Waiting | null {
  if (window === null) return null;
  const today = dayAt(calendar, now);
  const morning = gathered(instantAt(calendar, today, window.from));
  const own = classOf(letter) === 'by-the-clock' ? gathered(letter.dueAt) : morning;
  const untilAt = own > morning ? own : morning;
  // At the window's end nothing gathers any more: it would wait until tomorrow.
  const inTime = untilAt < instantAt(calendar, today, window.until);
  return inTime && now < untilAt ? { untilAt, reason: 'gathering' } : null;
}

function gathered(from: Instant): Instant {
  return new Date(Date.parse(from) + GATHERING_MINUTES * MS_PER_MINUTE).toISOString() as Instant;
}
