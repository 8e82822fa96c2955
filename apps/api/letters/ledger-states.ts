import type { LedgerState } from '@citypath/contracts';
import type { LetterStatus } from '@citypath/store';

/** Which statuses of the records each state that people ask for takes in. */
export const statusesOf: Record<LedgerState, LetterStatus[]> = {
  waiting: ['due', 'posting'],
  held: ['held'],
  sent: ['accepted'],
  merged: ['merged'],
  'not-sent': ['cancelled', 'suppressed'],
  failed: ['refused', 'bounced'],
  unknown: ['unknown', 'presumed-sent'],
};
