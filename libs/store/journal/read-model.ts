import type { JourneyState } from '@citypath/journey';
import type { EntityManager } from 'typeorm';
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
    await writeState(transaction, request, request.project(journey.state));
    await transaction.query('RELEASE SAVEPOINT read_model');
    return null;
  } catch (cause) {
    await transaction.query('ROLLBACK TO SAVEPOINT read_model');
    await moveHead(transaction, request);
    return { cause };
  }
}

/** What the read model shows of a state beside the state itself. */
export function columnsOfState(state: JourneyState): [string, string, string, string, boolean] {
  const demonstration = state.demonstration ?? false;
  return [state.status, state.definitionHash, state.calendarHash, JSON.stringify(state), demonstration];
}

async function writeState(transaction: EntityManager, request: RecordRequest, state: JourneyState): Promise<void> {
  await sql(
    transaction,
    `UPDATE journeys
     SET head = $2, next_moment_at = $3, updated_at = coalesce($4, updated_at), status = $5, definition_hash = $6,
         calendar_hash = $7, state = $8, demonstration = $9
     WHERE id = $1 RETURNING pg_notify('${JOURNEYS_CHANNEL}', id)`,
    [...fenceColumns(request), ...columnsOfState(state)],
  );
}

async function moveHead(transaction: EntityManager, request: RecordRequest): Promise<void> {
  await sql(
    transaction,
    `UPDATE journeys SET head = $2, next_moment_at = $3, updated_at = coalesce($4, updated_at), stale = true
     WHERE id = $1 RETURNING pg_notify('${JOURNEYS_CHANNEL}', id)`,
    fenceColumns(request),
  );
}

function fenceColumns(request: RecordRequest): [string, number, string | null, string | null] {
  const last = request.facts.at(-1);
  return [request.journeyId, last?.seq ?? request.afterSeq, request.nextMomentAt, last?.recordedAt ?? null];
}
