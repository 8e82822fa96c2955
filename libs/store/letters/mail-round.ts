import type { Instant } from '../types';
import type { TakenLetter } from './taken-letter';

/** A courier's claim on somebody's mailbox: nobody else decides on the person's letters meanwhile. */
export interface Claim {
  /** Empty: the letters that have nobody to go to. */
  person: string;
  /** The fence: another courier that comes after a lease has run out has another one. */
  round: number;
}

/** One person's turn: all letters that wait, and what he or she has got so far. */
export interface MailRound extends Claim {
  received: { digestOn: string | null; ordinaryOn: string | null; ordinaryCount: number };
  letters: TakenLetter[];
}

/** How much is taken at once. */
export interface RoundLimits {
  people: number;
  /** What is beyond waits for the person's next turn. */
  lettersOfPerson: number;
  /** A claim from before then belongs to a courier that died. */
  leaseBeganAt: Instant;
}
