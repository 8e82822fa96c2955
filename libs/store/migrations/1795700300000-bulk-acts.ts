import type { MigrationInterface, QueryRunner } from 'typeorm';

const reader = `(SELECT current_setting('citypath.reader', true))`;
const administrator = '(SELECT citypath_reader_is_administrator())';

const up = [
  `CREATE TABLE bulk_acts (
    id text CONSTRAINT bulk_acts_pkey PRIMARY KEY,
    programme_key text NOT NULL,
    by_person text NOT NULL,
    act text NOT NULL,
    step_ref text,
    details jsonb NOT NULL,
    words text,
    request_hash text NOT NULL,
    status text NOT NULL,
    runs integer NOT NULL,
    created_at timestamptz NOT NULL,
    ended_at timestamptz,
    letters_from timestamptz
  )`,
  'CREATE INDEX bulk_acts_by_programme ON bulk_acts (programme_key, created_at)',
  `CREATE TABLE bulk_act_rows (
    bulk_act_id text NOT NULL CONSTRAINT bulk_act_rows_bulk_act REFERENCES bulk_acts (id) ON DELETE CASCADE,
    place integer NOT NULL,
    journey_id text NOT NULL,
    command_id text NOT NULL,
    command_hash text NOT NULL,
    command jsonb NOT NULL,
    only_at_head integer,
    state text NOT NULL DEFAULT 'waiting',
    attempts integer NOT NULL DEFAULT 0,
    refusal jsonb,
    CONSTRAINT bulk_act_rows_pkey PRIMARY KEY (bulk_act_id, place)
  )`,
  'CREATE INDEX bulk_act_rows_by_command ON bulk_act_rows (command_id)',
  'CREATE UNIQUE INDEX bulk_act_rows_once ON bulk_act_rows (bulk_act_id, journey_id)',
  'GRANT SELECT ON bulk_acts, bulk_act_rows TO citypath_reader',
  'ALTER TABLE bulk_acts ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE bulk_act_rows ENABLE ROW LEVEL SECURITY',
  // It names many cities: it is for those who run its programme.
  `CREATE POLICY bulk_acts_of_own_programmes ON bulk_acts FOR SELECT TO citypath_reader USING (
    ${administrator} OR programme_key IN (SELECT programme FROM programme_seats WHERE person_id = ${reader}))`,
  `CREATE POLICY bulk_act_rows_of_visible_bulk_acts ON bulk_act_rows FOR SELECT TO citypath_reader USING (
    ${administrator} OR bulk_act_id IN (SELECT id FROM bulk_acts))`,
];

/** Acts upon many journeys at once, and what became of each. */
export class BulkActs1795700300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['bulk_act_rows', 'bulk_acts']) await runner.query(`DROP TABLE ${table}`);
  }
}
