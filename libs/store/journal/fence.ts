import type { Fact, JourneyState } from '@citypath/journey';
import type { EntityManager } from 'typeorm';
import { canonicalJson } from '../content-hash';
import { AWAITS_RECOVERY } from '../recovery/awaits-recovery';
import { sql } from '../sql';
import { FACT_COLUMNS, type FactRow, factOfRow } from './fact-row';
import type { RecordRequest } from './record-request';

/** The row that fences a journal, locked until the transaction ends. */
export interface FencedJourney {
  head: number;
  generation: number;
  stale: boolean;
  state: JourneyState | null;
  /** The records came back from a backup: what a run brings may be what they held before. */
  awaitsRecovery: boolean;
}

/** @returns the journey's row, locked against other writers, or null when there is none */
export async function lockJourney(transaction: EntityManager, journeyId: string): Promise<FencedJourney | null> {
  const rows = await sql<FencedJourney>(
    transaction,
    `SELECT head, generation, stale, state, ${AWAITS_RECOVERY} AS "awaitsRecovery"
     FROM journeys WHERE id = $1 FOR UPDATE`,
    [journeyId],
  );
  return rows[0] ?? null;
}

/**
 * Whether a run may write here. `open`: its facts are the next ones. `already-recorded`: these very facts stand
 * in the journal (a retry whose first attempt committed). `disagrees`: anything else, above all a run that was
 * reset or replaced by a rebuild.
 */
export async function tryFence(
  transaction: EntityManager,
  journey: FencedJourney,
  request: RecordRequest,
): Promise<'open' | 'already-recorded' | 'disagrees'> {
  if (request.generation !== journey.generation) return 'disagrees';
  if (request.afterSeq === journey.head) return 'open';
  if (request.afterSeq > journey.head || request.facts.length === 0) return 'disagrees';
  const recorded = await sql<FactRow>(
    transaction,
    `SELECT ${FACT_COLUMNS} FROM journal WHERE journey_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq`,
    [request.journeyId, request.afterSeq, request.afterSeq + request.facts.length],
  );
  return sameFacts(recorded.map(factOfRow), request.facts) ? 'already-recorded' : 'disagrees';
}

/** Equal to the last millisecond: a reset run that decides the same command anew has another instant. */
function sameFacts(recorded: Fact[], offered: Fact[]): boolean {
  return canonicalJson(recorded) === canonicalJson(offered);
}
