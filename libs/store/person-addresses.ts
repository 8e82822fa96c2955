import type { EntityManager } from 'typeorm';
import { addressKey, AddressTaken } from './address-taken';
import { sql } from './sql';

/**
 * Makes these the addresses of a person, and no others.
 * @param addresses the preferred one first
 * @throws AddressTaken when another person has one of them; the transaction is to be given up then
 */
export async function keepAddresses(
  transaction: EntityManager,
  personId: string,
  addresses: readonly string[],
): Promise<void> {
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
  // First none is preferred, for there is never more than one.
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
