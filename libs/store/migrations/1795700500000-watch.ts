import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  'ALTER TABLE journeys ADD COLUMN run_id text',
  'ALTER TABLE journeys ADD COLUMN state_hash text',
  // As a record writes it from now on.
  'UPDATE journeys SET state_hash = md5(state::text) WHERE state IS NOT NULL',
  `CREATE TABLE findings (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT findings_pkey PRIMARY KEY,
    kind text NOT NULL,
    journey_id text NOT NULL,
    place text NOT NULL,
    about jsonb NOT NULL DEFAULT '{}',
    since_at timestamptz NOT NULL,
    gone_at timestamptz
  )`,
  'CREATE UNIQUE INDEX findings_open ON findings (kind, journey_id, place) WHERE gone_at IS NULL',
  'GRANT SELECT ON findings TO citypath_reader',
  'ALTER TABLE findings ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY findings_of_administrators ON findings FOR SELECT TO citypath_reader
    USING ((SELECT citypath_reader_is_administrator()))`,
  `CREATE TABLE watched_journeys (
    journey_id text CONSTRAINT watched_journeys_pkey PRIMARY KEY,
    head integer NOT NULL,
    state_hash text NOT NULL,
    folded_at timestamptz NOT NULL
  )`,
  'GRANT SELECT ON watched_journeys TO citypath_reader',
  'ALTER TABLE watched_journeys ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY watched_journeys_of_administrators ON watched_journeys FOR SELECT TO citypath_reader
    USING ((SELECT citypath_reader_is_administrator()))`,
  `CREATE TABLE watch_looks (
    name text CONSTRAINT watch_looks_pkey PRIMARY KEY,
    at timestamptz NOT NULL,
    journeys integer NOT NULL,
    took_ms integer NOT NULL
  )`,
  'GRANT SELECT ON watch_looks TO citypath_reader',
  'ALTER TABLE watch_looks ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY watch_looks_of_administrators ON watch_looks FOR SELECT TO citypath_reader
    USING ((SELECT citypath_reader_is_administrator()))`,
];

/** What the watch over all journeys has looked at and found, and by what it knows a run and a read model again. */
export class Watch1795700500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE findings, watched_journeys, watch_looks');
    await runner.query('ALTER TABLE journeys DROP COLUMN run_id, DROP COLUMN state_hash');
  }
}
