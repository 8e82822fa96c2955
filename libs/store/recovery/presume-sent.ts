import type { EntityManager } from 'typeorm';
import { sql } from '../sql';
import type { Instant } from '../types';

/** A letter of which it is not known whether it went before the records came back from a backup. */
export interface PresumedLetter {
  id: string;
  journeyId: string;
  kind: string;
  seat: string;
  dueAt: Instant;
}

/**
 * Enters as presumed sent whatever fell due by an instant and had not gone when the backup was made, or was caused by
 * facts that were recovered. It is by the day it was due and not by the day it was held until: somebody may have had it
 * sent at once meanwhile. One that another letter carried at that moment stays with it. What a courier had taken and
 * not settled, or what was unknown already, may have been settled and posted again since.
 * @param journeyId of this journey only
 */
export async function presumeSent(
  on: EntityManager,
  until: Instant,
  journeyId: string | null = null,
): Promise<PresumedLetter[]> {
  const rows = await sql<Omit<PresumedLetter, 'dueAt'> & { status: string; dueAt: Date }>(
    on,
    `WITH hit AS (
       SELECT l.id, s.person_id FROM letters l JOIN journeys j ON j.id = l.journey_id
       LEFT JOIN programme_seats s ON l.holder IS NULL AND s.programme = j.programme_key AND s.seat = l.seat
       WHERE (l.status IN ('due', 'held') AND l.due_at <= $1 OR l.status IN ('posting', 'unknown'))
         AND ($2::text IS NULL OR l.journey_id = $2)
     )
     UPDATE letters l SET
       status = CASE WHEN l.status IN ('posting', 'unknown') AND l.carried_by IS NOT NULL
         THEN 'merged' ELSE 'presumed-sent' END,
       recipient = coalesce(l.recipient, l.passed_on_to, l.holder, hit.person_id),
       settled_at = least(greatest(l.due_at, l.not_before, l.posting_since), $1),
       -- As the first posting after this would have counted: a report that comes back names it.
       attempts = l.attempts + CASE WHEN l.status IN ('due', 'held') THEN 1 ELSE 0 END,
       posting_since = coalesce(l.posting_since, least(greatest(l.due_at, l.not_before), $1)),
       not_before = NULL
     FROM hit WHERE l.id = hit.id
     RETURNING l.id, l.journey_id AS "journeyId", l.kind, l.seat, l.status, l.due_at AS "dueAt"`,
    [until, journeyId],
  );
  return rows
    .filter(({ status }) => status === 'presumed-sent')
    .map(({ status: _, dueAt, ...letter }) => ({ ...letter, dueAt: dueAt.toISOString() as Instant }));
}
