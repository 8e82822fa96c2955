import type { Fact, JourneyState } from '@citypath/journey';
import type { DataSource } from 'typeorm';
import { Journal } from '../journal/journal';
import type { RecordOutcome, RecordRequest } from '../journal/record-request';
import { sql } from '../sql';
import type { Instant } from '../types';
import { awaitedRecovery, type AwaitedRecovery } from './awaits-recovery';
import { presumeSent, type PresumedLetter } from './presume-sent';

/** How a journey stands in records that came back from a backup. */
export interface RestoredJourney {
  generation: number;
  /** Of the run that recorded its last fact. */
  recordedBy: number;
  head: number;
  status: string;
}

/**
 * Brings records that came back from a backup to where they were before: facts are recorded as runs record them, and
 * letters that may have gone are never posted.
 */
export class Recovery {
  private readonly journal: Journal;

  constructor(private readonly dataSource: DataSource) {
    this.journal = new Journal(dataSource, { recovers: true });
  }

  /** @returns the restore that waits for its recovery, or null */
  awaited(): Promise<AwaitedRecovery | null> {
    return awaitedRecovery(this.dataSource);
  }

  /** Every journey of the records, by id; one statement. */
  async journeys(): Promise<Map<string, RestoredJourney>> {
    const rows = await sql<RestoredJourney & { id: string }>(
      this.dataSource,
      `SELECT j.id, j.generation, f.generation AS "recordedBy", j.head, j.status
       FROM journeys j JOIN journal f ON f.journey_id = j.id AND f.seq = j.head ORDER BY j.id`,
      [],
    );
    return new Map(rows.map(({ id, ...journey }) => [id, journey]));
  }

  /** @returns the facts of a journey after a sequence number, in order */
  facts(journeyId: string, afterSeq: number): Promise<Fact[]> {
    return this.journal.facts(journeyId, afterSeq);
  }

  /** @returns whether a journey's city is in the records: without it the journey cannot be there */
  async knowsCity(city: string): Promise<boolean> {
    return (await sql(this.dataSource, 'SELECT 1 FROM cities WHERE key = $1', [city])).length > 0;
  }

  /** @returns which of these definitions and calendars are kept, by hash */
  async keptEditions(hashes: readonly string[]): Promise<Set<string>> {
    const rows = await sql<{ hash: string }>(
      this.dataSource,
      'SELECT hash FROM definitions WHERE hash = ANY ($1) UNION SELECT hash FROM calendars WHERE hash = ANY ($1)',
      [hashes],
    );
    return new Set(rows.map(({ hash }) => hash));
  }

  /** @returns which of these people and which of these words are not in the records */
  async unknownOf(people: readonly string[], words: readonly string[]): Promise<{ people: string[]; words: string[] }> {
    const missing = async (table: string, column: string, wanted: readonly string[]): Promise<string[]> => {
      const rows = await sql<{ one: string }>(
        this.dataSource,
        `SELECT one FROM unnest($1::text[]) AS one WHERE NOT EXISTS (SELECT FROM ${table} WHERE ${column} = one)`,
        [wanted],
      );
      return rows.map(({ one }) => one);
    };
    return { people: await missing('people', 'id', people), words: await missing('texts', 'ref', words) };
  }

  /** Lets the runs of one generation record in a journey, and no others. */
  async takeGeneration(journeyId: string, generation: number): Promise<void> {
    await sql(this.dataSource, 'UPDATE journeys SET generation = $2 WHERE id = $1', [journeyId, generation]);
  }

  /**
   * Records facts as the run did, whose letters that were due before them may have gone by then. May be repeated.
   * @throws whatever the database throws
   */
  async record(request: RecordRequest): Promise<RecordOutcome> {
    const [first] = request.facts;
    if (first) {
      await this.dataSource.transaction((transaction) => presumeSent(transaction, first.recordedAt, request.journeyId));
    }
    return this.journal.record(request);
  }

  /** Folds the read model of a journey anew. */
  async refresh(journeyId: string, fold: (facts: Fact[]) => JourneyState, draw: RecordRequest['needs']): Promise<void> {
    await this.journal.refresh(journeyId, fold, draw);
  }

  /** @returns how many letters would be presumed sent of what is in the records now */
  async waitingUntil(until: Instant): Promise<number> {
    const [row] = await sql<{ letters: number }>(
      this.dataSource,
      `SELECT count(*)::int AS letters FROM letters
       WHERE status IN ('due', 'held') AND due_at <= $1 OR status IN ('posting', 'unknown') AND carried_by IS NULL`,
      [until],
    );
    return row?.letters ?? 0;
  }

  /**
   * Ends the recovery: whatever fell due by now is presumed sent, letters that sign in and tests that wait are dropped,
   * everybody signs in anew (a session that was ended after the backup would live again), no run is known any more, so
   * that the watch asks each what it holds, and letters go again.
   * @returns the letters that are presumed sent, of this recovery and of one that was broken off before
   */
  async end(now: Instant, outcome: Record<string, unknown>): Promise<PresumedLetter[]> {
    return this.dataSource.transaction(async (transaction) => {
      await presumeSent(transaction, now);
      await sql(transaction, `DELETE FROM sign_in_requests`, []);
      await sql(transaction, `DELETE FROM test_letters WHERE status IN ('waiting', 'posting')`, []);
      await sql(transaction, `DELETE FROM sessions`, []);
      await sql(transaction, `UPDATE journeys SET run_id = NULL WHERE run_id IS NOT NULL`, []);
      const letters = await sql<Omit<PresumedLetter, 'dueAt'> & { dueAt: Date }>(
        transaction,
        `SELECT id, journey_id AS "journeyId", kind, seat, due_at AS "dueAt" FROM letters
         WHERE status = 'presumed-sent' AND settled_at > coalesce((SELECT max(recovered_at) FROM restores), '-infinity')
         ORDER BY due_at, id`,
        [],
      );
      await sql(transaction, 'UPDATE restores SET recovered_at = $1, outcome = $2 WHERE recovered_at IS NULL', [
        now,
        JSON.stringify(outcome),
      ]);
      return letters.map(({ dueAt, ...letter }) => ({ ...letter, dueAt: dueAt.toISOString() as Instant }));
    });
  }
}
