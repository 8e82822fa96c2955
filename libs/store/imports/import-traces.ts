import type { DataSource, EntityManager } from 'typeorm';
import type { City } from '../plain';
import { sql } from '../sql';

/** Why a journey was not taken back. */
export type KeptBecause = 'letter-went-out' | 'somebody-acted' | 'something-handed-in';

/** Rows that a journey makes by itself, and that go with it. */
const ITS_OWN = ['letters', 'texts', 'journal', 'seat_holders', 'open_steps', 'letter_embargoes', 'journey_reports'];

/** What tells of a journey and stays when it goes: the trail of what people did. */
const OUTLIVES_IT = ['hand_acts', 'bulk_act_rows'];

/** PostgreSQL's foreign_key_violation. */
const STILL_NAMED = '23503';

/** What an import makes besides journeys, and how all of it is taken back. */
export class ImportTraces {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds a city that is not there; one that is stays as it is. Notes with the row whether it was this import's. */
  async makeCity(importId: string, line: number, city: City): Promise<void> {
    await sql(
      this.dataSource,
      `WITH made AS (
         INSERT INTO cities (key, name_en, name_zh, level, gb_code, country, calendar_hash)
         VALUES ($3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING key
       )
       UPDATE import_rows SET city_made = city_made OR EXISTS (SELECT FROM made) WHERE import_id = $1 AND line = $2`,
      [importId, line, city.key, city.nameEn, city.nameZh, city.level, city.gbCode, city.country, city.calendarHash],
    );
  }

  /**
   * Whether a journey is still as its joining left it, so that nobody misses it.
   * @param commandId of the joining
   * @returns null when it may go
   */
  async keptBecause(journeyId: string, commandId: string): Promise<KeptBecause | null> {
    return this.look(this.dataSource.manager, journeyId, commandId);
  }

  /**
   * Removes a journey with everything it made by itself. Its run must have been ended before.
   * @returns why it was kept after all, or null
   */
  async removeJourney(journeyId: string, commandId: string): Promise<KeptBecause | null> {
    try {
      return await this.dataSource.transaction(async (transaction) => {
        await sql(transaction, 'SELECT 1 FROM journeys WHERE id = $1 FOR UPDATE', [journeyId]);
        const kept = await this.look(transaction, journeyId, commandId);
        if (kept !== null) return kept;
        for (const table of await tablesOfJourneys(transaction)) {
          if (ITS_OWN.includes(table))
            await sql(transaction, `DELETE FROM ${table} WHERE journey_id = $1`, [journeyId]);
        }
        await sql(transaction, `DELETE FROM journeys WHERE id = $1 RETURNING pg_notify('citypath_journeys', id)`, [
          journeyId,
        ]);
        return null;
      });
    } catch (error) {
      if (isStillNamed(error)) return 'something-handed-in';
      throw error;
    }
  }

  /** Removes a city that no journey names. @returns whether it is gone */
  async removeCity(key: string): Promise<boolean> {
    return this.gone('DELETE FROM cities WHERE key = $1 RETURNING key', [key]);
  }

  /** Removes a person whom nothing names: no seat, no fact, no letter, no session. @returns whether he or she is gone */
  async removePerson(id: string): Promise<boolean> {
    return this.gone(
      `DELETE FROM people p WHERE p.id = $1 AND NOT p.is_administrator
         AND NOT EXISTS (SELECT FROM seat_holders WHERE person_id = $1)
         AND NOT EXISTS (SELECT FROM programme_seats WHERE person_id = $1)
         AND NOT EXISTS (SELECT FROM sessions WHERE person_id = $1)
         AND NOT EXISTS (SELECT FROM letters WHERE recipient = $1 OR holder = $1)
         AND NOT EXISTS (SELECT FROM texts WHERE by_person = $1)
         AND NOT EXISTS (SELECT FROM journal WHERE by_person = $1 OR on_behalf_of = $1
           OR (kind IN ('seat-appointed', 'seat-handed-over', 'seat-vacated', 'liaison-named')
             AND body::text LIKE '%"' || $1 || '"%'))
       RETURNING p.id`,
      [id],
    );
  }

  private async look(on: EntityManager, journeyId: string, commandId: string): Promise<KeptBecause | null> {
    const [found] = await sql<{ posted: boolean; acted: boolean }>(
      on,
      `SELECT EXISTS (SELECT FROM letters WHERE journey_id = $1
           AND status IN ('posting', 'accepted', 'refused', 'unknown', 'presumed-sent')) AS posted,
         EXISTS (SELECT FROM journal WHERE journey_id = $1 AND command_id NOT IN ($2, 'clock')) AS acted`,
      [journeyId, commandId],
    );
    if (found?.posted === true) return 'letter-went-out';
    if (found?.acted === true) return 'somebody-acted';
    // Whatever else names a journey was put there by somebody: drafts, papers, comments.
    for (const table of await tablesOfJourneys(on)) {
      if (ITS_OWN.includes(table)) continue;
      const rows = await sql(on, `SELECT 1 FROM ${table} WHERE journey_id = $1 LIMIT 1`, [journeyId]);
      if (rows.length > 0) return 'something-handed-in';
    }
    return null;
  }

  private async gone(statement: string, values: unknown[]): Promise<boolean> {
    try {
      return (await sql(this.dataSource, statement, values)).length > 0;
    } catch (error) {
      if (isStillNamed(error)) return false;
      throw error;
    }
  }
}

/** Every table whose rows name a journey: asked of the database, so that a new one is not forgotten. */
async function tablesOfJourneys(on: EntityManager): Promise<string[]> {
  const rows = await sql<{ table_name: string }>(
    on,
    `SELECT c.table_name FROM information_schema.columns c
     JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
     WHERE c.table_schema = 'public' AND c.column_name = 'journey_id' AND t.table_type = 'BASE TABLE'
     ORDER BY c.table_name`,
    [],
  );
  return rows.map((row) => row.table_name).filter((table) => !OUTLIVES_IT.includes(table));
}

function isStillNamed(error: unknown): boolean {
  const { driverError, code } = (error ?? {}) as { driverError?: { code?: unknown }; code?: unknown };
  return code === STILL_NAMED || driverError?.code === STILL_NAMED;
}
