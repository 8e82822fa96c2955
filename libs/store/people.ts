import type { DataSource, EntityManager } from 'typeorm';
import { addressKey, AddressTaken } from './address-taken';
import {
  PERSON_COLUMNS,
  personOfRow,
  type Person,
  type PersonRowRead,
  type PersonToKeep,
  type PersonWithSeats,
} from './person';
import { Letter } from './rows/letter';
import { Person as PersonRow } from './rows/person';
import { PersonAddress } from './rows/person-address';
import { ProgrammeSeat } from './rows/programme-seat';
import { Session } from './rows/session';
import { sql } from './sql';
import type { Instant, Language } from './types';

/** Names, addresses and languages: the only place that has them. */
export class People {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Adds a person or replaces what was known of him or her.
   * @throws AddressTaken when somebody else has one of the addresses; nothing is kept then
   */
  async put(person: PersonToKeep): Promise<void> {
    const { otherAddresses = [], timeZone = null, leave = null, ...named } = person;
    const columns = {
      timeZone,
      leaveFromOn: leave?.fromOn ?? null,
      leaveUntilOn: leave?.untilOn ?? null,
      leaveSubstitute: leave?.substitute ?? null,
    };
    await this.dataSource.transaction(async (transaction) => {
      await transaction.getRepository(PersonRow).upsert({ ...columnsOf(named), ...columns }, ['id']);
      await keepAddresses(transaction, person.id, [person.address, ...otherAddresses]);
    });
  }

  async changeLanguage(id: string, language: Language): Promise<void> {
    await this.dataSource.getRepository(PersonRow).update({ id }, { language });
  }

  async byId(id: string): Promise<Person | null> {
    const [person] = await this.byIds([id]);
    return person ?? null;
  }

  /** @returns those of the people that are known; one statement */
  async byIds(ids: string[]): Promise<Person[]> {
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

  /** @returns everybody who was not erased, by name, at most so many */
  async all(limit: number): Promise<PersonWithSeats[]> {
    return this.select('WHERE p.erased_at IS NULL ORDER BY p.family_name, p.given_name, p.id LIMIT $1', [limit]);
  }

  /** @returns the people named and all who hold a seat of the programmes, each with these seats; one statement */
  async concerned(ids: string[], programmes: string[]): Promise<PersonWithSeats[]> {
    return this.select(
      `WHERE p.id = ANY ($1) OR p.id IN (SELECT person_id FROM programme_seats WHERE programme = ANY ($2))
       ORDER BY p.id`,
      [ids, programmes],
    );
  }

  /**
   * Takes name and address from the person and from every letter written to him or her, and ends the sessions.
   * The id stays: journeys keep their history.
   */
  async erase(id: string, at: Instant): Promise<void> {
    await this.dataSource.transaction(async (transaction) => {
      await transaction.update(PersonRow, { id }, { ...NOTHING_KNOWN, erasedAt: at });
      await transaction.update(PersonRow, { leaveSubstitute: id }, { leaveSubstitute: null });
      await transaction.update(
        Letter,
        { recipient: id },
        { address: null, subject: null, bodyText: null, bodyHtml: null, smtpResponse: null },
      );
      await transaction.delete(PersonAddress, { personId: id });
      await transaction.delete(Session, { personId: id });
      await transaction.delete(ProgrammeSeat, { personId: id });
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

const NOTHING_KNOWN = {
  familyName: '',
  givenName: '',
  displayName: null,
  zhName: null,
  address: '',
  timeZone: null,
  titleEn: null,
  titleZh: null,
  leaveFromOn: null,
  leaveUntilOn: null,
  leaveSubstitute: null,
  isAdministrator: false,
};

/** A caller may hand over a person as it was read, with more than the columns. */
function columnsOf(person: Omit<PersonToKeep, 'otherAddresses' | 'timeZone' | 'leave'>) {
  const { id, familyName, givenName, displayName, zhName, address, language, titleEn, titleZh, isAdministrator } =
    person;
  return { id, familyName, givenName, displayName, zhName, address, language, titleEn, titleZh, isAdministrator };
}

/** @param addresses the preferred one first @throws AddressTaken */
async function keepAddresses(transaction: EntityManager, personId: string, addresses: string[]): Promise<void> {
  const byKey = new Map<string, { address_key: string; address: string; preferred: boolean }>();
  for (const [place, address] of addresses.entries()) {
    const key = addressKey(address);
    if (key !== '' && !byKey.has(key)) byKey.set(key, { address_key: key, address, preferred: place === 0 });
  }
  // In order of their keys, so that two people who want the same addresses wait for each other and do not deadlock.
  const rows = [...byKey.values()].sort((a, b) => (a.address_key < b.address_key ? -1 : 1));
  await sql(transaction, 'DELETE FROM person_addresses WHERE person_id = $1 AND address_key <> ALL ($2)', [
    personId,
    rows.map(({ address_key }) => address_key),
  ]);
  // First nobody is preferred, for there is never more than one.
  await sql(transaction, 'UPDATE person_addresses SET preferred = false WHERE person_id = $1 AND preferred', [
    personId,
  ]);
  const kept = await sql<{ address_key: string }>(
    transaction,
    `INSERT INTO person_addresses AS known (address_key, address, person_id, preferred)
     SELECT a.address_key, a.address, $1, a.preferred
     FROM jsonb_to_recordset($2::jsonb) AS a (address_key text, address text, preferred boolean)
     ON CONFLICT (address_key) DO UPDATE SET address = excluded.address, preferred = excluded.preferred
     WHERE known.person_id = excluded.person_id
     RETURNING address_key`,
    [personId, JSON.stringify(rows)],
  );
  const keptKeys = new Set(kept.map(({ address_key }) => address_key));
  const taken = rows.filter(({ address_key }) => !keptKeys.has(address_key));
  if (taken.length > 0) throw new AddressTaken(taken.map(({ address }) => address));
}
