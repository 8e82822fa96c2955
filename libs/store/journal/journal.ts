import type { Fact, JourneyState } from '@citypath/journey';
import type { DataSource, EntityManager } from 'typeorm';
import { awaitedRecovery, AwaitsRecovery } from '../recovery/awaits-recovery';
import { sql } from '../sql';
import type { HandAct } from '../audit/hand-acts';
import { appendInOrder } from './append-in-order';
import { type BegunAnew, beginAnew, type RulesToBeginAnew } from './begin-anew';
import { bear } from './birth';
import { FACT_COLUMNS, type FactRow, factOfRow } from './fact-row';
import { lockJourney, tryFence } from './fence';
import { type DrawNeeds, PinnedEditions } from './pinned-editions';
import { followFacts, writeState } from './read-model';
import type { RecordOutcome, RecordRequest } from './record-request';

/** The facts of journeys: the authority that workflows and read models are rebuilt from. */
export class Journal {
  private readonly editions = new PinnedEditions();

  /** @param options.recovers it is the recovery of a restored database that records, before any run may */
  constructor(
    private readonly dataSource: DataSource,
    private readonly options: { recovers?: boolean } = {},
  ) {}

  /**
   * Writes facts, their letters and the read model in one transaction, fenced by head and generation. May be
   * retried as often as one likes. Fails only when the database does (or a journey is born without `joined`).
   * @throws AwaitsRecovery while the records are those of a backup: to be tried again
   */
  async record(request: RecordRequest): Promise<RecordOutcome> {
    return this.dataSource.transaction(async (transaction) => {
      if (request.afterSeq === 0) await bear(transaction, request);
      const journey = await lockJourney(transaction, request.journeyId);
      if (journey?.awaitsRecovery === true && this.options.recovers !== true) throw new AwaitsRecovery();
      if (journey === null) return this.noJourney(transaction);
      const fence = await tryFence(transaction, journey, request);
      if (fence === 'already-recorded') return { kind: 'already-recorded' };
      if (fence === 'disagrees') return { kind: 'disagrees', head: journey.head, generation: journey.generation };
      await appendInOrder(transaction, request);
      const trouble = await followFacts(transaction, journey, request, this.editions);
      return trouble === null ? { kind: 'recorded', stale: false } : { kind: 'recorded', stale: true, ...trouble };
    });
  }

  private async noJourney(transaction: EntityManager): Promise<RecordOutcome> {
    if (this.options.recovers !== true && (await awaitedRecovery(transaction)) !== null) throw new AwaitsRecovery();
    return { kind: 'disagrees', head: 0, generation: 0 };
  }

  /** @returns the facts after a sequence number, in order; all of them unless limited */
  async facts(journeyId: string, afterSeq = 0, limit?: number): Promise<Fact[]> {
    const rows = await sql<FactRow>(
      this.dataSource,
      `SELECT ${FACT_COLUMNS} FROM journal WHERE journey_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
      [journeyId, afterSeq, limit ?? null],
    );
    return rows.map(factOfRow);
  }

  /** @returns the facts named, by '<journey> <seq>'; those that are not there are missing; one statement */
  async factsAt(places: readonly { journeyId: string; seq: number }[]): Promise<Map<string, Fact>> {
    if (places.length === 0) return new Map();
    const rows = await sql<FactRow & { journey_id: string }>(
      this.dataSource,
      `SELECT journey_id, ${FACT_COLUMNS} FROM journal
       JOIN unnest($1::text[], $2::int[]) AS at (journey, place) ON journey_id = at.journey AND seq = at.place`,
      [places.map(({ journeyId }) => journeyId), places.map(({ seq }) => seq)],
    );
    return new Map(rows.map((row) => [`${row.journey_id} ${row.seq}`, factOfRow(row)]));
  }

  /** @returns what each of these commands caused, by its id; those of which nothing was recorded are missing; one statement */
  async ofCommands(commandIds: readonly string[]): Promise<Map<string, { journeyId: string; facts: Fact[] }>> {
    const rows = await sql<FactRow & { journey_id: string }>(
      this.dataSource,
      `SELECT journey_id, ${FACT_COLUMNS} FROM journal WHERE command_id = ANY ($1) ORDER BY journey_id, seq`,
      [commandIds],
    );
    const acts = new Map<string, { journeyId: string; facts: Fact[] }>();
    for (const row of rows) {
      const fact = factOfRow(row);
      const act = acts.get(fact.commandId) ?? { journeyId: row.journey_id, facts: [] };
      act.facts.push(fact);
      acts.set(fact.commandId, act);
    }
    return acts;
  }

  /** @returns what a command caused, or null when no fact of it was ever recorded */
  async ofCommand(commandId: string): Promise<{ journeyId: string; commandHash: string; facts: Fact[] } | null> {
    const rows = await sql<FactRow & { journey_id: string }>(
      this.dataSource,
      `SELECT journey_id, ${FACT_COLUMNS} FROM journal WHERE command_id = $1 ORDER BY journey_id, seq`,
      [commandId],
    );
    const [first] = rows;
    if (!first) return null;
    return { journeyId: first.journey_id, commandHash: first.command_hash, facts: rows.map(factOfRow) };
  }

  /**
   * Shuts out every run there is: from now on only the given generation may record.
   *
   * @returns the new generation, or null when there is no such journey
   */
  async raiseGeneration(journeyId: string): Promise<number | null> {
    const rows = await sql<{ generation: number }>(
      this.dataSource,
      'UPDATE journeys SET generation = generation + 1 WHERE id = $1 RETURNING generation',
      [journeyId],
    );
    return rows[0]?.generation ?? null;
  }

  /** Shuts out every run there is and folds the journal anew for the next one: see begin-anew.ts. */
  async beginAnew(journeyId: string, rules: RulesToBeginAnew, note?: HandAct): Promise<BegunAnew | null> {
    return beginAnew(this.dataSource, this.editions, journeyId, rules, note);
  }

  /**
   * Folds the read model anew from the whole journal, while no one can record.
   *
   * @returns the state as written, or null when there is no such journey
   */
  async refresh(
    journeyId: string,
    fold: (facts: Fact[]) => JourneyState,
    draw: DrawNeeds,
  ): Promise<JourneyState | null> {
    return this.dataSource.transaction(async (transaction) => {
      if ((await lockJourney(transaction, journeyId)) === null) return null;
      const rows = await sql<FactRow>(
        transaction,
        `SELECT ${FACT_COLUMNS} FROM journal WHERE journey_id = $1 ORDER BY seq`,
        [journeyId],
      );
      const state = fold(rows.map(factOfRow));
      const editions = await this.editions.of(transaction, state);
      await writeState(
        transaction,
        journeyId,
        { state, needs: draw(editions, state), zone: editions.calendar.zone },
        { columns: 'stale = false, head = $10', values: [state.head] },
      );
      return state;
    });
  }

  /** @returns the ids of the journeys whose read model is behind their journal */
  async staleJourneys(): Promise<string[]> {
    const rows = await sql<{ id: string }>(this.dataSource, 'SELECT id FROM journeys WHERE stale ORDER BY id', []);
    return rows.map((row) => row.id);
  }
}
