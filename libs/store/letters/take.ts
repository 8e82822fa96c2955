import type { JourneyState, LetterKind } from '@citypath/journey';
import type { Instant } from '../types';
import type { TakenLetter } from './taken-letter';

/**
 * $1 now, $2 limit. ANY (ARRAY (…)) and not IN (…): the inner query must run once, or a plan that repeats it
 * would take more than the limit.
 */
export const TAKE = `
  WITH taken AS (
    UPDATE letters SET status = 'posting', posting_since = $1, attempts = attempts + 1, message_id = NULL
    WHERE id = ANY (ARRAY(
      SELECT id FROM letters
      WHERE status IN ('due', 'held') AND coalesce(not_before, due_at) <= $1
        AND NOT EXISTS (SELECT FROM letter_embargoes e WHERE e.journey_id = letters.journey_id AND e.until_at > $1)
      ORDER BY due_at, journey_id, seq LIMIT $2
      FOR UPDATE SKIP LOCKED
    ))
    RETURNING id, attempts, journey_id, seq, kind, step_ref, round, threshold, seat, holder, due_at, deferred_since,
      passed_on_to, expedited, again_at
  )
  SELECT taken.*, j.programme_key, j.definition_hash, j.calendar_hash, j.state, j.stale, j.demonstration,
    c.key AS city_key, c.name_en, c.name_zh
  FROM taken JOIN journeys j ON j.id = taken.journey_id JOIN cities c ON c.key = j.city_key
  ORDER BY taken.due_at, taken.journey_id, taken.seq, taken.id`;

export interface TakenRow {
  id: string;
  attempts: number;
  journey_id: string;
  seq: number;
  kind: LetterKind;
  step_ref: string | null;
  round: number;
  threshold: string;
  seat: string;
  holder: string | null;
  due_at: Date;
  deferred_since: Date | null;
  passed_on_to: string | null;
  again_at: Date | null;
  expedited: boolean;
  programme_key: string;
  definition_hash: string;
  calendar_hash: string;
  state: JourneyState | null;
  stale: boolean;
  demonstration: boolean;
  city_key: string;
  name_en: string;
  name_zh: string | null;
}

/** The letter of a row that TAKE gave. */
export function takenLetterOfRow(row: TakenRow): TakenLetter {
  return {
    id: row.id,
    attempt: row.attempts,
    journeyId: row.journey_id,
    seq: row.seq,
    kind: row.kind,
    step: row.step_ref,
    round: row.round,
    threshold: row.threshold,
    seat: row.seat,
    holder: row.holder,
    dueAt: row.due_at.toISOString() as Instant,
    deferredSince: (row.deferred_since?.toISOString() ?? null) as Instant | null,
    passedOnTo: row.passed_on_to,
    ...(row.again_at !== null && { isAgain: true as const }),
    expedited: row.expedited,
    journey: {
      programmeKey: row.programme_key,
      definitionHash: row.definition_hash,
      calendarHash: row.calendar_hash,
      state: row.state,
      stale: row.stale,
      demonstration: row.demonstration,
      city: { key: row.city_key, nameEn: row.name_en, nameZh: row.name_zh },
    },
  };
}
