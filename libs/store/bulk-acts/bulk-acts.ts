import type { DataSource } from 'typeorm';
import { noteHandAct, type HandAct } from '../audit/hand-acts';
import { BulkAct, type BulkActStatus } from '../rows/bulk-act';
import { BulkActRow, type BulkActRowState } from '../rows/bulk-act-row';
import { sql } from '../sql';
import { keptCommand } from './kept-command';

type Plain<Row> = Pick<Row, keyof Row>;
export type KeptBulkAct = Plain<BulkAct>;
export type KeptBulkActRow = Plain<BulkActRow>;
export type NewBulkAct = Omit<KeptBulkAct, 'status' | 'runs' | 'endedAt' | 'lettersFrom'>;
/** `refusal`: why this one is not given its command at all; null: it waits for it. */
export type NewBulkActRow = Pick<KeptBulkActRow, 'journeyId' | 'commandId' | 'commandHash' | 'onlyAtHead'> & {
  command: object;
  refusal: object | null;
};

/** How many journeys of a bulk act are in each state. */
export type BulkActProgress = Record<BulkActRowState, number>;

/** Bulk acts as whoever starts them and looks at them needs them. */
export class BulkActs {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps one with its journeys, in their order. @returns false when it is here already, and then nothing is changed */
  async create(act: NewBulkAct, rows: readonly NewBulkActRow[], trail: HandAct): Promise<boolean> {
    return this.dataSource.transaction(async (transaction) => {
      const made = await sql(
        transaction,
        `INSERT INTO bulk_acts (id, programme_key, by_person, act, step_ref, details, words, request_hash, status, runs,
           created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', 1, $9) ON CONFLICT DO NOTHING RETURNING id`,
        [
          act.id,
          act.programmeKey,
          act.byPerson,
          act.act,
          act.step,
          JSON.stringify(act.details),
          act.words,
          act.requestHash,
          act.createdAt,
        ],
      );
      if (made.length === 0) return false;
      await sql(
        transaction,
        `INSERT INTO bulk_act_rows (bulk_act_id, place, journey_id, command_id, command_hash, command, only_at_head,
           state, refusal)
         SELECT $1, r.* FROM jsonb_to_recordset($2::jsonb) AS r (place integer, journey_id text, command_id text,
           command_hash text, command jsonb, only_at_head integer, state text, refusal jsonb)`,
        [act.id, JSON.stringify(rows.map(columnsOf))],
      );
      await noteHandAct(transaction, trail);
      return true;
    });
  }

  async byId(id: string): Promise<KeptBulkAct | null> {
    return this.dataSource.getRepository(BulkAct).findOneBy({ id });
  }

  /** @returns the newest of a programme */
  async ofProgramme(programmeKey: string, limit: number): Promise<KeptBulkAct[]> {
    return this.dataSource
      .getRepository(BulkAct)
      .find({ where: { programmeKey }, order: { createdAt: 'DESC' }, take: limit });
  }

  /** @returns those that take one back, the newest first */
  async takingBack(id: string): Promise<KeptBulkAct[]> {
    return this.dataSource
      .getRepository(BulkAct)
      .createQueryBuilder('b')
      .where(`b.details ->> 'of' = :id`, { id })
      .orderBy('b.createdAt', 'DESC')
      .getMany();
  }

  /** @returns how many journeys are in each state, by the bulk act's id; one statement */
  async progress(ids: readonly string[]): Promise<Map<string, BulkActProgress>> {
    const rows = await sql<{ id: string; state: BulkActRowState; count: number }>(
      this.dataSource,
      `SELECT bulk_act_id AS id, state, count(*)::integer AS count FROM bulk_act_rows
       WHERE bulk_act_id = ANY ($1) GROUP BY bulk_act_id, state`,
      [ids],
    );
    const progress = new Map(ids.map((id): [string, BulkActProgress] => [id, { waiting: 0, done: 0, refused: 0 }]));
    for (const { id, state, count } of rows) {
      const of = progress.get(id);
      if (of) of[state] = count;
    }
    return progress;
  }

  /** @returns the journeys in their order, after a place */
  async rows(
    id: string,
    { state, after, limit }: { state?: BulkActRowState; after: number; limit: number },
  ): Promise<KeptBulkActRow[]> {
    const rows = await this.dataSource
      .getRepository(BulkActRow)
      .createQueryBuilder('r')
      .where('r.bulkActId = :id AND r.place > :after', { id, after })
      .andWhere(state === undefined ? 'true' : 'r.state = :state', { state })
      .orderBy('r.place')
      .limit(limit)
      .getMany();
    return rows;
  }

  /** A line in the trail. */
  async note(act: HandAct): Promise<void> {
    await noteHandAct(this.dataSource.manager, act);
  }

  /** Has one that does not run begin again: as a run of its own. @returns its number, or null where it runs or is done */
  async again(id: string, trail: HandAct): Promise<number | null> {
    return this.dataSource.transaction(async (transaction) => {
      const [row] = await sql<{ runs: number }>(
        transaction,
        `UPDATE bulk_acts SET status = 'waiting', runs = runs + 1, ended_at = NULL
         WHERE id = $1 AND status IN ('stopped', 'rights-ended') RETURNING runs`,
        [id],
      );
      if (row) await noteHandAct(transaction, trail);
      return row?.runs ?? null;
    });
  }
}

function columnsOf(row: NewBulkActRow, index: number): Record<string, unknown> {
  return {
    place: index + 1,
    journey_id: row.journeyId,
    command_id: row.commandId,
    command_hash: row.commandHash,
    command: keptCommand(row.command),
    only_at_head: row.onlyAtHead,
    state: row.refusal === null ? 'waiting' : 'refused',
    refusal: row.refusal,
  };
}

export type { BulkActRowState, BulkActStatus };
