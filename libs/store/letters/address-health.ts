import type { DataSource } from 'typeorm';
import { addressKey } from '../address-taken';
import { sql } from '../sql';
import type { Instant } from '../types';
import type { Hold } from './taken-letter';

/** What a bounce says of an address: the letters named by `which` were written to it, and it was not said well since. */
export function markBounced(which: string): string {
  return `UPDATE person_addresses a SET bounced_at = $1, bounce_reason = left($2, 1000)
    FROM ${which} l
    WHERE a.person_id = l.recipient AND a.address_key = lower(l.address) AND a.bounced_at IS NULL
      AND (a.confirmed_at IS NULL OR a.confirmed_at < l.posting_since)`;
}

/** The mail server refused the recipient of a letter that a courier holds. */
export async function markRefusedAddress(on: DataSource, hold: Hold, at: Instant, reason: string): Promise<void> {
  const held = `(SELECT * FROM letters WHERE id = $3 AND attempts = $4 AND status IN ('posting', 'unknown'))`;
  await sql(on, markBounced(held), [at, reason, hold.id, hold.attempt]);
}

/** The health of people's addresses. A corrected address is well by itself: it is another one. */
export class AddressHealth {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Somebody said that a person's preferred address is right.
   * @returns whether letters to it had come back
   */
  async confirm(personId: string, now: Instant): Promise<boolean> {
    return this.makeWell('person_id = $2 AND preferred', [now, personId]);
  }

  /** A letter to an address was answered from it (a sign-in link was opened): it is well, whoever says otherwise. */
  async heardFrom(address: string, now: Instant): Promise<void> {
    await this.makeWell('address_key = $2', [now, addressKey(address)]);
  }

  private async makeWell(which: string, values: unknown[]): Promise<boolean> {
    const rows = await sql<{ had_bounced: boolean }>(
      this.dataSource,
      `UPDATE person_addresses now SET confirmed_at = $1, bounced_at = NULL, bounce_reason = NULL
       FROM (SELECT address_key, bounced_at FROM person_addresses WHERE ${which} FOR UPDATE) before
       WHERE now.address_key = before.address_key RETURNING before.bounced_at IS NOT NULL AS had_bounced`,
      values,
    );
    return rows.some((row) => row.had_bounced);
  }
}
