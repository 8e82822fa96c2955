import type { Day } from '@citypath/calendar';
import type { JourneyId, JourneyState, LetterDue, PersonId, SeatKey } from '@citypath/journey';

/** A letter of the ledger that is about to be decided on. */
export interface LetterAtHand extends LetterDue {
  id: string;
  journeyId: JourneyId;
  /** The seat that the letter is about, where that is not the one it goes to: the vacant seat of a vacancy letter. */
  aboutSeat: SeatKey | null;
}

/** What is true of a journey at the moment of sending. */
export interface JourneyAtSending {
  state: JourneyState;
  /** In the city's zone. */
  today: Day;
  /** Who holds which seat of the programme; a seat without a person is missing or null. */
  programmeSeats: ProgrammeSeats;
}

export type ProgrammeSeats = Readonly<Record<SeatKey, PersonId | null>>;

/** What the post rules know of a person. */
export interface Recipient {
  id: PersonId;
  /** Null or empty: none is known. */
  address: string | null;
  erased: boolean;
}
