import type { Fact, JourneyState } from '@citypath/journey';
import type { DataSource } from 'typeorm';
import { type HandAct, noteHandAct } from '../audit/hand-acts';
import { sql } from '../sql';
import type { Instant } from '../types';
import { FACT_COLUMNS, type FactRow, factOfRow } from './fact-row';
import { lockJourney } from './fence';
import type { DrawNeeds, Editions, PinnedEditions } from './pinned-editions';
import { writeState } from './read-model';

/** What the rules make of the facts of a journey that begins anew. */
export interface RulesToBeginAnew {
  fold: (facts: Fact[]) => JourneyState;
  needs: DrawNeeds;
  nextMoment: (editions: Editions, state: JourneyState) => Instant | null;
}

/** All that a new run of a journey begins with. */
export interface BegunAnew extends Editions {
  generation: number;
  state: JourneyState;
}

/**
 * Shuts out every run there is, and folds the journal anew for the next one, in one transaction: whatever an older run
 * records afterwards is refused, whatever it recorded before is in the state.
 *
 * @param note what is added to the trail with it
 * @returns null when there is no such journey @throws Error when the programme or the calendar is not kept; nothing has changed then
 */
export async function beginAnew(
  dataSource: DataSource,
  pinned: PinnedEditions,
  journeyId: string,
  rules: RulesToBeginAnew,
  note?: HandAct,
): Promise<BegunAnew | null> {
  return dataSource.transaction(async (transaction) => {
    const journey = await lockJourney(transaction, journeyId);
    if (journey === null) return null;
    const facts = await sql<FactRow>(
      transaction,
      `SELECT ${FACT_COLUMNS} FROM journal WHERE journey_id = $1 ORDER BY seq`,
      [journeyId],
    );
    const state = rules.fold(facts.map(factOfRow));
    const editions = await pinned.of(transaction, state);
    const generation = journey.generation + 1;
    await sql(transaction, 'UPDATE journeys SET generation = $2 WHERE id = $1', [journeyId, generation]);
    await writeState(
      transaction,
      journeyId,
      { state, needs: rules.needs(editions, state), zone: editions.calendar.zone },
      {
        columns: 'stale = false, head = $10, next_moment_at = $11',
        values: [state.head, rules.nextMoment(editions, state)],
      },
    );
    if (note) await noteHandAct(transaction, note);
    return { ...editions, generation, state };
  });
}
