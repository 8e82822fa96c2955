import type { LetterCancellation } from '@citypath/journey';
import type { EntityManager } from 'typeorm';
import { isNews } from '../letters/is-news';
import { sql } from '../sql';
import type { RecordRequest } from './record-request';

/** `command`: only letters that this command caused. */
export type Cancellation = LetterCancellation & { command?: string };

/**
 * Ends the outstanding letters that the facts made pointless: those of earlier facts only. One that a courier
 * holds at this moment cannot be called back; it is marked crossed, and `compose` or the ledger shows it.
 */
export async function cancelLetters(
  transaction: EntityManager,
  request: Pick<RecordRequest, 'journeyId' | 'facts'> & { cancellations: Cancellation[] },
): Promise<void> {
  if (request.cancellations.length === 0) return;
  const instants = new Map(request.facts.map((fact) => [fact.seq, fact.recordedAt]));
  const cancellations = request.cancellations.map((cancellation) => ({
    ...cancellation,
    at: instants.get(cancellation.seq),
  }));
  await sql(
    transaction,
    `WITH hit AS (
       SELECT DISTINCT ON (l.id) l.id, c.reason, c.at, c.seq AS cancelled_by
       FROM letters l
       JOIN jsonb_to_recordset($2::jsonb) AS c (seq integer, step text, kinds text[], "except" text[],
         seat text, holder text, command text, reason text, at timestamptz)
         ON l.seq < c.seq
         AND (c.step IS NULL OR c.step = l.step_ref)
         AND (c.kinds IS NULL OR l.kind = ANY (c.kinds))
         AND (c."except" IS NULL OR l.kind <> ALL (c."except"))
         AND (c.seat IS NULL OR c.seat = l.seat)
         AND (c.holder IS NULL OR c.holder = l.holder)
         AND (c.command IS NULL OR l.seq IN (SELECT f.seq FROM journal f
           WHERE f.journey_id = $1 AND f.command_id = c.command))
       WHERE l.journey_id = $1 AND l.status IN ('due', 'held', 'posting')
       ORDER BY l.id, c.seq
     ), cancelled AS (
     UPDATE letters
     SET status = CASE WHEN letters.status = 'posting' THEN letters.status ELSE 'cancelled' END,
         settled_at = CASE WHEN letters.status = 'posting' THEN letters.settled_at ELSE hit.at END,
         crossed = letters.status = 'posting',
         cancelled_by = hit.cancelled_by,
         reason = hit.reason
     FROM hit
     -- Asked again: a courier may have settled or taken it while this statement waited for its row.
     WHERE letters.id = hit.id AND letters.status IN ('due', 'held', 'posting') AND NOT letters.crossed
     RETURNING letters.id, letters.status
     )
     -- What had been merged into one that never goes is asked about anew.
     UPDATE letters SET status = 'due', carried_by = NULL, settled_at = NULL
     FROM cancelled WHERE letters.carried_by = cancelled.id AND cancelled.status = 'cancelled'
       AND letters.status = 'merged' AND ${isNews('letters')}`,
    [request.journeyId, JSON.stringify(cancellations)],
  );
}
