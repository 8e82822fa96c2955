import type { Instant } from '../types';

/** What became of a letter that a courier held. */
export type LetterOutcome =
  /** The mail server took it. */
  | { kind: 'accepted'; at: Instant; response: string }
  /** The mail server refused it for good, or our patience ended. `bounced`: it was the address that it refused. */
  | { kind: 'refused'; at: Instant; response: string; bounced: boolean; reason: 'patience-ended' | null }
  /** The connection broke when it may have been taken already: never posted again by itself. */
  | { kind: 'unknown'; at: Instant; response: string | null }
  /** It certainly was not taken (a temporary refusal, or no connection): due again, not before the instant. */
  | {
      kind: 'deferred';
      at: Instant;
      notBeforeAt: Instant;
      response: string | null;
      /** When the mail server first said "later"; null when it never did. */
      deferredSince: Instant | null;
    };
