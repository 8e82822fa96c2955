import type { JourneyState, OpenNeed } from '@citypath/journey';
import type { EntityManager } from 'typeorm';
import type { Standing } from '../rows/seat-holder';
import { sql } from '../sql';
import type { FencedJourney } from './fence';
import { rowOfNeed } from './open-step-rows';
import type { PinnedEditions } from './pinned-editions';
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
  pinned: PinnedEditions,
): Promise<{ cause: unknown } | null> {
  if (journey.stale) {
    // Folding onto a state that misses facts would hide the gap; only a refresh knows them all.
    await moveHead(transaction, request);
    return { cause: new Error(`The read model of ${request.journeyId} was behind before`) };
  }
  await transaction.query('SAVEPOINT read_model');
  try {
    const state = request.project(journey.state);
    const editions = await pinned.of(transaction, state);
    const { zone } = editions.calendar;
    await writeState(
      transaction,
      request.journeyId,
      { state, needs: request.needs(editions, state), zone },
      {
        columns:
          'head = $10, next_moment_at = $11, updated_at = coalesce($12, updated_at), run_id = coalesce($13, run_id)',
        values: fenceValues(request),
      },
    );
    await transaction.query('RELEASE SAVEPOINT read_model');
    return null;
  } catch (cause) {
    await transaction.query('ROLLBACK TO SAVEPOINT read_model');
    await moveHead(transaction, request);
    return { cause };
  }
}

/** What is shown of a journey: its state, what it waits for, and the zone in which its days count. */
interface Shown {
  state: JourneyState;
  needs: OpenNeed[];
  zone: string;
}

/**
 * Writes what is shown of a journey, and with it who sits in the city's seats and what waits for whom, in one statement.
 *
 * @param more assignments to further columns of the journey's row; their values are $10 and on
 */
export async function writeState(
  transaction: EntityManager,
  journeyId: string,
  { state, needs, zone }: Shown,
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
     ), wanted AS (
       SELECT * FROM jsonb_to_recordset($8::jsonb) AS n (key text, kind text, seat text, holder text, liaison text,
         step_ref text, title text, due_on date, at_risk_from_on date, optional boolean, quarterly boolean,
         waiver boolean, vacant text, comment text, asked_by text, since_on date)
     ), met AS (
       DELETE FROM open_steps o WHERE o.journey_id = $1 AND NOT EXISTS (SELECT 1 FROM wanted WHERE wanted.key = o.key)
     ), waiting AS (
       INSERT INTO open_steps (journey_id, programme_key, city_key, zone, key, kind, seat, holder, liaison, step_ref,
         title, due_on, at_risk_from_on, optional, quarterly, waiver, vacant, comment, asked_by, since_on)
       SELECT j.id, j.programme_key, j.city_key, $9::text, w.key, w.kind, w.seat, w.holder, w.liaison, w.step_ref,
         w.title, w.due_on, w.at_risk_from_on, w.optional, w.quarterly, w.waiver, w.vacant, w.comment, w.asked_by,
         w.since_on
       FROM wanted w, journeys j WHERE j.id = $1
       ON CONFLICT (journey_id, key) DO UPDATE SET zone = excluded.zone, seat = excluded.seat,
         holder = excluded.holder, liaison = excluded.liaison, title = excluded.title, due_on = excluded.due_on,
         at_risk_from_on = excluded.at_risk_from_on, optional = excluded.optional, quarterly = excluded.quarterly,
         waiver = excluded.waiver, since_on = excluded.since_on
     )
     UPDATE journeys
     SET status = $2, definition_hash = $3, calendar_hash = $4, state = $5, state_hash = md5($5::jsonb::text), demonstration = $6, ${more.columns}
     WHERE id = $1 RETURNING pg_notify('${JOURNEYS_CHANNEL}', id)`,
    [
      journeyId,
      state.status,
      state.definitionHash,
      state.calendarHash,
      JSON.stringify(state),
      state.demonstration ?? false,
      JSON.stringify(seatHolders(state)),
      JSON.stringify(needs.map(rowOfNeed)),
      zone,
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
    `UPDATE journeys SET head = $2, next_moment_at = $3, updated_at = coalesce($4, updated_at),
       run_id = coalesce($5, run_id), stale = true
     WHERE id = $1 RETURNING pg_notify('${JOURNEYS_CHANNEL}', id)`,
    [request.journeyId, ...fenceValues(request)],
  );
}

function fenceValues(request: RecordRequest): [number, string | null, string | null, string | null] {
  const last = request.facts.at(-1);
  return [last?.seq ?? request.afterSeq, request.nextMomentAt, last?.recordedAt ?? null, request.runId ?? null];
}
