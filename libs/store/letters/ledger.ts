import type { LetterKind } from '@citypath/journey';
import type { Letter } from '../plain';
import type { LetterStatus } from '../rows/letter';
import type { Instant } from '../types';

/** A row of the ledger without the letter's words. */
export type LedgerEntry = Omit<Letter, 'bodyText' | 'bodyHtml'>;

/** A letter that took another one along. */
export type Carrier = Pick<Letter, 'subject' | 'isDigest' | 'recipient' | 'settledAt'>;

/** A row of the ledger with what stands in others about it. */
export type LedgerLine = LedgerEntry & {
  /** Null also where row security keeps it from the reader; `carriedBy` then still names it. */
  carrier: Carrier | null;
  /** How many letters it took along, of those that the reader may see. */
  carries: number;
  /** Why somebody skipped it; null also where the words were erased. */
  skipReason: string | null;
};

/** The same with the words, where they were asked for. */
export type LetterInFull = LedgerLine & Pick<Letter, 'bodyText' | 'bodyHtml'>;

/** All conditions given must hold. */
export interface LedgerFilter {
  journeyId?: string;
  journeyIds?: string[];
  /** All letters of these journeys, and of those only the ones that are for this person or were written to him or her. */
  readable?: { journeyIds: string[]; ownIn: { journeyIds: string[]; person: string } };
  step?: string;
  /** The person that it is for or was written to. */
  person?: string;
  status?: LetterStatus[];
  kind?: LetterKind[];
  /** Fell due then or later. */
  fromAt?: Instant;
  /** Fell due before. */
  beforeAt?: Instant;
  /** Went with this letter. */
  carriedBy?: string;
  /** Kept from going by one of these facts. */
  cancelledBy?: { journeyId: string; seq: number }[];
}

/** Newest first. */
export interface LedgerKey {
  dueAt: Instant;
  id: string;
}
