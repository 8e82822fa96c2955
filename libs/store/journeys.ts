import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { JourneyFilter, JourneyInList, JourneyKey } from './journey-in-list';
import { City } from './rows/city';
import { Journey } from './rows/journey';
import { sessionHolds } from './sessions';
import { sql } from './sql';
import type { Instant, Page, PageRequest } from './types';

/** A journey that changed, and who may hear of it. */
export interface JourneyHeard {
  id: string;
  head: number;
  tokenHashes: string[];
}

/** A running journey without its state: what tells whether it is the same as when it was looked at before. */
export interface JourneyHead extends Pick<
  Journey,
  'id' | 'programmeKey' | 'head' | 'stale' | 'definitionHash' | 'calendarHash'
> {
  nameEn: string;
}

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
    if (filter.journeyId !== undefined) query.andWhere('journey.id = :journeyId', filter);
    if (filter.ids !== undefined) query.andWhere('journey.id = ANY (:ids)', filter);
    if (filter.status !== undefined) query.andWhere('journey.status = ANY (:status)', filter);
    if (filter.sight) {
      query.andWhere('(journey.programmeKey = ANY (:programmes) OR journey.id = ANY (:journeyIds))', filter.sight);
    }
    if (page.after) query.andWhere('(city.nameEn, journey.id) > (:nameEn, :id)', page.after);
    // One row more than asked for tells whether there is a next page.
    const rows = (await query.getMany()) as JourneyInList[];
    const items = rows.slice(0, page.limit);
    const last = items.at(-1);
    return { items, next: last && rows.length > items.length ? { nameEn: last.city.nameEn, id: last.id } : null };
  }

  /** @returns every running journey of these programmes without its state; one statement */
  async running(programmeKeys: string[]): Promise<JourneyHead[]> {
    return sql<JourneyHead>(
      this.dataSource,
      `SELECT j.id, j.programme_key AS "programmeKey", j.head, j.stale, j.definition_hash AS "definitionHash",
         j.calendar_hash AS "calendarHash", c.name_en AS "nameEn"
       FROM journeys j JOIN cities c ON c.key = j.city_key
       WHERE j.programme_key = ANY ($1) AND j.status IN ('active', 'on-hold') AND j.state IS NOT NULL`,
      [programmeKeys],
    );
  }

  /** @returns the journey with its city, or null; one statement */
  async byId(id: string): Promise<JourneyInList | null> {
    return (await this.withCity().where('journey.id = :id', { id }).getOne()) as JourneyInList | null;
  }

  /**
   * Which of these sessions may be told of which journeys, by the seats of this very moment; one statement.
   *
   * @returns those of the journeys that are there, with the sessions that may hear of each, by their token's hash
   */
  async heardBy(ids: string[], tokenHashes: string[], now: Instant): Promise<JourneyHeard[]> {
    return sql<JourneyHeard>(
      this.dataSource,
      `SELECT j.id, j.head, ARRAY(
         SELECT s.token_hash FROM sessions s JOIN people p ON p.id = s.person_id
         WHERE s.token_hash = ANY ($2) AND ${sessionHolds('$3')} AND (
           p.is_administrator
           OR EXISTS (SELECT 1 FROM programme_seats h WHERE h.person_id = p.id AND h.programme = j.programme_key)
           OR EXISTS (SELECT 1 FROM seat_holders h WHERE h.person_id = p.id AND h.journey_id = j.id))
       ) AS "tokenHashes"
       FROM journeys j WHERE j.id = ANY ($1)`,
      [ids, tokenHashes, now],
    );
  }

  /** @returns whether any journey is one of the demonstration */
  async hasDemonstration(): Promise<boolean> {
    return this.dataSource.getRepository(Journey).existsBy({ demonstration: true });
  }

  private withCity(): SelectQueryBuilder<Journey> {
    return this.dataSource
      .getRepository(Journey)
      .createQueryBuilder('journey')
      .innerJoinAndMapOne('journey.city', City, 'city', 'city.key = journey.cityKey');
  }
}
