import type { DataSource } from 'typeorm';
import { sql } from '../sql';
import type { Instant } from '../types';
import type { Claim } from './mail-round';
import type { ComposedLetter, Hold } from './taken-letter';

/** A message that is about to be posted: one letter, or the digest of several. */
export interface ComposedMessage extends ComposedLetter {
  claim: Claim;
  /** The letter whose message it is. */
  hold: Hold;
  /** Further letters that the message says; it is a digest then. */
  carried: Hold[];
  /** The day in the reader's zone on which it counts as an ordinary message; null: it is counted apart. */
  ordinaryOn: string | null;
}

/**
 * Locks the letters first, so that a fact that makes one pointless comes either before or after. A message goes only
 * when all its letters are still held and none was crossed; then, and only then, it counts in its reader's mailbox,
 * before it is posted: a crash afterwards must not lead to a second digest. The other letters of a message that does
 * not go are due again and decided anew.
 */
const COMPOSE = `
  WITH part AS (
    SELECT * FROM jsonb_to_recordset($2::jsonb) AS p (id uuid, attempt integer, message uuid, person text,
      recipient text, address text, language text, copied_to text, subject text, body_text text,
      body_html text, message_id text, ordinary_on date, digest boolean)
  ), held AS MATERIALIZED (
    SELECT l.id, l.crossed FROM letters l JOIN part p ON p.id = l.id
    WHERE l.attempts = p.attempt AND l.status = 'posting' ORDER BY l.id FOR UPDATE OF l
  ), going AS MATERIALIZED (
    SELECT p.message FROM part p LEFT JOIN held h ON h.id = p.id
    GROUP BY p.message HAVING bool_and(h.id IS NOT NULL AND NOT h.crossed)
  ), counted AS (
    UPDATE mailboxes m SET ordinary_on = c.on,
      ordinary_count = c.messages + CASE WHEN m.ordinary_on = c.on THEN m.ordinary_count ELSE 0 END,
      digest_on = CASE WHEN c.digest THEN c.on ELSE m.digest_on END
    FROM (
      SELECT p.person, max(p.ordinary_on) AS on, count(*)::int AS messages, bool_or(p.digest) AS digest
      FROM part p JOIN going g ON g.message = p.id WHERE p.ordinary_on IS NOT NULL GROUP BY p.person
    ) AS c WHERE m.person_id = c.person
  )
  UPDATE letters l SET
    status = CASE WHEN g.message IS NOT NULL THEN 'posting' WHEN h.crossed THEN 'cancelled' ELSE 'due' END,
    recipient = coalesce(p.recipient, l.recipient), address = p.address, language = p.language,
    copied_to = p.copied_to, subject = p.subject, body_text = p.body_text, body_html = p.body_html,
    message_id = CASE WHEN g.message IS NOT NULL THEN p.message_id END,
    is_digest = g.message IS NOT NULL AND coalesce(p.digest, false),
    carried_by = CASE WHEN g.message IS NOT NULL AND p.message <> p.id THEN p.message END,
    settled_at = CASE WHEN g.message IS NULL AND h.crossed THEN $1::timestamptz END,
    not_before = NULL,
    crossed = false
  FROM part p JOIN held h ON h.id = p.id LEFT JOIN going g ON g.message = p.message
  WHERE l.id = p.id
  RETURNING l.id, l.status = 'posting' AND l.carried_by IS NULL AS may_post`;

/** @returns the ids of the letters whose messages may be posted; one statement */
export async function composeMessages(
  on: DataSource,
  messages: readonly ComposedMessage[],
  now: Instant,
): Promise<Set<string>> {
  if (messages.length === 0) return new Set();
  const parts = messages.flatMap(partsOf);
  const rows = await sql<{ id: string; may_post: boolean }>(on, COMPOSE, [now, JSON.stringify(parts)]);
  return new Set(rows.filter(({ may_post }) => may_post).map(({ id }) => id));
}

function partsOf({ claim, hold, carried, ...composed }: ComposedMessage): Record<string, unknown>[] {
  const { recipient } = composed;
  const common = { message: hold.id, person: claim.person, recipient };
  return [
    {
      ...common,
      id: hold.id,
      attempt: hold.attempt,
      address: composed.address,
      language: composed.language,
      copied_to: composed.copiedTo,
      subject: composed.subject,
      body_text: composed.bodyText,
      body_html: composed.bodyHtml,
      message_id: composed.messageId,
      ordinary_on: composed.ordinaryOn,
      digest: carried.length > 0,
    },
    ...carried.map(({ id, attempt }) => ({ ...common, id, attempt })),
  ];
}
