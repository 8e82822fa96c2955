import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `CREATE TABLE hand_acts (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT hand_acts_pkey PRIMARY KEY,
    at timestamptz NOT NULL,
    by_person text NOT NULL,
    kind text NOT NULL,
    programme_key text,
    city_key text,
    journey_id text,
    about jsonb NOT NULL DEFAULT '{}',
    words text
  )`,
  'CREATE INDEX hand_acts_by_time ON hand_acts (at, id)',
  'GRANT SELECT ON hand_acts TO citypath_reader',
  'ALTER TABLE hand_acts ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY hand_acts_of_what_one_sees ON hand_acts FOR SELECT TO citypath_reader USING (
    (SELECT citypath_reader_is_administrator()) OR journey_id IN (SELECT citypath_visible_journeys())
    OR journey_id IS NULL AND programme_key IN (
      SELECT programme FROM programme_seats WHERE person_id = (SELECT current_setting('citypath.reader', true))))`,
  `CREATE TRIGGER hand_acts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON hand_acts
    FOR EACH STATEMENT EXECUTE FUNCTION citypath_append_only()`,
  // What the records know of the time before.
  `INSERT INTO hand_acts (at, by_person, kind, programme_key, city_key, about)
   SELECT at, by_person, kind, programme_key, city_key, about FROM (
     SELECT since AS at, by_person, 'notice-entered' AS kind, NULL AS programme_key, NULL AS city_key,
       jsonb_build_object('notice', id) AS about FROM calendar_notices
     UNION ALL SELECT taken_back_at, taken_back_by, 'notice-taken-back', NULL, NULL, jsonb_build_object('notice', id)
       FROM calendar_notices WHERE taken_back_at IS NOT NULL AND taken_back_by IS NOT NULL
     UNION ALL SELECT since, by_person, 'closure-entered', NULL, city_key, jsonb_build_object('closure', id)
       FROM city_closures
     UNION ALL SELECT taken_back_at, taken_back_by, 'closure-taken-back', NULL, city_key, jsonb_build_object('closure', id)
       FROM city_closures WHERE taken_back_at IS NOT NULL AND taken_back_by IS NOT NULL
     UNION ALL SELECT started_at, by_person, 'import-started', programme_key, NULL, jsonb_build_object('import', id)
       FROM imports WHERE started_at IS NOT NULL
   ) AS known ORDER BY at`,
  `INSERT INTO hand_acts (at, by_person, kind, programme_key, city_key, journey_id, about, words)
   SELECT l.settled_at, l.skipped_by, 'letter-skipped', g.programme_key, g.city_key, l.journey_id,
     jsonb_build_object('letter', l.id, 'letterKind', l.kind, 'step', l.step_ref, 'seat', l.seat, 'holder', l.holder),
     l.skip_words
   FROM letters l JOIN journeys g ON g.id = l.journey_id
   WHERE l.skipped_by IS NOT NULL AND l.settled_at IS NOT NULL ORDER BY l.settled_at`,
];

/** The trail of what people do by hand beside journeys and people's records. */
export class HandActs1795600700100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE hand_acts');
  }
}
