import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `CREATE TABLE test_letters (
    id uuid CONSTRAINT test_letters_pkey PRIMARY KEY,
    person_id text NOT NULL CONSTRAINT test_letters_person REFERENCES people (id) ON DELETE CASCADE,
    asked_at timestamptz NOT NULL,
    subject text NOT NULL,
    body_text text,
    body_html text,
    status text NOT NULL DEFAULT 'waiting',
    posting_since timestamptz,
    not_before timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    settled_at timestamptz,
    smtp_response text
  )`,
  "CREATE INDEX test_letters_waiting ON test_letters (asked_at) WHERE status IN ('waiting', 'posting')",
  'CREATE INDEX test_letters_by_person ON test_letters (person_id, asked_at)',
  'GRANT SELECT ON test_letters TO citypath_reader',
  'ALTER TABLE test_letters ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY test_letters_of_reader ON test_letters FOR SELECT TO citypath_reader USING (
    (SELECT citypath_reader_is_administrator()) OR person_id = (SELECT current_setting('citypath.reader', true)))`,
];

/** Letters that somebody had sent to themselves, to look at. */
export class TestLetters1795500600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE test_letters');
  }
}
