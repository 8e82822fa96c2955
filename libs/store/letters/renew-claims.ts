import type { DataSource } from 'typeorm';
import { sql } from '../sql';
import type { Instant } from '../types';
import type { Claim } from './mail-round';
import type { Hold } from './taken-letter';

/** What a row locked by somebody needs is no renewal: it is being settled, or was lost. */
const RENEW = `
  WITH claim AS (
    SELECT m.person_id FROM mailboxes m JOIN unnest($1::text[], $2::int[]) AS c (person, round)
      ON m.person_id = c.person AND m.round = c.round
    WHERE m.round_since IS NOT NULL ORDER BY m.person_id FOR UPDATE OF m SKIP LOCKED
  ), claims AS (
    UPDATE mailboxes m SET round_since = $5 FROM claim WHERE m.person_id = claim.person_id
  ), held AS (
    SELECT l.id FROM letters l JOIN unnest($3::uuid[], $4::int[]) AS h (id, attempt)
      ON l.id = h.id AND l.attempts = h.attempt
    WHERE l.status = 'posting' ORDER BY l.id FOR UPDATE OF l SKIP LOCKED
  )
  UPDATE letters l SET posting_since = $5 FROM held WHERE l.id = held.id`;

/** A courier that is alive keeps what it holds: the leases of its claims and of their letters begin anew. One statement. */
export async function renewClaims(
  on: DataSource,
  claims: readonly Claim[],
  holds: readonly Hold[],
  now: Instant,
): Promise<void> {
  await sql(on, RENEW, [
    claims.map(({ person }) => person),
    claims.map(({ round }) => round),
    holds.map(({ id }) => id),
    holds.map(({ attempt }) => attempt),
    now,
  ]);
}
