import type { JourneyState, RuleContext } from '@citypath/journey';
import type { ProgrammeSeats } from '@citypath/post';
import type { Person, TakenLetter } from '@citypath/store';

/** A journey as it stands, with everybody whom its letters may name. */
export interface JourneyToPreview extends Pick<TakenLetter, 'journey'> {
  state: JourneyState;
  context: RuleContext;
  programmeSeats: ProgrammeSeats;
  people: readonly Person[];
}
