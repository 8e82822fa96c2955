import type { Fact } from '@citypath/journey';
import type { EntityManager } from 'typeorm';
import { MANY_AT_ONCE } from '../letters/take';
import { sql } from '../sql';
import { cancelLetters, type Cancellation } from './cancel-letters';
import type { RecordRequest } from './record-request';

type Undone = Extract<Fact, { kind: 'act-undone' | 'readmitted' }>;

/** Ends the letters that the facts made pointless; where one takes an act back, its letters are as they were before. */
export async function changeLetters(transaction: EntityManager, request: RecordRequest): Promise<void> {
  const undone = request.facts.filter(
    (fact): fact is Undone => fact.kind === 'act-undone' || fact.kind === 'readmitted',
  );
  let rest: Cancellation[] = request.cancellations;
  // An act and its undoing may be recorded together: in their order.
  for (const fact of undone) {
    await cancelLetters(transaction, { ...request, cancellations: rest.filter(({ seq }) => seq < fact.seq) });
    if (fact.kind === 'act-undone') await endLettersOf(transaction, request, fact);
    else await reportAnew(transaction, request, fact);
    await lettersBack(transaction, request, fact);
    rest = rest.filter(({ seq }) => seq > fact.seq);
  }
  await cancelLetters(transaction, { ...request, cancellations: rest });
}

/** Letters of the act that have not gone never go, but for that of a vacancy, which is one still. */
async function endLettersOf(
  transaction: EntityManager,
  request: RecordRequest,
  { seq, command }: Undone,
): Promise<void> {
  const own: Cancellation = { seq, command, except: ['vacancy'], reason: 'undone' };
  await cancelLetters(transaction, { ...request, cancellations: [own] });
}

/** Letters that the act ended before anybody got them are due again: the same rows, so that each goes once. */
async function lettersBack(
  transaction: EntityManager,
  { journeyId }: RecordRequest,
  { command, commandId }: Undone,
): Promise<void> {
  await sql(
    transaction,
    // Back with many others, they wait for the end of the bulk act, as what it causes does: see append.ts.
    `WITH gathering AS (
       SELECT b.letters_from FROM bulk_act_rows r JOIN bulk_acts b ON b.id = r.bulk_act_id
       WHERE r.command_id = $3 AND b.letters_from IS NOT NULL LIMIT 1
     )
     UPDATE letters
     SET status = CASE WHEN EXISTS (SELECT FROM gathering) THEN 'held' ELSE 'due' END,
       not_before = coalesce((SELECT greatest(g.letters_from, letters.due_at) FROM gathering g), not_before),
       hold_reason = coalesce((SELECT '${MANY_AT_ONCE}' FROM gathering), hold_reason),
       settled_at = NULL, reason = NULL, cancelled_by = NULL, reported_at = NULL, reported_outcome = NULL
     WHERE journey_id = $1 AND status = 'cancelled'
       AND cancelled_by IN (SELECT f.seq FROM journal f WHERE f.journey_id = $1 AND f.command_id = $2)`,
    [journeyId, command, commandId],
  );
}

/** What the post reported since the journey had ended, nobody heard: a ladder may wait for it. */
async function reportAnew(
  transaction: EntityManager,
  { journeyId }: RecordRequest,
  { command }: Undone,
): Promise<void> {
  await sql(
    transaction,
    `UPDATE letters SET reported_at = NULL, reported_outcome = NULL
     WHERE journey_id = $1 AND reported_at >= (SELECT min(f.recorded_at) FROM journal f
       WHERE f.journey_id = $1 AND f.command_id = $2)`,
    [journeyId, command],
  );
}
