import type { PersonResponse } from '@citypath/contracts';
import type { Person } from '@citypath/store';
import type { DefinitionEdition } from '../journeys/editions';
import type { KnownJourney } from '../journeys/journey-reader';
import { mayWithPerson, type PersonAct, type SeatedPerson } from '../policies/may-manage-people';
import type { Reader } from '../session/reader';
import { rolesOf } from '../session/roles';
import { openWith } from './open-with';
import { personShort } from './person-short';

/** What a person's page is made of. */
export interface PersonPageInput {
  about: SeatedPerson;
  /** Whoever stands in during a leave. */
  substitute: Person | null;
  /** The journeys that the person has seats in, also by a programme's seat. */
  journeys: readonly KnownJourney[];
  editions: readonly DefinitionEdition[];
  reader: Reader;
}

/** The page of a person: what is known, the seats held, what waits, and what the reader may do. */
export function personPage({ about, substitute, journeys, editions, reader }: PersonPageInput): PersonResponse {
  const { person, citySeats } = about;
  const { leave } = person;
  const may = (act: PersonAct) => person.erasedAt === null && mayWithPerson(reader, act, about);
  return {
    person: personShort(person),
    familyName: person.familyName,
    givenName: person.givenName,
    displayName: person.displayName,
    nameZh: person.zhName,
    address: person.address,
    otherAddresses: person.otherAddresses,
    language: person.language,
    timeZone: person.timeZone,
    titleEn: person.titleEn,
    titleZh: person.titleZh,
    leave: leave && {
      fromOn: leave.fromOn,
      untilOn: leave.untilOn,
      substitute: substitute && personShort(substitute),
    },
    post: { window: person.postWindow, heldUntilOn: person.lettersHeldUntilOn },
    roles: rolesOf(person, citySeats, editions),
    open: openWith(about, journeys),
    may: {
      correct: may('correct'),
      setLeave: may('set-leave'),
      setPost: may('set-post'),
      changeAdministrator: may('change-administrator'),
      export: may('export'),
      erase: may('erase') && person.id !== reader.person,
    },
  };
}
