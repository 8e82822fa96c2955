import type { CalendarData, Day } from '@citypath/calendar';
import type { JourneyId, JourneyState, LetterDue, MovedDate, PersonId, SeatKey } from '@citypath/journey';

/** A letter of the ledger that is about to be decided on. */
export interface LetterAtHand extends LetterDue {
  id: string;
  journeyId: JourneyId;
  /** The seat that the letter is about, where that is not the one it goes to: the vacant seat of a vacancy letter. */
  aboutSeat: SeatKey | null;
  /** A meeting is off, and this person was never told of it. */
  neverInvited?: boolean;
  /** The dates that it tells of, where a newer calendar caused it. */
  moved?: MovedDate[] | undefined;
  /** It is the end of a ladder, or a person let it go with words of their own: it goes alone, whatever else does. */
  urgent: boolean;
  /** An act upon many cities caused it with others: they go as one, and never one by one. */
  together?: boolean | undefined;
  /** Somebody asked for it at once. */
  expedited: boolean;
  /** Who has it in place of somebody on leave. */
  passedOnTo: PersonId | null;
}

/** What is true of a journey at the moment of sending. */
export interface JourneyAtSending {
  state: JourneyState;
  /** In the city's zone. */
  today: Day;
  /** The city's. */
  calendar: CalendarData;
  /** Who holds which seat of the programme; a seat without a person is missing or null. */
  programmeSeats: ProgrammeSeats;
}

export type ProgrammeSeats = Readonly<Record<SeatKey, PersonId | null>>;
