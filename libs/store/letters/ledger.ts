import type { LetterKind } from '@citypath/journey';
import type { Letter } from '../plain';
import type { LetterStatus } from '../rows/letter';
import type { Instant } from '../types';

/** A row of the ledger without the letter's words. */
export type LedgerEntry = Omit<Letter, 'bodyText' | 'bodyHtml'>;

/** All conditions given must hold. */
export interface LedgerFilter {
  journeyId?: string;
  /** All letters of these journeys, and of those only the ones that are for this person or were written to him or her. */
  readable?: { journeyIds: string[]; ownIn: { journeyIds: string[]; person: string } };
  step?: string;
  /** The person that it is for or was written to. */
  person?: string;
  status?: LetterStatus[];
  kind?: LetterKind[];
}

/** Newest first. */
export interface LedgerKey {
  dueAt: Instant;
  id: string;
}
