import type { Fact } from '@citypath/journey';
import type { EntityManager } from 'typeorm';
import { sql } from '../sql';
import { cancelLetters, type Cancellation } from './cancel-letters';
import type { RecordRequest } from './record-request';

type Undone = Extract<Fact, { kind: 'act-undone' }>;

/** Ends the letters that the facts made pointless; where one takes an act back, its letters are as they were before. */
export async function changeLetters(transaction: EntityManager, request: RecordRequest): Promise<void> {
  const undone = request.facts.filter((fact): fact is Undone => fact.kind === 'act-undone');
  let rest: Cancellation[] = request.cancellations;
  // An act and its undoing may be recorded together: in their order.
  for (const fact of undone) {
    await cancelLetters(transaction, { ...request, cancellations: rest.filter(({ seq }) => seq < fact.seq) });
    await undoLetters(transaction, request, fact);
    rest = rest.filter(({ seq }) => seq > fact.seq);
  }
  await cancelLetters(transaction, { ...request, cancellations: rest });
}

/**
 * Letters of the act that have not gone never go, but for that of a vacancy, which is one still. Letters that the act
 * ended before anybody got them are due again: the same rows, so that each goes once.
 */
async function undoLetters(transaction: EntityManager, request: RecordRequest, fact: Undone): Promise<void> {
  const { seq, command } = fact;
  const own: Cancellation = { seq, command, except: ['vacancy'], reason: 'undone' };
  await cancelLetters(transaction, { ...request, cancellations: [own] });
  await sql(
    transaction,
    `UPDATE letters
     SET status = 'due', settled_at = NULL, reason = NULL, cancelled_by = NULL, reported_at = NULL, reported_outcome = NULL
     WHERE journey_id = $1 AND status = 'cancelled'
       AND cancelled_by IN (SELECT f.seq FROM journal f WHERE f.journey_id = $1 AND f.command_id = $2)`,
    [request.journeyId, command],
  );
}
