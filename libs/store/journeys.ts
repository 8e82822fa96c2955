import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { JourneyFilter, JourneyInList, JourneyKey } from './journey-in-list';
import { City } from './rows/city';
import { Journey } from './rows/journey';
import type { Page, PageRequest } from './types';

/** The reading side: journeys as they stand. Nothing here writes. */
export class Journeys {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns a page of journeys with their cities, by the city's English name; one statement */
  async list(filter: JourneyFilter, page: PageRequest<JourneyKey>): Promise<Page<JourneyInList, JourneyKey>> {
    const query = this.withCity()
      .orderBy('city.nameEn')
      .addOrderBy('journey.id')
      .limit(page.limit + 1);
    if (filter.programmeKey !== undefined) query.andWhere('journey.programmeKey = :programmeKey', filter);
    if (filter.cityKey !== undefined) query.andWhere('journey.cityKey = :cityKey', filter);
    if (filter.status !== undefined) query.andWhere('journey.status = ANY (:status)', filter);
    if (page.after) query.andWhere('(city.nameEn, journey.id) > (:nameEn, :id)', page.after);
    // One row more than asked for tells whether there is a next page.
    const rows = (await query.getMany()) as JourneyInList[];
    const items = rows.slice(0, page.limit);
    const last = items.at(-1);
    return { items, next: last && rows.length > items.length ? { nameEn: last.city.nameEn, id: last.id } : null };
  }

  /** @returns the journey with its city, or null; one statement */
  async byId(id: string): Promise<JourneyInList | null> {
    return (await this.withCity().where('journey.id = :id', { id }).getOne()) as JourneyInList | null;
  }

  private withCity(): SelectQueryBuilder<Journey> {
    return this.dataSource
      .getRepository(Journey)
      .createQueryBuilder('journey')
      .innerJoinAndMapOne('journey.city', City, 'city', 'city.key = journey.cityKey');
  }
}
