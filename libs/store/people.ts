import { type DataSource, In } from 'typeorm';
import type { Person } from './plain';
import { Letter } from './rows/letter';
import { Person as PersonRow } from './rows/person';
import { ProgrammeSeat } from './rows/programme-seat';
import { Session } from './rows/session';
import { sql } from './sql';
import type { Instant } from './types';

/** A person with the seats of programmes (not of cities) that he or she holds. */
export interface PersonWithSeats extends Person {
  programmeSeats: { programme: string; seat: string }[];
}

/** Names, addresses and languages: the only place that has them. */
export class People {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds a person or replaces what was known of him or her. */
  async put(person: Omit<Person, 'erasedAt'>): Promise<void> {
    await this.dataSource.getRepository(PersonRow).upsert(person, ['id']);
  }

  async byId(id: string): Promise<Person | null> {
    return this.dataSource.getRepository(PersonRow).findOneBy({ id });
  }

  /** @returns those of the people that are known; one statement */
  async byIds(ids: string[]): Promise<Person[]> {
    return this.dataSource.getRepository(PersonRow).findBy({ id: In(ids) });
  }

  /** @returns everybody who was not erased, by name, at most so many */
  async all(limit: number): Promise<PersonWithSeats[]> {
    return this.withSeats('WHERE p.erased_at IS NULL ORDER BY p.family_name, p.given_name, p.id LIMIT $1', [limit]);
  }

  /** @returns the people named and all who hold a seat of the programmes, each with these seats; one statement */
  async concerned(ids: string[], programmes: string[]): Promise<PersonWithSeats[]> {
    return this.withSeats(
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
      const nothing = { displayName: null, zhName: null, titleEn: null, titleZh: null };
      await transaction.update(
        PersonRow,
        { id },
        { ...nothing, familyName: '', givenName: '', address: '', erasedAt: at },
      );
      await transaction.update(
        Letter,
        { recipient: id },
        { address: null, subject: null, bodyText: null, bodyHtml: null, smtpResponse: null },
      );
      await transaction.delete(Session, { personId: id });
      await transaction.delete(ProgrammeSeat, { personId: id });
    });
  }

  private async withSeats(conditions: string, values: unknown[]): Promise<PersonWithSeats[]> {
    const rows = await sql<PersonColumns>(
      this.dataSource,
      `SELECT p.*, ARRAY(
         SELECT jsonb_build_object('programme', s.programme, 'seat', s.seat)
         FROM programme_seats s WHERE s.person_id = p.id ORDER BY s.programme, s.seat
       ) AS programme_seats
       FROM people p ${conditions}`,
      values,
    );
    return rows.map(personOfRow);
  }
}

/** A person as raw SQL reads it. */
export interface PersonColumns {
  id: string;
  family_name: string;
  given_name: string;
  display_name: string | null;
  zh_name: string | null;
  address: string;
  language: Person['language'];
  title_en: string | null;
  title_zh: string | null;
  is_administrator: boolean;
  erased_at: Date | null;
  programme_seats: { programme: string; seat: string }[];
}

/** The person of a raw row. */
export function personOfRow(row: PersonColumns): PersonWithSeats {
  return {
    id: row.id,
    familyName: row.family_name,
    givenName: row.given_name,
    displayName: row.display_name,
    zhName: row.zh_name,
    address: row.address,
    language: row.language,
    titleEn: row.title_en,
    titleZh: row.title_zh,
    isAdministrator: row.is_administrator,
    erasedAt: (row.erased_at?.toISOString() ?? null) as Instant | null,
    programmeSeats: row.programme_seats,
  };
}
