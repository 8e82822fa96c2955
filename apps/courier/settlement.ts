import type { Instant } from '@citypath/calendar';
import type { Hold, LetterOutcome } from '@citypath/store';
import { assertNever } from './assert-never';
import { tryAgainAt } from './smtp/pauses';
import type { PostOutcome } from './smtp/post-outcome';

/** What the ledger is told of an attempt to post. */
export function settlementOf(outcome: PostOutcome, { attempt }: Hold, now: Instant): LetterOutcome {
  switch (outcome.kind) {
    case 'accepted':
    case 'refused':
    case 'unknown':
      return { kind: outcome.kind, at: now, response: outcome.response };
    case 'not-now':
      return {
        kind: 'deferred',
        at: now,
        notBeforeAt: tryAgainAt(outcome.cause, attempt, now),
        response: outcome.response,
      };
    default:
      return assertNever(outcome);
  }
}
