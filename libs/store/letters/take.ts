import type { JourneyState, LetterKind } from '@citypath/journey';
import { AWAITS_RECOVERY } from '../recovery/awaits-recovery';
import type { Instant } from '../types';
import type { TakenLetter } from './taken-letter';

/** Who gets a letter `l` of the journey `j`, as far as it is known now; empty: nobody. `s`: who holds the programme's seat. */
const PERSON = `coalesce(l.passed_on_to, l.holder, s.person_id, '')`;

/** Why a letter of a bulk act is held: a code of the post rules. */
export const MANY_AT_ONCE = 'many-at-once';

/** When a letter is to be looked at; the index letters_waiting has it. */
const READY_AT = 'coalesce(l.not_before, l.due_at)';

/** Letters that wait at $1; none while the records may not know what went before. */
const WAITING = `letters l JOIN journeys j ON j.id = l.journey_id
  LEFT JOIN programme_seats s ON l.holder IS NULL AND s.programme = j.programme_key AND s.seat = l.seat
  WHERE l.status IN ('due', 'held') AND ${READY_AT} <= $1
    AND NOT EXISTS (SELECT FROM letter_embargoes e WHERE e.journey_id = l.journey_id AND e.until_at > $1)
    AND NOT ${AWAITS_RECOVERY}`;

/** So many of the oldest letters are looked at to find whose turn it is. */
const LOOKED_AT = 1_000;

/**
 * Claims people whose letters wait: no other courier decides on them meanwhile. $1 now, $2 since when a claim of
 * somebody else counts, $3 how many. In order of their ids, so that two couriers wait for each other and do not
 * deadlock; whoever comes second finds the claim and leaves the person alone.
 */
export const CLAIM = `
  WITH waiting AS (
    SELECT ${PERSON} AS person, ${READY_AT} AS ready_at
    FROM ${WAITING} AND NOT EXISTS (
      SELECT FROM mailboxes m WHERE m.person_id = ${PERSON} AND m.round_since >= $2)
    ORDER BY ${READY_AT} LIMIT ${LOOKED_AT}
  ), next AS (
    SELECT person FROM waiting GROUP BY person ORDER BY min(ready_at), person LIMIT $3
  )
  INSERT INTO mailboxes (person_id, round, round_since)
  SELECT person, 1, $1 FROM next ORDER BY person
  ON CONFLICT (person_id) DO UPDATE SET round = mailboxes.round + 1, round_since = excluded.round_since
    WHERE mailboxes.round_since IS NULL OR mailboxes.round_since < $2
  RETURNING person_id, round, digest_on::text, ordinary_on::text, ordinary_count`;

/**
 * Takes the letters of people who are claimed. $1 now, $2 the people, $3 how many at most of each person. ANY (ARRAY
 * (…)) and not IN (…): the inner query must run once, or a plan that repeats it would take more than the limit.
 */
export const TAKE = `
  WITH wanted AS MATERIALIZED (
    SELECT id, person FROM (
      SELECT l.id, ${PERSON} AS person,
        row_number() OVER (PARTITION BY ${PERSON} ORDER BY l.due_at, l.journey_id, l.seq, l.id) AS place
      FROM ${WAITING} AND ${PERSON} = ANY ($2)
    ) AS each WHERE place <= $3
  ), taken AS (
    UPDATE letters l SET status = 'posting', posting_since = $1, attempts = l.attempts + 1, message_id = NULL,
      carried_by = NULL, is_digest = false
    FROM wanted w WHERE l.id = w.id AND l.status IN ('due', 'held')
    RETURNING w.person, l.id, l.attempts, l.journey_id, l.seq, l.kind, l.step_ref, l.round, l.threshold, l.seat,
      l.holder, l.due_at, l.deferred_since, l.passed_on_to, l.expedited, l.again_at,
      l.hold_reason
  )
  SELECT taken.*, j.programme_key, j.definition_hash, j.calendar_hash, j.state, j.stale, j.demonstration,
    c.key AS city_key, c.name_en, c.name_zh
  FROM taken JOIN journeys j ON j.id = taken.journey_id JOIN cities c ON c.key = j.city_key
  ORDER BY taken.due_at, taken.journey_id, taken.seq, taken.id`;

/** A row of CLAIM. */
export interface ClaimedRow {
  person_id: string;
  round: number;
  digest_on: string | null;
  ordinary_on: string | null;
  ordinary_count: number;
}

/** A row of TAKE. */
export interface TakenRow {
  person: string;
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
  hold_reason: string | null;
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
    ...(row.hold_reason === MANY_AT_ONCE && { together: true as const }),
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
