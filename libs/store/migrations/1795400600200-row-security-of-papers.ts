import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['papers', 'step_drafts'];

/** The second wall before papers and drafts too. */
export class RowSecurityOfPapers1795400600200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`GRANT SELECT ON ${table} TO citypath_reader`);
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`CREATE POLICY ${table}_of_visible_journeys ON ${table} FOR SELECT TO citypath_reader USING (
        (SELECT citypath_reader_is_administrator()) OR journey_id IN (SELECT citypath_visible_journeys()))`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`DROP POLICY ${table}_of_visible_journeys ON ${table}`);
      await runner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
  }
}
