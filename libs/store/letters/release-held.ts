import type { EntityManager } from 'typeorm';
import { sql } from '../sql';

/**
 * Has the letters that are held for somebody decided anew, since what they were held for may have changed. Those that
 * a mail server did not want keep their pause.
 */
export async function releaseHeld(on: EntityManager, personId: string): Promise<void> {
  await sql(
    on,
    `UPDATE letters l SET status = 'due', not_before = NULL
     WHERE l.status = 'held' AND (l.holder = $1 OR l.passed_on_to = $1 OR (l.holder IS NULL AND EXISTS (
       SELECT FROM journeys j JOIN programme_seats s ON s.programme = j.programme_key
       WHERE j.id = l.journey_id AND s.seat = l.seat AND s.person_id = $1)))`,
    [personId],
  );
}
