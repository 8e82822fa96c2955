import type { Fact, JourneyId, LetterDue } from '@citypath/journey';
import { goesAlone, seatAbout } from '../cause';
import type { LetterAtHand } from '../letter-at-hand';
import { movedDatesFor } from '../moved-dates';
import { letterKey } from './letter-key';

/** A letter that a fact will cause, as it will stand in the ledger; its key is its id. */
export function letterAhead(due: LetterDue, fact: Fact, journeyId: JourneyId): LetterAtHand {
  return {
    ...due,
    id: letterKey({ ...due, journeyId }),
    journeyId,
    aboutSeat: seatAbout(fact),
    urgent: goesAlone(fact),
    moved: movedDatesFor(fact, due),
    expedited: false,
    passedOnTo: null,
  };
}
