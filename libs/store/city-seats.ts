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

/** Who sits where in the cities. The facts of the journeys say so; this only looks. */
export class CitySeats {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns the seats that a person holds or is the liaison of; one statement */
  async of(personId: string): Promise<CitySeat[]> {
    return this.select(`WHERE seat.value ->> 'holder' = $1 OR seat.value ->> 'liaison' = $1`, [personId]);
  }

  /** @returns every seat that anybody holds or is the liaison of; one statement */
  async all(): Promise<CitySeat[]> {
    return this.select(`WHERE seat.value ->> 'holder' IS NOT NULL OR seat.value ->> 'liaison' IS NOT NULL`, []);
  }

  private async select(conditions: string, values: unknown[]): Promise<CitySeat[]> {
    const rows = await sql<Columns>(
      this.dataSource,
      `SELECT j.id, j.programme_key, c.key AS city_key, c.name_en, c.name_zh, seat.key AS seat,
         seat.value ->> 'holder' AS holder, seat.value ->> 'liaison' AS liaison
       FROM journeys j
       JOIN cities c ON c.key = j.city_key
       CROSS JOIN LATERAL jsonb_each(j.state -> 'seats') AS seat
       ${conditions} ORDER BY c.name_en, j.id, seat.key`,
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
