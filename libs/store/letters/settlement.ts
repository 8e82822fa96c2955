import type { LetterStatus } from '../rows/letter';
import type { Instant } from '../types';
import type { LetterOutcome } from './letter-outcome';

/** The columns that an outcome gives. */
export interface Settlement {
  status: LetterStatus;
  settledAt: Instant;
  reason: string | null;
  notBefore: Instant | null;
  smtpResponse: string | null;
  bouncedAt: Instant | null;
  deferredSince: Instant | null;
}

/** What an outcome writes into the ledger. */
export function changesOf(outcome: LetterOutcome): Settlement {
  const nothing = {
    settledAt: outcome.at,
    reason: null,
    notBefore: null,
    smtpResponse: null,
    bouncedAt: null,
    deferredSince: null,
  };
  switch (outcome.kind) {
    case 'refused': {
      const { at, reason, response, bounced } = outcome;
      return { ...nothing, status: 'refused', reason, smtpResponse: response, bouncedAt: bounced ? at : null };
    }
    case 'accepted':
    case 'unknown':
      return { ...nothing, status: outcome.kind, smtpResponse: outcome.response };
    case 'deferred':
      return {
        ...nothing,
        status: 'due',
        notBefore: outcome.notBeforeAt,
        smtpResponse: outcome.response,
        deferredSince: outcome.deferredSince,
      };
  }
}
