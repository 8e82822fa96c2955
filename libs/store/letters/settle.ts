import type { DataSource } from 'typeorm';
import { sql } from '../sql';
import { markRefusedAddress } from './address-health';
import type { LetterOutcome } from './letter-outcome';
import { changesOf } from './settlement';
import type { Hold } from './taken-letter';

export interface SettledLetter {
  hold: Hold;
  outcome: LetterOutcome;
}

/**
 * Writes what became of messages. The letters that a digest carries share its lot: merged into it, or due again with
 * it. A message that was certainly not taken has not counted in its reader's mailbox.
 */
const SETTLE = `
  WITH o AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS o (id uuid, attempt integer, status text, settled_at timestamptz,
      reason text, not_before timestamptz, smtp_response text, bounced_at timestamptz, deferred_since timestamptz)
  ), message AS MATERIALIZED (
    SELECT l.id, l.recipient, l.is_digest, l.message_id, o.status FROM letters l JOIN o ON o.id = l.id
    WHERE l.attempts = o.attempt AND l.status IN ('posting', 'unknown') ORDER BY l.id FOR UPDATE OF l
  ), uncounted AS (
    UPDATE mailboxes m SET ordinary_count = greatest(0, m.ordinary_count - c.messages),
      digest_on = CASE WHEN c.digest AND m.digest_on = m.ordinary_on THEN NULL ELSE m.digest_on END
    FROM (
      SELECT recipient, count(*)::int AS messages, bool_or(is_digest) AS digest FROM message
      WHERE status = 'due' AND message_id IS NOT NULL AND id = ANY ($2::uuid[]) GROUP BY recipient
    ) AS c WHERE m.person_id = c.recipient
  )
  UPDATE letters l SET
    -- A letter that was not taken by the mail server and became pointless meanwhile is not due again.
    status = CASE WHEN o.status = 'due' AND l.crossed THEN 'cancelled'
      WHEN l.id <> o.id AND o.status <> 'due' THEN 'merged' ELSE o.status END,
    crossed = l.crossed AND o.status NOT IN ('due', 'suppressed'),
    settled_at = CASE WHEN o.status = 'due' AND NOT l.crossed THEN NULL ELSE o.settled_at END,
    carried_by = CASE WHEN o.status = 'due' THEN NULL ELSE l.carried_by END,
    is_digest = l.is_digest AND o.status <> 'due',
    reason = coalesce(l.reason, CASE WHEN l.id = o.id THEN o.reason END),
    not_before = o.not_before,
    smtp_response = CASE WHEN l.id = o.id THEN coalesce(o.smtp_response, l.smtp_response) ELSE l.smtp_response END,
    bounced_at = CASE WHEN l.id = o.id THEN o.bounced_at END,
    deferred_since = coalesce(o.deferred_since, l.deferred_since)
  FROM o JOIN message ON message.id = o.id
  WHERE l.id = o.id OR (l.carried_by = o.id AND l.status IN ('posting', 'unknown', 'merged'))
  RETURNING l.id`;

/**
 * @param ordinary of the messages, the ids of those that counted as ordinary ones
 * @returns the ids of the letters that were written; one whose hold was lost is not among them; one statement, and one
 *   more for each address that was refused
 */
export async function settleMessages(
  on: DataSource,
  settled: readonly SettledLetter[],
  ordinary: ReadonlySet<string>,
): Promise<Set<string>> {
  if (settled.length === 0) return new Set();
  const rows = settled.map(({ hold, outcome }) => ({ hold, columns: changesOf(outcome) }));
  for (const { hold, columns } of rows) {
    // First: a crash in between leaves the letter unknown, but never an address that is thought well and is not.
    const { bouncedAt, smtpResponse } = columns;
    if (bouncedAt !== null) await markRefusedAddress(on, hold, bouncedAt, smtpResponse ?? '');
  }
  const values = rows.map(({ hold: { id, attempt }, columns }) => ({
    id,
    attempt,
    status: columns.status,
    settled_at: columns.settledAt,
    reason: columns.reason,
    not_before: columns.notBefore,
    smtp_response: columns.smtpResponse,
    bounced_at: columns.bouncedAt,
    deferred_since: columns.deferredSince,
  }));
  const written = await sql<{ id: string }>(on, SETTLE, [JSON.stringify(values), [...ordinary]]);
  return new Set(written.map(({ id }) => id));
}
