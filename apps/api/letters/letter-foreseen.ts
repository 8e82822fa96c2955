import type { Day } from '@citypath/calendar';
import type { Fact, JourneyState } from '@citypath/journey';
import type { LetterAtHand } from '@citypath/post';
import type { KnownJourney } from '../journeys/journey-reader';

/** How far the ledger looks ahead. */
export const DAYS_AHEAD = 30;

/** A letter that silence will cause, with the fact that will cause it and the journey as it will stand then. */
export interface LetterForeseen {
  key: string;
  journey: KnownJourney;
  due: LetterAtHand;
  /** The city's day. */
  on: Day;
  fact: Fact;
  stateThen: JourneyState;
}
