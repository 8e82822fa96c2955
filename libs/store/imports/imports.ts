import type { DataSource } from 'typeorm';
import { type HandAct, noteHandAct } from '../audit/hand-acts';
import { ImportFile, type ImportStatus } from '../rows/import-file';
import { ImportRow, type ImportRowState } from '../rows/import-row';
import { sql } from '../sql';
import type { Instant } from '../types';

type Plain<Row> = Pick<Row, keyof Row>;
export type ImportedFile = Plain<ImportFile>;
export type ImportedRow = Plain<ImportRow>;
export type NewImport = Omit<ImportedFile, 'status' | 'startedAt' | 'finishedAt' | 'lettersFrom' | 'totals'>;

/** What a dry run found of one row. */
export interface RowJudged {
  line: number;
  verdict: unknown;
  plan: unknown;
}

/** Files that are imported, with a row a row. What their rows mean is the api's. */
export class Imports {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps a file. @returns false when it is here already, and then nothing is changed */
  async create(file: NewImport, rows: readonly { line: number; cells: unknown }[]): Promise<boolean> {
    return this.dataSource.transaction(async (transaction) => {
      const made = await sql(
        transaction,
        `INSERT INTO imports (id, programme_key, file_name, by_person, status, header, remarks, mapping, created_at)
         VALUES ($1, $2, $3, $4, 'checked', $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
        [
          file.id,
          file.programmeKey,
          file.fileName,
          file.byPerson,
          JSON.stringify(file.header),
          JSON.stringify(file.remarks),
          JSON.stringify(file.mapping),
          file.createdAt,
        ],
      );
      if (made.length === 0) return false;
      await sql(
        transaction,
        `INSERT INTO import_rows (import_id, line, cells)
         SELECT $1, r.line, r.cells FROM jsonb_to_recordset($2::jsonb) AS r (line integer, cells jsonb)`,
        [file.id, JSON.stringify(rows)],
      );
      return true;
    });
  }

  async byId(id: string): Promise<ImportedFile | null> {
    return this.dataSource.getRepository(ImportFile).findOneBy({ id });
  }

  /** @returns the newest files of a programme */
  async ofProgramme(programmeKey: string, limit: number): Promise<ImportedFile[]> {
    return this.dataSource
      .getRepository(ImportFile)
      .find({ where: { programmeKey }, order: { createdAt: 'DESC' }, take: limit });
  }

  /** @returns the rows in the order of the file, with all that is known of them; one statement */
  async rows(importId: string): Promise<ImportedRow[]> {
    return this.dataSource.getRepository(ImportRow).find({ where: { importId }, order: { line: 'ASC' } });
  }

  /** @returns how many rows there are in each state; one statement */
  async progress(importId: string): Promise<Record<ImportRowState, number>> {
    const rows = await sql<{ state: ImportRowState; count: number }>(
      this.dataSource,
      'SELECT state, count(*)::integer AS count FROM import_rows WHERE import_id = $1 GROUP BY state',
      [importId],
    );
    const none = { new: 0, waiting: 0, running: 0, done: 0, failed: 0, undone: 0, kept: 0 };
    return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
  }

  async changeCells(importId: string, line: number, cells: unknown): Promise<void> {
    await this.dataSource.getRepository(ImportRow).update({ importId, line }, { cells: cells as object });
  }

  /** Keeps what a dry run said, unless the import has begun meanwhile. @returns whether it was kept */
  async keepVerdicts(
    importId: string,
    mapping: unknown,
    totals: unknown,
    judged: readonly RowJudged[],
  ): Promise<boolean> {
    return this.dataSource.transaction(async (transaction) => {
      const files = await sql(
        transaction,
        `UPDATE imports SET mapping = $2, totals = $3 WHERE id = $1 AND status = 'checked' RETURNING id`,
        [importId, JSON.stringify(mapping), JSON.stringify(totals)],
      );
      if (files.length === 0) return false;
      await sql(
        transaction,
        `UPDATE import_rows r SET verdict = j.verdict, plan = j.plan
         FROM jsonb_to_recordset($2::jsonb) AS j (line integer, verdict jsonb, plan jsonb)
         WHERE r.import_id = $1 AND r.line = j.line`,
        [importId, JSON.stringify(judged)],
      );
      return true;
    });
  }

  /**
   * Moves an import on, for whoever comes first.
   * @param act the line in the trail, where it is somebody's act
   * @returns false when it was not in that status any more
   */
  async advance(
    importId: string,
    from: ImportStatus,
    to: ImportStatus,
    times: Partial<Pick<ImportedFile, 'startedAt' | 'finishedAt' | 'lettersFrom'>> = {},
    act?: HandAct,
  ): Promise<boolean> {
    return this.dataSource.transaction(async (transaction) => {
      const { affected } = await transaction
        .getRepository(ImportFile)
        .update({ id: importId, status: from }, { status: to, ...times });
      if (affected === 1 && act) await noteHandAct(transaction, act);
      return affected === 1;
    });
  }

  /** Every row that is planned waits for its turn from now on. */
  async queue(importId: string): Promise<void> {
    await sql(
      this.dataSource,
      `UPDATE import_rows SET state = 'waiting' WHERE import_id = $1 AND state = 'new' AND plan IS NOT NULL`,
      [importId],
    );
  }

  /** Takes rows for work; several processes never take the same. */
  async take(importId: string, limit: number): Promise<ImportedRow[]> {
    const rows = await sql<{ line: number }>(
      this.dataSource,
      `UPDATE import_rows SET state = 'running' WHERE import_id = $1 AND line = ANY (ARRAY(
         SELECT line FROM import_rows WHERE import_id = $1 AND state = 'waiting' ORDER BY line LIMIT $2
         FOR UPDATE SKIP LOCKED))
       RETURNING line`,
      [importId, limit],
    );
    if (rows.length === 0) return [];
    return this.dataSource
      .getRepository(ImportRow)
      .createQueryBuilder('row')
      .where('row.importId = :importId AND row.line = ANY (:lines)', { importId, lines: rows.map(({ line }) => line) })
      .orderBy('row.line')
      .getMany();
  }

  /** What a process that ended was at work on waits again. Doing a row twice is doing it once. */
  async recover(importId: string): Promise<void> {
    await this.dataSource.getRepository(ImportRow).update({ importId, state: 'running' }, { state: 'waiting' });
  }

  async settleRow(importId: string, line: number, state: ImportRowState, said: unknown = null): Promise<void> {
    await sql(this.dataSource, 'UPDATE import_rows SET state = $3, said = $4 WHERE import_id = $1 AND line = $2', [
      importId,
      line,
      state,
      said === null ? null : JSON.stringify(said),
    ]);
  }

  /** @returns the files that are at work, or were when their process ended */
  async unfinished(): Promise<ImportedFile[]> {
    return this.dataSource
      .getRepository(ImportFile)
      .createQueryBuilder('file')
      .where("file.status IN ('running', 'undoing')")
      .orderBy('file.createdAt')
      .getMany();
  }

  /** No letter of this journey goes before an instant; to be said before the journey begins. */
  async holdLetters(importId: string, journeyId: string, untilAt: Instant): Promise<void> {
    await sql(
      this.dataSource,
      `INSERT INTO letter_embargoes (journey_id, import_id, until_at) VALUES ($1, $2, $3)
       ON CONFLICT (journey_id) DO UPDATE SET import_id = $2, until_at = $3`,
      [journeyId, importId, untilAt],
    );
  }

  /** The letters of all its journeys go from this instant on: later than it was said, or now. */
  async letLettersGo(importId: string, fromAt: Instant, act?: HandAct): Promise<void> {
    await this.dataSource.transaction(async (transaction) => {
      if (act) await noteHandAct(transaction, act);
      await sql(
        transaction,
        `WITH file AS (UPDATE imports SET letters_from = $2 WHERE id = $1)
       UPDATE letter_embargoes SET until_at = $2 WHERE import_id = $1`,
        [importId, fromAt],
      );
    });
  }
}
