import type { MigrationInterface, QueryRunner } from 'typeorm';

const reader = `(SELECT current_setting('citypath.reader', true))`;
const administrator = '(SELECT citypath_reader_is_administrator())';

/** What the reader sees of each table that came with accounts and imports. */
const policies: [table: string, name: string, using: string][] = [
  ['person_identities', 'person_identities_of_reader', `person_id = ${reader}`],
  // A file names many cities: it is for those who run its programme.
  [
    'imports',
    'imports_of_own_programmes',
    `programme_key IN (SELECT programme FROM programme_seats WHERE person_id = ${reader})`,
  ],
  ['import_rows', 'import_rows_of_visible_imports', 'import_id IN (SELECT id FROM imports)'],
  ['letter_embargoes', 'letter_embargoes_of_visible_journeys', 'journey_id IN (SELECT citypath_visible_journeys())'],
];

/** Extends the second wall. */
export class RowSecurityOfAccountsAndImports1795400800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name, using] of policies) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(
        `CREATE POLICY ${name} ON ${table} FOR SELECT TO citypath_reader USING (${administrator} OR ${using})`,
      );
    }
    // Whoever signs in is no reader yet.
    await runner.query('REVOKE SELECT ON sign_in_requests FROM citypath_reader');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT SELECT ON sign_in_requests TO citypath_reader');
    for (const [table, name] of [...policies].reverse()) {
      await runner.query(`DROP POLICY ${name} ON ${table}`);
      await runner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
  }
}
