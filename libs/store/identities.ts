import type { DataSource } from 'typeorm';
import type { PersonIdentity } from './plain';
import { PersonIdentity as PersonIdentityRow } from './rows/person-identity';
import { sql } from './sql';

/** Which accounts of organisations sign whom in. */
export class Identities {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns the person's id, or null when the account is linked to nobody or to somebody who was erased */
  async personOf(issuer: string, subject: string): Promise<string | null> {
    const rows = await sql<{ person_id: string }>(
      this.dataSource,
      `SELECT i.person_id FROM person_identities i JOIN people p ON p.id = i.person_id
       WHERE i.issuer = $1 AND i.subject = $2 AND p.erased_at IS NULL`,
      [issuer, subject],
    );
    return rows[0]?.person_id ?? null;
  }

  /** Links an account to a person; again changes nothing. @returns false when it is somebody else's */
  async link(identity: PersonIdentity): Promise<boolean> {
    const rows = await sql<{ person_id: string }>(
      this.dataSource,
      `INSERT INTO person_identities (issuer, subject, person_id, linked_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (issuer, subject) DO UPDATE SET issuer = excluded.issuer RETURNING person_id`,
      [identity.issuer, identity.subject, identity.personId, identity.linkedAt],
    );
    return rows[0]?.person_id === identity.personId;
  }

  /** @returns the accounts of a person, the first linked first */
  async of(personId: string): Promise<PersonIdentity[]> {
    return this.dataSource.getRepository(PersonIdentityRow).find({ where: { personId }, order: { linkedAt: 'ASC' } });
  }

  /** Takes all accounts from a person. */
  async unlinkAll(personId: string): Promise<void> {
    await this.dataSource.getRepository(PersonIdentityRow).delete({ personId });
  }
}
