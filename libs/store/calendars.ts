import type { DataSource } from 'typeorm';
import { In } from 'typeorm';
import { contentHash } from './content-hash';
import { Calendar } from './rows/calendar';
import { sql } from './sql';
import type { CalendarData } from './types';

/** The editions of calendars by the hash of their content. They are only ever added. */
export class Calendars {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps a calendar; the same content again changes nothing. @returns its hash */
  async put(calendar: CalendarData): Promise<string> {
    const hash = contentHash(calendar);
    await sql(this.dataSource, 'INSERT INTO calendars (hash, key, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      hash,
      calendar.key,
      JSON.stringify(calendar),
    ]);
    return hash;
  }

  /** @returns the calendar, or null when no such content was ever put */
  async byHash(hash: string): Promise<CalendarData | null> {
    const row = await this.dataSource.getRepository(Calendar).findOneBy({ hash });
    return row?.body ?? null;
  }

  /** @returns those of the hashes that are known, by hash; one statement */
  async byHashes(hashes: string[]): Promise<Map<string, CalendarData>> {
    const rows = await this.dataSource.getRepository(Calendar).findBy({ hash: In(hashes) });
    return new Map(rows.map((row) => [row.hash, row.body]));
  }
}
