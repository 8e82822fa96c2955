import type { JourneyState, LetterDue } from '@citypath/journey';
import type { Instant, Language } from '../types';

/** A courier's hold on a letter: it ends when the letter is settled, or when it is recovered from a dead courier. */
export interface Hold {
  id: string;
  attempt: number;
}

/** A letter that fell due, with what it takes to ask whether it is still due and to write it. */
export interface TakenLetter extends Hold, LetterDue {
  journeyId: string;
  /** It was posted before, and nobody knows whether it arrived: it goes once more, and says so. */
  isAgain?: true;
  /** When the mail server first said "later"; null when it never did. */
  deferredSince: Instant | null;
  /** Who has it in place of somebody on leave. */
  passedOnTo: string | null;
  /** An act upon many cities caused it with others. */
  together?: boolean | undefined;
  /** Somebody asked for it at once. */
  expedited: boolean;
  journey: {
    programmeKey: string;
    definitionHash: string;
    calendarHash: string;
    /** Null only when the first projection failed. */
    state: JourneyState | null;
    /** `state` is behind the journal. */
    stale: boolean;
    demonstration: boolean;
    city: { key: string; nameEn: string; nameZh: string | null };
  };
}

/** A letter as it goes into the post. */
export interface ComposedLetter {
  /** The person's id. */
  recipient: string;
  address: string;
  /** The person's id who gets a copy; null: nobody does. */
  copiedTo: string | null;
  /** Null: in both. */
  language: Language | null;
  subject: string;
  bodyText: string;
  bodyHtml: string;
  messageId: string;
}
