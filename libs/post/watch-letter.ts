import { dayAt, type CalendarData, type Day, type Instant } from '@citypath/calendar';
import { unreachable } from './decide-post';
import { opensNext, whyClosed, type Waiting } from './opening';
import type { Recipient } from './recipient';

/** So long something must have been known: what goes by itself is not told, and what breaks with it is told with it. */
const SETTLED_AFTER_MINUTES = 15;
const MS_PER_MINUTE = 60_000;

/** Something that is wrong. What comes back within a day of having gone is the same matter. */
export interface OpenMatter {
  id: string;
  /** When it was first seen. */
  seenAt: Instant;
}

/** An administrator, and what the watch over all journeys has to tell. */
export interface WatchPost {
  now: Instant;
  recipient: Recipient;
  /** Counted by where the recipient has no calendar of his or her own. */
  calendar: CalendarData;
  matters: readonly OpenMatter[];
  /** Matters that a letter to the recipient told before. */
  told: ReadonlySet<string>;
  /** The day of the last such letter, in the recipient's zone. */
  lastOn: Day | null;
}

export type WatchPostDecision =
  | { kind: 'nothing' }
  | ({ kind: 'hold' } & Waiting)
  /** One letter about all of these, which is the one of that day. */
  | { kind: 'send'; matters: string[]; on: Day };

/**
 * Whether somebody is written to of what the watch found: one letter a day at most, about all that is wrong at this
 * moment and that he or she was not told of. Whoever is on leave gets it afterwards, and nobody stands in: there are
 * other administrators, and the page.
 */
export function decideWatchLetter(post: WatchPost): WatchPostDecision {
  const { now, recipient, matters, told, lastOn } = post;
  const news = matters.filter(({ id }) => !told.has(id));
  if (news.length === 0 || unreachable(recipient) !== null) return { kind: 'nothing' };
  const calendar = recipient.calendar ?? post.calendar;
  const today = dayAt(calendar, now);
  if (lastOn !== null && lastOn >= today) {
    return { kind: 'hold', untilAt: opensNext(recipient, calendar, now), reason: 'after-digest' };
  }
  const closed = whyClosed(recipient, calendar, now);
  if (closed !== null) return { kind: 'hold', ...closed };
  const untilAt = settledAt(news);
  if (now < untilAt) return { kind: 'hold', untilAt, reason: 'gathering' };
  return { kind: 'send', matters: news.map(({ id }) => id), on: today };
}

/** When the one that was seen first has been there for long enough. */
function settledAt(matters: readonly OpenMatter[]): Instant {
  const first = Math.min(...matters.map(({ seenAt }) => Date.parse(seenAt)));
  return new Date(first + SETTLED_AFTER_MINUTES * MS_PER_MINUTE).toISOString() as Instant;
}
