import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of cities on their way into a programme: each row with its verdict, its plan and what became of it. */
const statements = [
  `CREATE TABLE imports (
    id text CONSTRAINT imports_pkey PRIMARY KEY,
    programme_key text NOT NULL,
    file_name text NOT NULL,
    by_person text NOT NULL,
    status text NOT NULL,
    header jsonb NOT NULL,
    remarks jsonb NOT NULL,
    mapping jsonb NOT NULL,
    totals jsonb,
    created_at timestamptz NOT NULL,
    started_at timestamptz,
    finished_at timestamptz,
    letters_from timestamptz
  )`,
  'CREATE INDEX imports_by_programme ON imports (programme_key, created_at)',
  `CREATE TABLE import_rows (
    import_id text NOT NULL CONSTRAINT import_rows_import REFERENCES imports (id) ON DELETE CASCADE,
    line integer NOT NULL,
    cells jsonb NOT NULL,
    verdict jsonb,
    plan jsonb,
    state text NOT NULL DEFAULT 'new',
    said jsonb,
    city_made boolean NOT NULL DEFAULT false,
    CONSTRAINT import_rows_pkey PRIMARY KEY (import_id, line)
  )`,
  `CREATE TABLE letter_embargoes (
    journey_id text CONSTRAINT letter_embargoes_pkey PRIMARY KEY,
    import_id text NOT NULL,
    until_at timestamptz NOT NULL
  )`,
  'CREATE INDEX letter_embargoes_by_import ON letter_embargoes (import_id)',
];

export class Imports1795400400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['letter_embargoes', 'import_rows', 'imports']) await runner.query(`DROP TABLE ${table}`);
  }
}
