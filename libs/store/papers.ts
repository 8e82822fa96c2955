import { type DataSource, In, MoreThan } from 'typeorm';
import type { Paper } from './plain';
import { Paper as PaperRow } from './rows/paper';
import { sql } from './sql';

/** What is known of the files that were handed in. Their bytes are not here. */
export class Papers {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Notes a paper as the next version of its name; a second time it changes nothing.
   *
   * @returns the paper as it is noted; one statement, or two when it was noted before
   */
  async add(paper: Omit<Paper, 'version'>): Promise<Paper> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.insert(paper);
      } catch (error) {
        // Two files of one name at the same instant: the later one is the next version.
        if (attempt > 5 || !isTakenVersion(error)) throw error;
      }
    }
  }

  /** @returns the paper, or null; one statement */
  async byId(id: string): Promise<Paper | null> {
    return this.dataSource.getRepository(PaperRow).findOneBy({ id });
  }

  /** @returns those that there are, in no order; one statement, none for no id */
  async byIds(ids: readonly string[]): Promise<Paper[]> {
    return ids.length === 0 ? [] : this.dataSource.getRepository(PaperRow).findBy({ id: In([...ids]) });
  }

  /** @returns a page of all papers by id; one statement */
  async page(after: string, limit: number): Promise<Paper[]> {
    return this.dataSource.getRepository(PaperRow).find({
      where: { id: MoreThan(after) },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  private async insert(paper: Omit<Paper, 'version'>): Promise<Paper> {
    const rows = await sql<{ version: number }>(
      this.dataSource,
      `INSERT INTO papers (id, journey_id, step_ref, round, evidence_key, name, version, kind, size_bytes, sha256,
         by_person, uploaded_at, scanned)
       SELECT $1, $2, $3, $4, $5, $6, coalesce(max(version), 0) + 1, $7, $8, $9, $10, $11, $12 FROM papers
       WHERE journey_id = $2 AND step_ref = $3 AND evidence_key = $5 AND name = $6
       ON CONFLICT (id) DO NOTHING RETURNING version`,
      [
        paper.id,
        paper.journeyId,
        paper.stepRef,
        paper.round,
        paper.evidenceKey,
        paper.name,
        paper.kind,
        paper.sizeBytes,
        paper.sha256,
        paper.byPerson,
        paper.uploadedAt,
        paper.scanned,
      ],
    );
    const [added] = rows;
    const noted = added ? { ...paper, version: added.version } : await this.byId(paper.id);
    if (!noted) throw new Error(`The paper ${paper.id} was there and is not.`);
    return noted;
  }
}

function isTakenVersion(error: unknown): boolean {
  const fault = (error as { driverError?: { code?: string; constraint?: string } } | null)?.driverError;
  return fault?.code === '23505' && fault.constraint === 'papers_version';
}
