import { createHash, randomBytes } from 'node:crypto';
import type { TextRef } from '@citypath/journey';
import { type DataSource, In } from 'typeorm';
import { canonicalJson } from './content-hash';
import { StoredText } from './rows/stored-text';
import { sql } from './sql';
import type { Instant } from './types';

/** The words that people wrote, erasable: facts hold references only. */
export class Texts {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Keeps what one person wrote in one request (strings, or the answers of a form); one statement. PostgreSQL
   * takes no NUL character: refuse it at the door.
   *
   * @returns the references, in the same order
   */
  async put(journeyId: string, bodies: unknown[], byPerson: string | null, createdAt: Instant): Promise<TextRef[]> {
    return (await this.putEach([{ journeyId, bodies }], byPerson, createdAt))[0] ?? [];
  }

  /** The same for what was written of several journeys at once. @returns the references of each, in the same order */
  async putEach(
    written: readonly { journeyId: string; bodies: unknown[] }[],
    byPerson: string | null,
    createdAt: Instant,
  ): Promise<TextRef[][]> {
    const texts = written.map(({ journeyId, bodies }) =>
      bodies.map((body) => ({ ref: newRef(body), journey_id: journeyId, body })),
    );
    if (texts.flat().length > 0) {
      await sql(
        this.dataSource,
        `INSERT INTO texts (ref, journey_id, body, by_person, created_at)
         SELECT t.ref, t.journey_id, t.body, $1, $2
         FROM jsonb_to_recordset($3::jsonb) AS t (ref text, journey_id text, body jsonb)`,
        [byPerson, createdAt, JSON.stringify(texts.flat())],
      );
    }
    return texts.map((each) => each.map(({ ref }) => ref));
  }

  /** @returns the texts by reference; null for one that was erased, nothing for one that never was; one statement */
  async byRefs(refs: TextRef[]): Promise<Map<TextRef, unknown>> {
    const rows = await this.dataSource.getRepository(StoredText).findBy({ ref: In(refs) });
    return new Map(rows.map((row) => [row.ref, row.body]));
  }

  /** Takes the words away and keeps the rest. */
  async erase(refs: TextRef[], at: Instant): Promise<void> {
    await sql(this.dataSource, 'UPDATE texts SET body = NULL, erased_at = $2 WHERE ref = ANY ($1)', [refs, at]);
  }
}

/** With salt, so that the reference in a fact tells nothing about an erased text, not even to one who guesses it. */
function newRef(body: unknown): TextRef {
  return `t-${createHash('sha256').update(randomBytes(16)).update(canonicalJson(body)).digest('hex').slice(0, 40)}`;
}
