import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE open_steps (
    journey_id text NOT NULL CONSTRAINT open_steps_journey REFERENCES journeys (id),
    key text NOT NULL,
    kind text NOT NULL,
    programme_key text NOT NULL,
    city_key text NOT NULL,
    zone text NOT NULL,
    seat text NOT NULL,
    holder text,
    liaison text,
    step_ref text,
    title text,
    due_on date,
    at_risk_from_on date,
    optional boolean NOT NULL,
    quarterly boolean NOT NULL,
    waiver boolean NOT NULL,
    vacant text,
    comment text,
    asked_by text,
    since_on date,
    CONSTRAINT open_steps_pkey PRIMARY KEY (journey_id, key)
  )`,
  'CREATE INDEX open_steps_by_holder ON open_steps (holder)',
  'CREATE INDEX open_steps_by_liaison ON open_steps (liaison)',
  'CREATE INDEX open_steps_by_programme ON open_steps (programme_key, due_on)',
  // The second wall: rows of a city are for those who may see it.
  'GRANT SELECT ON open_steps TO citypath_reader',
  'ALTER TABLE open_steps ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY open_steps_of_visible_journeys ON open_steps FOR SELECT TO citypath_reader USING (
    (SELECT citypath_reader_is_administrator()) OR journey_id IN (SELECT citypath_visible_journeys()))`,
  // Only the rules know what waits for whom: the worker folds every journey anew when it starts.
  'UPDATE journeys SET stale = true',
];

/** What every journey waits for, and of whom, to be asked by person and by programme. */
export class OpenSteps1795400700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE open_steps');
  }
}
