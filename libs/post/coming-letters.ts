import type { Instant } from '@citypath/calendar';
import type { LetterDue, PersonId } from '@citypath/journey';
import { addresseeOf } from './addressee';
import { unreachable } from './decide-post';
import type { ProgrammeSeats } from './letter-at-hand';
import type { Reachable } from './recipient';
import type { Suppression } from './suppression';

/** A letter of the journey's forecast: who it goes to is still a seat. */
export type ForecastLetter = Pick<LetterDue, 'seat' | 'holder'> & { at: Instant };

/** A coming letter with what the post rules will make of it, as far as can be said today. */
export type ComingLetter<L extends ForecastLetter> = L & {
  to: PersonId | null;
  /** When it will go: today always at once. Null where it will not. */
  goesAt: Instant | null;
  suppressed: Suppression | null;
};

/**
 * Composes the journey's forecast with the post rules: who will get each coming letter, and when.
 * @param people everybody named by the letters or by `programmeSeats`, by id.
 * @returns the letters in the order given, none left out.
 */
export function comingLetters<L extends ForecastLetter>(
  letters: readonly L[],
  programmeSeats: ProgrammeSeats,
  people: ReadonlyMap<PersonId, Reachable>,
): ComingLetter<L>[] {
  return letters.map((letter) => {
    const addressee = addresseeOf(letter, programmeSeats);
    if (addressee.kind === 'nobody') return { ...letter, to: null, goesAt: null, suppressed: addressee.reason };
    const suppressed = unreachable(people.get(addressee.person) ?? null);
    return { ...letter, to: addressee.person, goesAt: suppressed === null ? letter.at : null, suppressed };
  });
}
