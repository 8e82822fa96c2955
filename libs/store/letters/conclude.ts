import type { DataSource } from 'typeorm';
import { sql } from '../sql';
import type { Instant } from '../types';
import { isNews } from './is-news';
import type { Hold } from './taken-letter';

/** What the post rules made of a letter that no mail server gets now. */
export type Concluded =
  | { kind: 'held'; untilAt: Instant; reason: string }
  /** A newer letter says it. */
  | { kind: 'merged'; into: string }
  /** To somebody else; null: back to whom it was for. Due at once. */
  | { kind: 'passed-on'; to: string | null }
  /** `reason` is a code. */
  | { kind: 'suppressed'; reason: string }
  /** Nothing was done with it after all: due again, at once or at an instant. */
  | { kind: 'put-back'; notBeforeAt: Instant | null };

export interface ConcludedLetter {
  hold: Hold;
  outcome: Concluded;
}

/**
 * Writes what was decided on letters that a courier holds. Taking one to decide that it waits was no attempt to post
 * it, and while we let it wait no mail server tries our patience. What a fact has crossed meanwhile is cancelled, as if
 * nobody had taken it. What was merged into a letter goes where that one goes; the news in it is due again when that
 * one never goes. One statement.
 */
const CONCLUDE = `
  WITH concluded AS (UPDATE letters l SET
    status = CASE WHEN l.crossed THEN 'cancelled' ELSE c.status END,
    crossed = false,
    settled_at = CASE WHEN l.crossed OR c.status IN ('merged', 'suppressed') THEN $1::timestamptz END,
    reason = CASE WHEN l.crossed THEN l.reason ELSE coalesce(c.reason, l.reason) END,
    hold_reason = coalesce(c.hold_reason, l.hold_reason),
    not_before = c.not_before,
    carried_by = c.carried_by,
    passed_on_to = CASE WHEN c.passes THEN c.passed_on_to ELSE l.passed_on_to END,
    deferred_since = l.deferred_since + CASE WHEN c.status = 'held' THEN c.not_before - $1 ELSE interval '0' END,
    posting_since = NULL,
    attempts = l.attempts - 1
  FROM jsonb_to_recordset($2::jsonb) AS c (id uuid, attempt integer, status text, reason text, hold_reason text,
    not_before timestamptz, carried_by uuid, passes boolean, passed_on_to text)
  WHERE l.id = c.id AND l.attempts = c.attempt AND l.status = 'posting'
  RETURNING l.id, l.status, l.carried_by)
  UPDATE letters l SET
    status = CASE WHEN c.status = 'merged' THEN 'merged' ELSE 'due' END,
    carried_by = c.carried_by,
    settled_at = CASE WHEN c.status = 'merged' THEN l.settled_at END
  FROM concluded c
  WHERE l.carried_by = c.id AND l.status = 'merged' AND (
    c.status = 'merged' OR (c.status IN ('suppressed', 'cancelled') AND ${isNews('l')}))`;

/** @param now when it was decided */
export async function concludeLetters(
  on: DataSource,
  letters: readonly ConcludedLetter[],
  now: Instant,
): Promise<void> {
  if (letters.length === 0) return;
  const rows = letters.map(({ hold: { id, attempt }, outcome }) => ({ id, attempt, ...columnsOf(outcome) }));
  await sql(on, CONCLUDE, [now, JSON.stringify(rows)]);
}

function columnsOf(outcome: Concluded): Record<string, unknown> {
  switch (outcome.kind) {
    case 'held':
      return { status: 'held', hold_reason: outcome.reason, not_before: outcome.untilAt };
    case 'merged':
      return { status: 'merged', carried_by: outcome.into };
    case 'passed-on':
      return { status: 'due', passes: true, passed_on_to: outcome.to };
    case 'suppressed':
      return { status: 'suppressed', reason: outcome.reason };
    case 'put-back':
      return { status: 'due', not_before: outcome.notBeforeAt };
  }
}
