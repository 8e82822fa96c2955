import type { DataSource } from 'typeorm';
import { sql } from '../sql';
import type { MailRound } from './mail-round';

/** What people have got so far today, for whoever looks ahead; couriers claim mailboxes themselves. */
export class Mailboxes {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns what each of these people has got, by their ids; whoever got nothing ever is missing; one statement */
  async received(people: readonly string[]): Promise<Map<string, MailRound['received']>> {
    const rows = await sql<MailRound['received'] & { person: string }>(
      this.dataSource,
      `SELECT person_id AS person, digest_on::text AS "digestOn", ordinary_on::text AS "ordinaryOn",
         ordinary_count AS "ordinaryCount" FROM mailboxes WHERE person_id = ANY ($1)`,
      [people],
    );
    return new Map(rows.map(({ person, ...received }) => [person, received]));
  }
}
