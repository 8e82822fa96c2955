import type { DataSource } from 'typeorm';
import { sql } from '../sql';

/** A letter about a step that is about to be written to somebody. */
export interface LetterToThread {
  id: string;
  journeyId: string;
  step: string;
  /** The person's id. */
  recipient: string;
}

/** What went before: letters about one step to one person form one mail thread. */
export class Threads {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The Message-IDs of the letters that a person got about a step, oldest first, for each letter to come. One that may
   * not have arrived counts: a reference to it does no harm. A digest is about many steps, and of none's thread.
   *
   * @returns by the letters' ids; nothing for the first of a thread; one statement, none for no letters
   */
  async before(letters: readonly LetterToThread[]): Promise<Map<string, string[]>> {
    if (letters.length === 0) return new Map();
    const rows = await sql<{ id: string; message_ids: string[] }>(
      this.dataSource,
      `SELECT n.id, array_agg(l.message_id ORDER BY l.posting_since, l.seq, l.id) AS message_ids
       FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, journey text, step text, recipient text)
       JOIN letters l ON l.journey_id = n.journey AND l.step_ref = n.step AND l.recipient = n.recipient AND l.id <> n.id
       WHERE l.status IN ('accepted', 'unknown') AND l.message_id IS NOT NULL AND NOT l.is_digest
       GROUP BY n.id`,
      [JSON.stringify(letters.map(({ journeyId, ...letter }) => ({ ...letter, journey: journeyId })))],
    );
    return new Map(rows.map((row) => [row.id, row.message_ids]));
  }

  /** Whether somebody was sent an invitation to a step's meeting before a fact. One statement. */
  async wasInvited(journeyId: string, step: string, person: string, beforeSeq: number): Promise<boolean> {
    const [row] = await sql<{ invited: boolean }>(
      this.dataSource,
      `SELECT EXISTS (
         SELECT FROM letters
         WHERE journey_id = $1 AND step_ref = $2 AND recipient = $3 AND seq < $4 AND kind = 'invitation'
           AND (status IN ('accepted', 'unknown', 'presumed-sent') OR (status = 'posting' AND message_id IS NOT NULL))
       ) AS invited`,
      [journeyId, step, person, beforeSeq],
    );
    return row?.invited ?? false;
  }
}
