import type { Instant } from '@citypath/calendar';
import type { Hold, LetterOutcome, TakenLetter } from '@citypath/store';
import { assertNever } from './assert-never';
import { patienceEndsAt, pausesSince, tryAgainAt } from './smtp/pauses';
import type { PostOutcome } from './smtp/post-outcome';

type Attempted = Hold & Pick<TakenLetter, 'deferredSince'>;

/** What the ledger is told of an attempt to post. */
export function settlementOf(outcome: PostOutcome, letter: Attempted, now: Instant): LetterOutcome {
  switch (outcome.kind) {
    case 'accepted':
    case 'unknown':
      return { kind: outcome.kind, at: now, response: outcome.response };
    case 'refused':
      return { kind: 'refused', at: now, response: outcome.response, bounced: outcome.recipient, reason: null };
    case 'not-now':
      return later(outcome, letter, now);
    default:
      return assertNever(outcome);
  }
}

/** A server that does not answer is waited for as long as it takes; one that says "later" until the next day. */
function later(
  { cause, response }: Extract<PostOutcome, { kind: 'not-now' }>,
  { attempt, deferredSince }: Attempted,
  now: Instant,
): LetterOutcome {
  if (cause === 'server-away') {
    return { kind: 'deferred', at: now, notBeforeAt: tryAgainAt(cause, attempt, now), response, deferredSince };
  }
  const since = deferredSince ?? now;
  // A server that was away for hours has not put the letter off once.
  const notBeforeAt = tryAgainAt(cause, pausesSince(since, now), now);
  if (notBeforeAt > patienceEndsAt(since))
    return { kind: 'refused', at: now, response, bounced: false, reason: 'patience-ended' };
  return { kind: 'deferred', at: now, notBeforeAt, response, deferredSince: since };
}
