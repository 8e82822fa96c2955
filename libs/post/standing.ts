import type { Day } from '@citypath/calendar';
import type { PersonId } from '@citypath/journey';
import { assertNever } from './assert-never';
import type { ProgrammeSeats } from './letter-at-hand';

/** What the people's records say of somebody who stands in a chain. */
export interface PersonStanding {
  id: PersonId;
  /** Null or empty: none is known. */
  address: string | null;
  erased: boolean;
  /** Letters to the address came back, and it was not corrected since. */
  bounced: boolean;
  /** Days away, first and last included. */
  leave: { fromOn: Day; untilOn: Day; substitute: PersonId | null } | null;
}

/** The people of some journeys on one day. */
export interface PeopleStanding {
  today: Day;
  programmeSeats: ProgrammeSeats;
  /** Everybody whom the chains may name, and their substitutes. */
  people: ReadonlyMap<PersonId, PersonStanding>;
}

/** Why no letter would reach somebody. */
export type OutOfReach =
  | { kind: 'unreachable'; person: PersonId; because: 'unknown' | 'erased' | 'no-address' | 'bounced' }
  /** On leave, and nobody who stands in can be reached. */
  | { kind: 'away'; person: PersonId; untilOn: Day };

/** @returns whom a letter to this person reaches today (who stands in, where they are away), or why it reaches nobody */
export function reachOf(id: PersonId, { people, today }: PeopleStanding): { reaches: PersonId } | OutOfReach {
  const person = people.get(id);
  const because = troubleOf(person);
  if (because === 'unknown' || because === 'erased') return { kind: 'unreachable', person: id, because };
  const leave = person?.leave ?? null;
  if (leave !== null && leave.fromOn <= today && today <= leave.untilOn) {
    const substitute = leave.substitute === null ? undefined : people.get(leave.substitute);
    // A letter is passed on once: who stands in for somebody and is away too gets nothing in their place.
    const isThere = substitute !== undefined && troubleOf(substitute) === null && !isAway(substitute, today);
    return isThere ? { reaches: substitute.id } : { kind: 'away', person: id, untilOn: leave.untilOn };
  }
  switch (because) {
    case null:
      return { reaches: id };
    case 'no-address':
    case 'bounced':
      return { kind: 'unreachable', person: id, because };
    default:
      return assertNever(because);
  }
}

function troubleOf(person: PersonStanding | undefined): 'unknown' | 'erased' | 'no-address' | 'bounced' | null {
  if (person === undefined) return 'unknown';
  if (person.erased) return 'erased';
  if ((person.address ?? '').trim() === '') return 'no-address';
  return person.bounced ? 'bounced' : null;
}

function isAway({ leave }: PersonStanding, today: Day): boolean {
  return leave !== null && leave.fromOn <= today && today <= leave.untilOn;
}
