import { type DataSource, In } from 'typeorm';
import type { City } from './plain';
import { City as CityRow } from './rows/city';

/** The cities that may join programmes. */
export class Cities {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds a city or replaces what was known of it. Its calendar has to be put first. */
  async put(city: City): Promise<void> {
    await this.dataSource.getRepository(CityRow).upsert(city, ['key']);
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
}
