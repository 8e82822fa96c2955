import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Belongs to the server and not to a database: others may make it at the same moment, or have made it. */
const reader = `DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'citypath_reader') THEN
    BEGIN
      CREATE ROLE citypath_reader NOLOGIN;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'The role citypath_reader is missing and % may not make it', current_user
          USING HINT = format(
            'As an administrator of this PostgreSQL server: CREATE ROLE citypath_reader NOLOGIN; GRANT citypath_reader TO %I;',
            current_user);
    END;
  END IF;
  IF NOT pg_has_role(current_user, 'citypath_reader', 'MEMBER') THEN
    BEGIN
      EXECUTE format('GRANT citypath_reader TO %I', current_user);
    EXCEPTION
      WHEN unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION '% may not read as citypath_reader', current_user
          USING HINT = format(
            'As an administrator of this PostgreSQL server: GRANT citypath_reader TO %I;', current_user);
    END;
  END IF;
END $$`;

/**
 * What the reader named by the setting citypath.reader may see: the same rule as the api's maySeeJourney, told once
 * more by the second wall. SECURITY DEFINER, since it looks at the very rows that the policies guard.
 */
const sight = [
  `CREATE FUNCTION citypath_reader_is_administrator() RETURNS boolean
   LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
   RETURN EXISTS (
     SELECT FROM people
     WHERE id = current_setting('citypath.reader', true) AND is_administrator AND erased_at IS NULL)`,
  `CREATE FUNCTION citypath_visible_journeys() RETURNS SETOF text
   LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
   BEGIN ATOMIC
     SELECT id FROM journeys
     WHERE programme_key IN (
       SELECT programme FROM programme_seats WHERE person_id = current_setting('citypath.reader', true))
     UNION ALL
     SELECT journey_id FROM seat_holders WHERE person_id = current_setting('citypath.reader', true);
   END`,
];

/** Tables that name a journey in each row, with the column that does. */
const ofACity: [table: string, column: string][] = [
  ['journeys', 'id'],
  ['journal', 'journey_id'],
  ['letters', 'journey_id'],
  ['texts', 'journey_id'],
  ['seat_holders', 'journey_id'],
];

/** The second wall: whoever reads for a person sees the rows of that person's cities, whatever the code above says. */
export class RowSecurity1795400600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(reader);
    for (const statement of sight) await runner.query(statement);
    await runner.query('GRANT USAGE ON SCHEMA public TO citypath_reader');
    await runner.query('GRANT SELECT ON ALL TABLES IN SCHEMA public TO citypath_reader');
    // In a sub-select each is computed once a statement, and not once a row.
    for (const [table, column] of ofACity) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`CREATE POLICY ${table}_of_visible_journeys ON ${table} FOR SELECT TO citypath_reader USING (
        (SELECT citypath_reader_is_administrator()) OR ${column} IN (SELECT citypath_visible_journeys()))`);
    }
    await runner.query('ALTER TABLE sessions ENABLE ROW LEVEL SECURITY');
    await runner.query(`CREATE POLICY sessions_of_reader ON sessions FOR SELECT TO citypath_reader USING (
      (SELECT citypath_reader_is_administrator()) OR person_id = (SELECT current_setting('citypath.reader', true)))`);
  }

  /** The role stays: other databases of the server may read as it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY sessions_of_reader ON sessions');
    await runner.query('ALTER TABLE sessions DISABLE ROW LEVEL SECURITY');
    for (const [table] of ofACity) {
      await runner.query(`DROP POLICY ${table}_of_visible_journeys ON ${table}`);
      await runner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
    await runner.query('REVOKE ALL ON ALL TABLES IN SCHEMA public FROM citypath_reader');
    await runner.query('REVOKE ALL ON SCHEMA public FROM citypath_reader');
    await runner.query('DROP FUNCTION citypath_visible_journeys()');
    await runner.query('DROP FUNCTION citypath_reader_is_administrator()');
  }
}
