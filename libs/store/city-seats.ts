import type { DataSource } from 'typeorm';
import { sql } from './sql';

/** A seat of a city with whoever holds it, as the read model has it. */
export interface CitySeat {
  journeyId: string;
  programme: string;
  city: { key: string; nameEn: string; nameZh: string | null };
  seat: string;
  holder: string | null;
  liaison: string | null;
}

/** Who sits where in the cities. The facts of the journeys say so and the read model keeps it; this only looks. */
export class CitySeats {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns the seats that a person holds or is the liaison of; one statement */
  async of(personId: string): Promise<CitySeat[]> {
    return this.select(
      'WHERE (h.journey_id, h.seat) IN (SELECT journey_id, seat FROM seat_holders WHERE person_id = $1)',
      [personId],
    );
  }

  /** @returns the seats that any of these people holds or is the liaison of; one statement */
  async ofAny(people: string[]): Promise<CitySeat[]> {
    return this.select(
      'WHERE (h.journey_id, h.seat) IN (SELECT journey_id, seat FROM seat_holders WHERE person_id = ANY ($1))',
      [people],
    );
  }

  /** @returns every seat that anybody holds or is the liaison of; one statement */
  async all(): Promise<CitySeat[]> {
    return this.select('', []);
  }

  private async select(conditions: string, values: unknown[]): Promise<CitySeat[]> {
    const rows = await sql<Columns>(
      this.dataSource,
      `SELECT h.journey_id AS id, h.programme_key, h.city_key, c.name_en, c.name_zh, h.seat,
         max(h.person_id) FILTER (WHERE h.standing = 'holder') AS holder,
         max(h.person_id) FILTER (WHERE h.standing = 'liaison') AS liaison
       FROM seat_holders h JOIN cities c ON c.key = h.city_key
       ${conditions}
       GROUP BY h.journey_id, h.programme_key, h.city_key, c.name_en, c.name_zh, h.seat
       ORDER BY c.name_en, h.journey_id, h.seat`,
      values,
    );
    return rows.map((row) => ({
      journeyId: row.id,
      programme: row.programme_key,
      city: { key: row.city_key, nameEn: row.name_en, nameZh: row.name_zh },
      seat: row.seat,
      holder: row.holder,
      liaison: row.liaison,
    }));
  }
}

interface Columns {
  id: string;
  programme_key: string;
  city_key: string;
  name_en: string;
  name_zh: string | null;
  seat: string;
  holder: string | null;
  liaison: string | null;
}
