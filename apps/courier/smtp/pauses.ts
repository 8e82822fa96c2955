import type { Instant } from '@citypath/calendar';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

const LETTER_DEFERRED_MS = [1, 5, 15, 60, 240].map((minutes) => minutes * MINUTE_MS);
const PATIENCE_MS = 24 * 60 * MINUTE_MS;
const SERVER_AWAY_FIRST_MS = 5 * SECOND_MS;
const SERVER_AWAY_LONGEST_MS = 5 * MINUTE_MS;

/**
 * When a letter that was not taken may be tried again: soon where there was no server, with longer pauses where
 * the server did not want it (its patience is counted in minutes and hours).
 * @param attempt 1 for the first one that failed
 */
export function tryAgainAt(cause: 'letter-deferred' | 'server-away', attempt: number, now: Instant): Instant {
  return new Date(Date.parse(now) + pauseMs(cause, attempt)).toISOString() as Instant;
}

/** Until when a letter is offered to a mail server that first said "later" at an instant: the same time of the next day. */
export function patienceEndsAt(deferredSince: Instant): Instant {
  return new Date(Date.parse(deferredSince) + PATIENCE_MS).toISOString() as Instant;
}

/** What was put off at this instant or before, and still is, is not offered at `now` any more. */
export function patienceBeganAt(now: Instant): Instant {
  return new Date(Date.parse(now) - PATIENCE_MS).toISOString() as Instant;
}

/** Which pause comes next for a letter that was first put off at an instant; other attempts than those do not count. */
export function pausesSince(deferredSince: Instant, now: Instant): number {
  let leftMs = Date.parse(now) - Date.parse(deferredSince);
  let pauses = 1;
  for (const ms of LETTER_DEFERRED_MS) {
    leftMs -= ms;
    if (leftMs >= 0) pauses += 1;
  }
  return pauses;
}

function pauseMs(cause: 'letter-deferred' | 'server-away', attempt: number): number {
  if (cause === 'letter-deferred') {
    return LETTER_DEFERRED_MS[Math.min(attempt, LETTER_DEFERRED_MS.length) - 1] ?? MINUTE_MS;
  }
  return Math.min(SERVER_AWAY_FIRST_MS * 2 ** Math.min(attempt - 1, 10), SERVER_AWAY_LONGEST_MS);
}
