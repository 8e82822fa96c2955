import type { Instant } from '@citypath/calendar';
import type { SeatKey } from './grammar';
import type { PersonId, StepRef } from './ids';

export type LetterKind =
  | 'welcome'
  | 'step-opened'
  | 'reminder'
  | 'overdue'
  | 'escalation'
  | 'to-accept'
  | 'accepted'
  | 'returned'
  | 'vacancy'
  | 'seat-taken-over'
  | 'thanks'
  | 'question'
  | 'dates-moved'
  /** A prepared letter waits: to the manager, after silence to the director. */
  | 'to-release'
  | 'rung-passed-over'
  /** Somebody's address is to be mended. */
  | 'contact-lost'
  /** To a meeting: its day is given, or moved. */
  | 'invitation'
  | 'invitation-cancelled';

/**
 * A letter that a fact caused. Unique by journey, step, round, kind, threshold, seat and holder.
 * `holder` is null for a programme's seat: who holds it is looked up at sending.
 */
export interface LetterDue {
  kind: LetterKind;
  /** The fact that caused it. */
  seq: number;
  step: StepRef | null;
  round: number;
  /** 'due-3@2026-12-01', 'due+4@2026-12-01', 'accept+3@…', or 'seq:17' for a letter that follows an act. */
  threshold: string;
  seat: SeatKey;
  holder: PersonId | null;
  dueAt: Instant;
}

/** Outstanding letters that a fact makes pointless: all conditions given must hold. */
export interface LetterCancellation {
  seq: number;
  step?: StepRef;
  kinds?: LetterKind[];
  /** But for these. */
  except?: LetterKind[];
  seat?: SeatKey;
  holder?: PersonId;
  /** In words for the ledger, a code: 'submitted', 'settled', 'date-moved', 'on-hold', 'closed', 'seat-changed', 'reassigned', 'let-go'. */
  reason: string;
}
