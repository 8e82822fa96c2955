import type { JourneyState } from '@citypath/journey';
import type { EntityManager } from 'typeorm';
import type { Standing } from '../rows/seat-holder';
import { sql } from '../sql';
import type { FencedJourney } from './fence';
import type { RecordRequest } from './record-request';

/** Readers listen here; the payload is the journey's id. */
export const JOURNEYS_CHANNEL = 'citypath_journeys';

/**
 * Moves the journey's head and its read model to the recorded facts, and tells the listeners at commit. A read
 * model that cannot follow is marked stale and costs nothing else.
 *
 * @returns what went wrong, or null
 */
export async function followFacts(
  transaction: EntityManager,
  journey: FencedJourney,
  request: RecordRequest,
): Promise<{ cause: unknown } | null> {
  if (journey.stale) {
    // Folding onto a state that misses facts would hide the gap; only a refresh knows them all.
    await moveHead(transaction, request);
    return { cause: new Error(`The read model of ${request.journeyId} was behind before`) };
  }
  await transaction.query('SAVEPOINT read_model');
  try {
    await writeState(transaction, request.journeyId, request.project(journey.state), {
      columns: 'head = $8, next_moment_at = $9, updated_at = coalesce($10, updated_at)',
      values: fenceValues(request),
    });
    await transaction.query('RELEASE SAVEPOINT read_model');
    return null;
  } catch (cause) {
    await transaction.query('ROLLBACK TO SAVEPOINT read_model');
    await moveHead(transaction, request);
    return { cause };
  }
}

/**
 * Writes what is shown of a state, and with it who sits in the city's seats, in one statement.
 *
 * @param more assignments to further columns of the journey's row; their values are $8 and on
 */
export async function writeState(
  transaction: EntityManager,
  journeyId: string,
  state: JourneyState,
  more: { columns: string; values: unknown[] },
): Promise<void> {
  // Rows that stay are updated in place: in one statement a row cannot be deleted and inserted again.
  await sql(
    transaction,
    `WITH held AS (
       SELECT * FROM jsonb_to_recordset($7::jsonb) AS h (seat text, standing text, person_id text)
     ), left_behind AS (
       DELETE FROM seat_holders s WHERE s.journey_id = $1
         AND NOT EXISTS (SELECT 1 FROM held WHERE held.seat = s.seat AND held.standing = s.standing)
     ), seated AS (
       INSERT INTO seat_holders (journey_id, seat, standing, person_id, programme_key, city_key)
       SELECT j.id, held.seat, held.standing, held.person_id, j.programme_key, j.city_key
       FROM held, journeys j WHERE j.id = $1
       ON CONFLICT (journey_id, seat, standing) DO UPDATE SET person_id = excluded.person_id
         WHERE seat_holders.person_id <> excluded.person_id
     )
     UPDATE journeys
     SET status = $2, definition_hash = $3, calendar_hash = $4, state = $5, demonstration = $6, ${more.columns}
     WHERE id = $1 RETURNING pg_notify('${JOURNEYS_CHANNEL}', id)`,
    [
      journeyId,
      state.status,
      state.definitionHash,
      state.calendarHash,
      JSON.stringify(state),
      state.demonstration ?? false,
      JSON.stringify(seatHolders(state)),
      ...more.values,
    ],
  );
}

function seatHolders({ seats }: JourneyState): { seat: string; standing: Standing; person_id: string }[] {
  return Object.entries(seats).flatMap(([seat, { holder, liaison }]) => [
    ...(holder === null ? [] : [{ seat, standing: 'holder' as const, person_id: holder }]),
    ...(liaison === null ? [] : [{ seat, standing: 'liaison' as const, person_id: liaison }]),
  ]);
}

async function moveHead(transaction: EntityManager, request: RecordRequest): Promise<void> {
  await sql(
    transaction,
    `UPDATE journeys SET head = $2, next_moment_at = $3, updated_at = coalesce($4, updated_at), stale = true
     WHERE id = $1 RETURNING pg_notify('${JOURNEYS_CHANNEL}', id)`,
    [request.journeyId, ...fenceValues(request)],
  );
}

function fenceValues(request: RecordRequest): [number, string | null, string | null] {
  const last = request.facts.at(-1);
  return [last?.seq ?? request.afterSeq, request.nextMomentAt, last?.recordedAt ?? null];
}
