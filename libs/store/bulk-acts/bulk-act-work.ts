import type { DataSource } from 'typeorm';
import { MANY_AT_ONCE } from '../letters/take';
import type { BulkActStatus } from '../rows/bulk-act';
import { sql } from '../sql';
import type { Instant } from '../types';
import type { KeptBulkActRow } from './bulk-acts';
import { wholeCommands } from './kept-command';

/** A journey that waits for its command. */
export type WaitingRow = Pick<KeptBulkActRow, 'place' | 'journeyId' | 'commandId' | 'commandHash'> & {
  command: object;
  onlyAtHead: number | null;
  attempts: number;
};

/** What became of a journey's command; `later`: it could not be given, and waits on. */
export type RowOutcome =
  | { place: number; kind: 'done' }
  | { place: number; kind: 'refused'; refusal: object }
  | { place: number; kind: 'later' };

/** So long letters gather at most: whatever becomes of the bulk act, they go. */
const GATHER_MS = 60 * 60_000;

/** Bulk acts as the worker works through them. */
export class BulkActWork {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Whether whoever started it may still act upon the programme: as an administrator, or in the seat that runs it.
   * @returns null where there is no such bulk act
   */
  async rights(id: string, runningSeat: string): Promise<{ byPerson: string; may: boolean } | null> {
    const [row] = await sql<{ byPerson: string; may: boolean }>(
      this.dataSource,
      `SELECT b.by_person AS "byPerson", coalesce(p.erased_at IS NULL AND (p.is_administrator OR EXISTS (
         SELECT FROM programme_seats s WHERE s.person_id = p.id AND s.programme = b.programme_key AND s.seat = $2)), false)
         AS may
       FROM bulk_acts b LEFT JOIN people p ON p.id = b.by_person WHERE b.id = $1`,
      [id, runningSeat],
    );
    return row ?? null;
  }

  /** It runs; from now on letters of its commands gather. */
  async begin(id: string, at: Instant): Promise<void> {
    const until = new Date(Date.parse(at) + GATHER_MS).toISOString();
    await sql(
      this.dataSource,
      `UPDATE bulk_acts SET status = 'running', letters_from = coalesce(letters_from, $2) WHERE id = $1`,
      [id, until],
    );
  }

  /**
   * The journeys that come next: those first that were tried least. What the journal has already is settled on the way,
   * since an attempt may have been recorded without its answer coming back.
   */
  async next(id: string, limit: number): Promise<WaitingRow[]> {
    await sql(
      this.dataSource,
      `UPDATE bulk_act_rows r SET state = 'done' WHERE r.bulk_act_id = $1 AND r.state = 'waiting' AND r.attempts > 0
         AND EXISTS (SELECT FROM journal j WHERE j.command_id = r.command_id)`,
      [id],
    );
    const rows = await sql<WaitingRow>(
      this.dataSource,
      `UPDATE bulk_act_rows r SET attempts = attempts + 1 FROM (
         SELECT place FROM bulk_act_rows WHERE bulk_act_id = $1 AND state = 'waiting' ORDER BY attempts, place LIMIT $2
       ) AS n WHERE r.bulk_act_id = $1 AND r.place = n.place
       RETURNING r.place, r.journey_id AS "journeyId", r.command_id AS "commandId", r.command_hash AS "commandHash",
         r.command, r.only_at_head AS "onlyAtHead", r.attempts`,
      [id, limit],
    );
    const commands = await wholeCommands(
      this.dataSource,
      rows.map(({ command }) => command),
    );
    return rows.map((row, index) => ({ ...row, command: commands[index] ?? row.command }));
  }

  async settle(id: string, outcomes: readonly RowOutcome[]): Promise<void> {
    const settled = outcomes.filter(({ kind }) => kind !== 'later');
    await sql(
      this.dataSource,
      `UPDATE bulk_act_rows r SET state = o.kind, refusal = o.refusal
       FROM jsonb_to_recordset($2::jsonb) AS o (place integer, kind text, refusal jsonb)
       WHERE r.bulk_act_id = $1 AND r.place = o.place AND r.state = 'waiting'`,
      [id, JSON.stringify(settled)],
    );
  }

  /** It runs no longer (with nothing left it is done, whatever ended it), and lets the letters go that it gathered: all at one instant, so that each person gets one. */
  async end(id: string, status: Exclude<BulkActStatus, 'waiting' | 'running'>, at: Instant): Promise<void> {
    await this.dataSource.transaction(async (transaction) => {
      await sql(
        transaction,
        `UPDATE bulk_acts b SET ended_at = $3, letters_from = NULL,
           status = CASE WHEN EXISTS (SELECT FROM bulk_act_rows r WHERE r.bulk_act_id = b.id AND r.state = 'waiting')
             THEN $2 ELSE 'done' END
         WHERE id = $1 AND status IN ('waiting', 'running')`,
        [id, status, at],
      );
      await sql(
        transaction,
        // What it caused, and what came back by it; not what another one gathers.
        `UPDATE letters l SET not_before = greatest($2::timestamptz, l.due_at) FROM bulk_act_rows r
         WHERE r.bulk_act_id = $1 AND l.journey_id = r.journey_id
           AND l.status = 'held' AND l.hold_reason = '${MANY_AT_ONCE}' AND l.not_before > $2
           AND NOT EXISTS (SELECT FROM journal j JOIN bulk_act_rows o ON o.command_id = j.command_id
             JOIN bulk_acts b ON b.id = o.bulk_act_id
             WHERE j.journey_id = l.journey_id AND j.seq = l.seq AND b.id <> $1 AND b.letters_from IS NOT NULL)`,
        [id, at],
      );
    });
  }
}
