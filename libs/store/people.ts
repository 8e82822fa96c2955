import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { addressKey } from './address-taken';
import { erasePerson } from './erase-person';
import { releaseHeld } from './letters/release-held';
import { notePeopleAct, type PeopleAct } from './people-acts';
import {
  PERSON_COLUMNS,
  personOfRow,
  type Correction,
  type Leave,
  type NamesOfPerson,
  type Person,
  type PersonRowRead,
  type PostWindow,
  USUAL_WINDOW,
  type PersonToKeep,
  type PersonWithSeats,
} from './person';
import { keepAddresses } from './person-addresses';
import { Person as PersonRow } from './rows/person';
import { sql } from './sql';
import { standingOfPeople, type StandingOfPerson } from './standing';
import type { Instant, Language } from './types';

/** Names, addresses and languages: the only place that has them. */
export class People {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Adds a person or replaces what was known of him or her.
   * @throws AddressTaken when somebody else has one of the addresses; nothing is kept then
   */
  async put(person: PersonToKeep): Promise<void> {
    await this.dataSource.transaction((transaction) => putPerson(transaction, person));
  }

  /** Adds somebody who is not known yet, with a line in the trail. @throws AddressTaken as `put` does */
  async add(person: PersonToKeep, act: PeopleAct): Promise<void> {
    await this.dataSource.transaction(async (transaction) => {
      await putPerson(transaction, person);
      await notePeopleAct(transaction, act);
    });
  }

  /**
   * Corrects names, addresses, language, zone and titles; roles and leave stay. An erased person stays erased.
   * @throws AddressTaken when somebody else has one of the addresses; nothing is kept then
   */
  async correct(id: string, person: Correction, act: PeopleAct): Promise<void> {
    const { otherAddresses, ...columns } = person;
    await this.dataSource.transaction(async (transaction) => {
      const { affected } = await transaction.update(PersonRow, { id, erasedAt: IsNull() }, columns);
      if (affected === 0) return;
      await keepAddresses(transaction, id, [person.address, ...otherAddresses]);
      await releaseHeld(transaction, id);
      await notePeopleAct(transaction, act);
    });
  }

  async setLeave(id: string, leave: Leave | null, act: PeopleAct): Promise<void> {
    await this.dataSource.transaction(async (transaction) => {
      await transaction.update(PersonRow, { id, erasedAt: IsNull() }, leaveColumns(leave));
      await notePeopleAct(transaction, act);
      await releaseHeld(transaction, id);
    });
  }

  /** @param window null: at any hour of any day */
  async setPostWindow(id: string, window: PostWindow | null, act: PeopleAct): Promise<void> {
    await this.dataSource.transaction(async (transaction) => {
      await transaction.update(PersonRow, { id, erasedAt: IsNull() }, windowColumns(window));
      await notePeopleAct(transaction, act);
      await releaseHeld(transaction, id);
    });
  }

  /** @param untilOn the first day on which letters go again, in the person's zone; null: they go */
  async holdLetters(id: string, untilOn: string | null, act: PeopleAct): Promise<void> {
    await this.dataSource.transaction(async (transaction) => {
      await transaction.update(PersonRow, { id, erasedAt: IsNull() }, { lettersHeldUntilOn: untilOn });
      await notePeopleAct(transaction, act);
      await releaseHeld(transaction, id);
    });
  }

  /**
   * Makes somebody an administrator, or takes it back.
   * @returns false when nobody would be left who is one: then nothing was changed
   */
  async setAdministrator(id: string, isAdministrator: boolean, act: PeopleAct): Promise<boolean> {
    return this.dataSource.transaction(async (transaction) => {
      // Locked, so that two administrators who withdraw each other at once do not both succeed.
      const administrators = await sql<{ id: string }>(
        transaction,
        'SELECT id FROM people WHERE is_administrator AND erased_at IS NULL ORDER BY id FOR UPDATE',
        [],
      );
      if (!isAdministrator && administrators.every((one) => one.id === id)) return false;
      await transaction.update(PersonRow, { id, erasedAt: IsNull() }, { isAdministrator });
      await notePeopleAct(transaction, act);
      return true;
    });
  }

  async changeLanguage(id: string, language: Language): Promise<void> {
    await this.dataSource.getRepository(PersonRow).update({ id }, { language });
  }

  async byId(id: string): Promise<PersonWithSeats | null> {
    const [person] = await this.byIds([id]);
    return person ?? null;
  }

  /** @returns those of the people that are known; one statement */
  async byIds(ids: string[]): Promise<PersonWithSeats[]> {
    return this.select('WHERE p.id = ANY ($1)', [ids]);
  }

  /** @returns whoever has the address, preferred or not and however it is spelled; null: nobody */
  async byAddress(address: string): Promise<Person | null> {
    const [person] = await this.select(
      'WHERE p.erased_at IS NULL AND p.id = (SELECT person_id FROM person_addresses WHERE address_key = $1)',
      [addressKey(address)],
    );
    return person ?? null;
  }

  /** @returns who has which of the addresses (however spelled), by the address in lower case; one statement */
  async byAddresses(addresses: string[]): Promise<Map<string, Person>> {
    const wanted = new Set(addresses.map(addressKey));
    const people = await this.select(
      `WHERE p.erased_at IS NULL AND p.id IN (SELECT person_id FROM person_addresses WHERE address_key = ANY ($1))`,
      [[...wanted]],
    );
    const pairs = people.flatMap((person) =>
      [person.address, ...person.otherAddresses].map((address) => [addressKey(address), person] as const),
    );
    return new Map(pairs.filter(([key]) => wanted.has(key)));
  }

  /** @returns everybody who was not erased, by name, at most so many */
  async all(limit: number): Promise<PersonWithSeats[]> {
    return this.select('WHERE p.erased_at IS NULL ORDER BY p.family_name, p.given_name, p.id LIMIT $1', [limit]);
  }

  /** @returns those who may do everything, by id; one statement */
  async administrators(): Promise<PersonWithSeats[]> {
    return this.select('WHERE p.is_administrator AND p.erased_at IS NULL ORDER BY p.id', []);
  }

  /** @returns what everybody who was not erased can be found by, by name; one statement without any seats */
  async names(): Promise<NamesOfPerson[]> {
    return sql<NamesOfPerson>(
      this.dataSource,
      `SELECT p.id, p.family_name AS "familyName", p.given_name AS "givenName", p.display_name AS "displayName",
         p.zh_name AS "zhName", ARRAY(SELECT a.address_key FROM person_addresses a WHERE a.person_id = p.id) AS addresses
       FROM people p WHERE p.erased_at IS NULL ORDER BY p.family_name, p.given_name, p.id`,
      [],
    );
  }

  /**
   * @returns the people named and all who hold a seat of the programmes, each with these seats, and whoever stands in
   *   for one of them; one statement
   */
  async concerned(ids: string[], programmes: string[]): Promise<PersonWithSeats[]> {
    return this.select(
      `WHERE p.id IN (
         WITH named AS MATERIALIZED (
           SELECT unnest($1::text[]) AS id UNION SELECT person_id FROM programme_seats WHERE programme = ANY ($2)
         )
         SELECT id FROM named
         UNION SELECT s.leave_substitute FROM people s JOIN named USING (id) WHERE s.leave_substitute IS NOT NULL
       )
       ORDER BY p.id`,
      [ids, programmes],
    );
  }

  /** @returns how these people stand, all who hold a seat of the programmes, and their substitutes; one statement */
  async standing(ids: string[], programmes: string[]): Promise<StandingOfPerson[]> {
    return standingOfPeople(this.dataSource, ids, programmes);
  }

  /**
   * Takes away what names a person, see erasePerson, and ends the sessions.
   * @param act the line in the trail; its reason stays
   */
  async erase(id: string, at: Instant, act?: PeopleAct): Promise<void> {
    const person = await this.byId(id);
    if (!person) return;
    await this.dataSource.transaction(async (transaction) => {
      await erasePerson(transaction, person, at);
      if (act) await notePeopleAct(transaction, act);
    });
  }

  private async select(conditions: string, values: unknown[]): Promise<PersonWithSeats[]> {
    const rows = await sql<PersonRowRead>(
      this.dataSource,
      `SELECT ${PERSON_COLUMNS} FROM people p ${conditions}`,
      values,
    );
    return rows.map(personOfRow);
  }
}

async function putPerson(transaction: EntityManager, person: PersonToKeep): Promise<void> {
  const { otherAddresses = [], timeZone = null, leave = null, postWindow = USUAL_WINDOW, ...named } = person;
  const { calendarHash = null, lettersHeldUntilOn = null } = person;
  const post = { ...windowColumns(postWindow), calendarHash, lettersHeldUntilOn };
  const columns = { ...columnsOf(named), timeZone, ...leaveColumns(leave), ...post };
  await transaction.getRepository(PersonRow).upsert(columns, ['id']);
  await keepAddresses(transaction, person.id, [person.address, ...otherAddresses]);
}

function leaveColumns(leave: Leave | null) {
  return {
    leaveFromOn: leave?.fromOn ?? null,
    leaveUntilOn: leave?.untilOn ?? null,
    leaveSubstitute: leave?.substitute ?? null,
  };
}

function windowColumns(window: PostWindow | null) {
  return { postFrom: window?.from ?? null, postUntil: window?.until ?? null };
}

/** A caller may hand over a person as it was read, with more than the columns. */
function columnsOf(person: Omit<PersonToKeep, 'otherAddresses' | 'timeZone' | 'leave' | 'postWindow'>) {
  const { id, familyName, givenName, displayName, zhName, address, language, titleEn, titleZh, isAdministrator } =
    person;
  return { id, familyName, givenName, displayName, zhName, address, language, titleEn, titleZh, isAdministrator };
}
