import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is laid over a country's calendar: notices that an administrator enters, and a city's own closures. Nothing is
 * ever deleted: what was taken back says so, since dates were counted by it.
 */
export class Calendars1795500200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE calendar_notices (
      id text CONSTRAINT calendar_notices_pkey PRIMARY KEY,
      country text NOT NULL,
      kind text NOT NULL CONSTRAINT calendar_notices_kind CHECK (kind IN ('closure', 'make-up', 'year-published')),
      from_on date NOT NULL,
      to_on date NOT NULL,
      title_en text NOT NULL,
      title_zh text NOT NULL,
      source text NOT NULL,
      by_person text NOT NULL,
      since timestamptz NOT NULL,
      taken_back_at timestamptz,
      taken_back_by text,
      CONSTRAINT calendar_notices_days CHECK (to_on >= from_on)
    )`);
    await runner.query('CREATE INDEX calendar_notices_by_country ON calendar_notices (country)');
    await runner.query(`CREATE TABLE city_closures (
      id text CONSTRAINT city_closures_pkey PRIMARY KEY,
      city_key text NOT NULL CONSTRAINT city_closures_city REFERENCES cities (key) ON DELETE CASCADE,
      from_on date NOT NULL,
      to_on date NOT NULL,
      title_en text NOT NULL,
      title_zh text NOT NULL,
      reason text NOT NULL,
      by_person text NOT NULL,
      since timestamptz NOT NULL,
      taken_back_at timestamptz,
      taken_back_by text,
      CONSTRAINT city_closures_days CHECK (to_on >= from_on)
    )`);
    await runner.query('CREATE INDEX city_closures_by_city ON city_closures (city_key)');
    // Holidays are everybody's, and so are the days on which a city hall is closed.
    for (const table of ['calendar_notices', 'city_closures']) {
      await runner.query(`GRANT SELECT ON ${table} TO citypath_reader`);
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`CREATE POLICY ${table}_of_everybody ON ${table} FOR SELECT TO citypath_reader USING (true)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE city_closures');
    await runner.query('DROP TABLE calendar_notices');
  }
}
