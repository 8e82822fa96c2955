import type { JourneyState, LetterDue, PersonId } from '@citypath/journey';
import type { ProgrammeSeats } from './letter-at-hand';
import type { Suppression } from './suppression';

export type AddresseeNow = { kind: 'person'; person: PersonId } | { kind: 'nobody'; reason: Suppression };

type Addressed = Pick<LetterDue, 'seat' | 'holder'>;

/** Who holds the seat that a letter goes to: whom the fact named for a city's seat, the people's record for a programme's. */
export function addresseeOf({ seat, holder }: Addressed, programmeSeats: ProgrammeSeats): AddresseeNow {
  const person = holder ?? programmeSeats[seat] ?? null;
  return person === null ? { kind: 'nobody', reason: 'seat-empty' } : { kind: 'person', person };
}

/** Whether the person named by a letter still holds the city's seat it was written to. */
export function holdsSeatStill({ seat, holder }: Addressed, state: JourneyState): boolean {
  return holder === null || state.seats[seat]?.holder === holder || state.seats[seat]?.liaison === holder;
}
