import type { CitySeat, PersonWithSeats } from '@citypath/store';
import type { Reader } from '../session/reader';
import { DIRECTOR, MANAGER } from './programme-seats';

/** What one may do with people as such, before one of them is named. */
export type PeopleAct = 'look-up' | 'add';

/** What one may do with one person's record. */
export type PersonAct = 'see' | 'correct' | 'set-leave' | 'set-post' | 'change-administrator' | 'export' | 'erase';

/** A person whose record is asked for, with all the seats that say who may. */
export interface SeatedPerson {
  person: PersonWithSeats;
  citySeats: readonly CitySeat[];
}

/** What the rules ask of such a person. */
export interface PersonAsked {
  person: Pick<PersonWithSeats, 'id' | 'isAdministrator' | 'programmeSeats'>;
  citySeats: readonly Pick<CitySeat, 'programme'>[];
}

/**
 * Administrators, managers and directors look people up: whoever fills seats has to find those who are known already.
 * Administrators and managers add people.
 */
export function mayWithPeople(reader: Reader, act: PeopleAct): boolean {
  if (reader.administrator) return true;
  const seats = act === 'add' ? [MANAGER] : [MANAGER, DIRECTOR];
  return reader.seats.some(({ seat }) => seats.includes(seat));
}

/** Everybody sees, exports, takes leave and chooses the hours of letters for themselves; all else is for those who look after people. */
export function mayWithPerson(reader: Reader, act: PersonAct, about: PersonAsked): boolean {
  if (reader.administrator) return true;
  const isOneself = about.person.id === reader.person;
  switch (act) {
    case 'see':
      return isOneself || mayWithPeople(reader, 'look-up');
    case 'export':
      return isOneself;
    case 'set-leave':
    case 'set-post':
      return isOneself || looksAfter(reader, about);
    case 'correct':
      return looksAfter(reader, about);
    case 'change-administrator':
    case 'erase':
      return false;
  }
}

/**
 * A manager looks after the people of cities of the own programme, and those who have no seat yet. Hazard: whoever may
 * change an address may sign in with it, so nobody looks after somebody who may do more than they may themselves:
 * not after administrators, holders of programme seats, or people of other programmes.
 */
function looksAfter(reader: Reader, { person, citySeats }: PersonAsked): boolean {
  const managed = reader.seats.filter(({ seat }) => seat === MANAGER).map(({ programme }) => programme);
  if (managed.length === 0 || person.isAdministrator || person.programmeSeats.length > 0) return false;
  return citySeats.every(({ programme }) => managed.includes(programme));
}
