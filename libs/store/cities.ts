import { type DataSource, In } from 'typeorm';
import type { City } from './plain';
import { City as CityRow } from './rows/city';
import { sql } from './sql';

/** A city with its calendar by name, and the journeys that it has. */
export interface CityInList extends City {
  calendarKey: string;
  timeZone: string;
  journeys: { journeyId: string; programme: string }[];
}

/** The cities that may join programmes. */
export class Cities {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds a city or replaces what was known of it. Its calendar has to be put first. */
  async put(city: City): Promise<void> {
    await this.dataSource.getRepository(CityRow).upsert(city, ['key']);
  }

  /** Gives cities another calendar, by their keys; one statement. */
  async giveCalendars(hashes: ReadonlyMap<string, string>): Promise<void> {
    await sql(
      this.dataSource,
      `UPDATE cities SET calendar_hash = given.hash
       FROM unnest($1::text[], $2::text[]) AS given (key, hash) WHERE cities.key = given.key`,
      [[...hashes.keys()], [...hashes.values()]],
    );
  }

  async byKey(key: string): Promise<City | null> {
    return this.dataSource.getRepository(CityRow).findOneBy({ key });
  }

  /** @returns the city (null: not known), and whether a journey of that id has begun; one statement */
  async beforeJoining(key: string, journeyId: string): Promise<{ city: City | null; hasBegun: boolean }> {
    const { entities, raw } = await this.dataSource
      .getRepository(CityRow)
      .createQueryBuilder('city')
      .addSelect('EXISTS (SELECT 1 FROM journeys WHERE id = :journeyId)', 'has_begun')
      .where('city.key = :key', { key, journeyId })
      .getRawAndEntities<{ has_begun: boolean }>();
    return { city: entities[0] ?? null, hasBegun: raw[0]?.has_begun ?? false };
  }

  /** @returns those of the cities that are known, by English name; one statement */
  async byKeys(keys: string[]): Promise<City[]> {
    return this.dataSource
      .getRepository(CityRow)
      .find({ where: { key: In(keys) }, order: { nameEn: 'ASC', key: 'ASC' } });
  }

  /** @returns every city, by English name */
  async all(): Promise<City[]> {
    return this.dataSource.getRepository(CityRow).find({ order: { nameEn: 'ASC', key: 'ASC' } });
  }

  /** @returns every city with its calendar and journeys, by English name; one statement */
  async list(): Promise<CityInList[]> {
    const rows = await sql<CityColumns>(
      this.dataSource,
      `SELECT c.*, cal.key AS calendar_key, cal.body ->> 'zone' AS time_zone,
         coalesce(jsonb_agg(jsonb_build_object('journeyId', j.id, 'programme', j.programme_key) ORDER BY j.id)
           FILTER (WHERE j.id IS NOT NULL), '[]') AS journeys
       FROM cities c JOIN calendars cal ON cal.hash = c.calendar_hash LEFT JOIN journeys j ON j.city_key = c.key
       GROUP BY c.key, cal.hash ORDER BY c.name_en, c.key`,
      [],
    );
    return rows.map((row) => ({
      key: row.key,
      nameEn: row.name_en,
      nameZh: row.name_zh,
      level: row.level,
      gbCode: row.gb_code,
      country: row.country,
      calendarHash: row.calendar_hash,
      topicEn: row.topic_en,
      topicZh: row.topic_zh,
      calendarKey: row.calendar_key,
      timeZone: row.time_zone,
      journeys: row.journeys,
    }));
  }
}

interface CityColumns {
  key: string;
  name_en: string;
  name_zh: string | null;
  level: string;
  gb_code: string | null;
  country: string;
  calendar_hash: string;
  topic_en: string | null;
  topic_zh: string | null;
  calendar_key: string;
  time_zone: string;
  journeys: CityInList['journeys'];
}
