import type { Fact, LetterDue } from '@citypath/journey';
import type { EntityManager } from 'typeorm';
import { NOT_CAUSED_YET } from '../letters/skip-ahead';
import { MANY_AT_ONCE } from '../letters/take';
import { sql } from '../sql';
import { rowOfFact } from './fact-row';
import type { RecordRequest } from './record-request';

/** After these nothing is left to be handed in for the step, in this round. */
const END_OF_DRAFT: Fact['kind'][] = ['step-submitted', 'step-completed', 'step-waived', 'step-skipped'];

/**
 * Facts and the letters they cause, in one statement. A sequence number that is taken is an error and never
 * ignored; a letter that exists already stays as it is (that is what makes a letter go once). The draft of a step that
 * is handed in, or wanted no more, goes with it.
 */
export async function append(transaction: EntityManager, request: RecordRequest): Promise<void> {
  await sql(
    transaction,
    `WITH fact AS (
       INSERT INTO journal (journey_id, generation, seq, kind, body, recorded_at, by_person, on_behalf_of, command_id, command_hash)
       SELECT $1::text, $2::integer, f.* FROM jsonb_to_recordset($3::jsonb) AS f (seq integer, kind text, body jsonb,
         recorded_at timestamptz, by_person text, on_behalf_of text, command_id text, command_hash text)
     ), over AS (
       DELETE FROM step_drafts d USING jsonb_to_recordset($3::jsonb) AS f (kind text, body jsonb)
       WHERE f.kind = ANY ($5) AND d.journey_id = $1 AND d.step_ref = f.body ->> 'step'
     ), gathering AS (
       -- What a bulk act causes waits for its end, so that one person gets one letter about all of it.
       SELECT f.seq, b.letters_from FROM jsonb_to_recordset($3::jsonb) AS f (seq integer, command_id text)
       JOIN bulk_act_rows r ON r.command_id = f.command_id JOIN bulk_acts b ON b.id = r.bulk_act_id
       WHERE b.letters_from IS NOT NULL
     )
     INSERT INTO letters (journey_id, seq, kind, step_ref, round, threshold, seat, holder, due_at, status, not_before,
       hold_reason)
     -- DO UPDATE meets no row twice in one statement: what is caused twice at once is asked for once, by the first fact.
     SELECT DISTINCT ON (l.step_ref, l.round, l.kind, l.threshold, l.seat, l.holder) $1::text, l.*,
       CASE WHEN g.seq IS NULL THEN 'due' ELSE 'held' END, greatest(g.letters_from, CASE WHEN g.seq IS NOT NULL THEN l.due_at END),
       CASE WHEN g.seq IS NOT NULL THEN '${MANY_AT_ONCE}' END
     FROM jsonb_to_recordset($4::jsonb) AS l (seq integer, kind text, step_ref text, round integer,
       threshold text, seat text, holder text, due_at timestamptz)
     LEFT JOIN gathering g ON g.seq = l.seq
     ORDER BY l.step_ref, l.round, l.kind, l.threshold, l.seat, l.holder, l.seq
     -- One that somebody skipped before it fell due stays skipped, and learns which fact caused it.
     ON CONFLICT ON CONSTRAINT letters_once
       DO UPDATE SET seq = EXCLUDED.seq, due_at = EXCLUDED.due_at, settled_at = EXCLUDED.due_at
       WHERE letters.seq = ${NOT_CAUSED_YET}`,
    [
      request.journeyId,
      request.generation,
      JSON.stringify(request.facts.map(rowOfFact)),
      JSON.stringify(request.letters.map(rowOfLetter)),
      END_OF_DRAFT,
    ],
  );
}

function rowOfLetter({ seq, kind, step, round, threshold, seat, holder, dueAt }: LetterDue): Record<string, unknown> {
  return { seq, kind, step_ref: step, round, threshold, seat, holder, due_at: dueAt };
}
