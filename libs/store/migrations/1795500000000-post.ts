import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the post rules keep: of a letter, of a person, and of what somebody got on a day. */
const statements = [
  `ALTER TABLE letters
     ADD COLUMN hold_reason text,
     ADD COLUMN carried_by uuid CONSTRAINT letters_carried_by REFERENCES letters (id) ON DELETE SET NULL,
     ADD COLUMN is_digest boolean NOT NULL DEFAULT false,
     ADD COLUMN passed_on_to text,
     ADD COLUMN expedited boolean NOT NULL DEFAULT false,
     ADD COLUMN expedited_by text,
     ADD COLUMN skipped_by text,
     ADD COLUMN skip_words text`,
  'DROP INDEX letters_waiting',
  // By when a letter is to be looked at: one that is held for a week costs no tick of that week anything.
  `CREATE INDEX letters_waiting ON letters ((coalesce(not_before, due_at))) WHERE status IN ('due', 'held')`,
  'CREATE INDEX letters_carried ON letters (carried_by) WHERE carried_by IS NOT NULL',
  // People who are known already get the window that everybody has unless another is agreed.
  `ALTER TABLE people
     ADD COLUMN post_from text DEFAULT '09:00',
     ADD COLUMN post_until text DEFAULT '17:30',
     ADD COLUMN calendar_hash text CONSTRAINT people_calendar REFERENCES calendars (hash),
     ADD COLUMN letters_held_until_on date,
     ADD CONSTRAINT people_post_window CHECK (
       (post_from IS NULL) = (post_until IS NULL) AND (post_from IS NULL OR post_from < post_until))`,
  `CREATE TABLE mailboxes (
    person_id text CONSTRAINT mailboxes_pkey PRIMARY KEY,
    round integer NOT NULL DEFAULT 0,
    round_since timestamptz,
    digest_on date,
    ordinary_on date,
    ordinary_count integer NOT NULL DEFAULT 0
  )`,
  'GRANT SELECT ON mailboxes TO citypath_reader',
  'ALTER TABLE mailboxes ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY mailboxes_of_reader ON mailboxes FOR SELECT TO citypath_reader USING (
    (SELECT citypath_reader_is_administrator()) OR person_id = (SELECT current_setting('citypath.reader', true)))`,
];

export class Post1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mailboxes');
    await runner.query(`ALTER TABLE people
      DROP COLUMN post_from, DROP COLUMN post_until, DROP COLUMN calendar_hash, DROP COLUMN letters_held_until_on`);
    await runner.query('DROP INDEX letters_waiting');
    await runner.query(`ALTER TABLE letters DROP COLUMN hold_reason, DROP COLUMN carried_by, DROP COLUMN is_digest,
      DROP COLUMN passed_on_to, DROP COLUMN expedited, DROP COLUMN expedited_by, DROP COLUMN skipped_by,
      DROP COLUMN skip_words`);
    await runner.query("CREATE INDEX letters_waiting ON letters (due_at) WHERE status = 'due'");
  }
}
