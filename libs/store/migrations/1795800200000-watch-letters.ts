import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  'ALTER TABLE findings ADD COLUMN seen_at timestamptz',
  'UPDATE findings SET seen_at = since_at',
  'ALTER TABLE findings ALTER COLUMN seen_at SET NOT NULL',
  'ALTER TABLE findings ADD COLUMN again_of bigint',
  'CREATE INDEX findings_gone ON findings (kind, journey_id, place, gone_at) WHERE gone_at IS NOT NULL',
  `CREATE TABLE watch_letters (
    id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT watch_letters_pkey PRIMARY KEY,
    person_id text NOT NULL CONSTRAINT watch_letters_person REFERENCES people (id) ON DELETE CASCADE,
    written_on date NOT NULL,
    tells bigint[] NOT NULL,
    status text NOT NULL,
    posting_since timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 1,
    not_before timestamptz,
    settled_at timestamptz,
    smtp_response text,
    CONSTRAINT watch_letters_once_a_day UNIQUE (person_id, written_on)
  )`,
  "CREATE INDEX watch_letters_in_the_post ON watch_letters (posting_since) WHERE status = 'posting'",
  'GRANT SELECT ON watch_letters TO citypath_reader',
  'ALTER TABLE watch_letters ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY watch_letters_of_administrators ON watch_letters FOR SELECT TO citypath_reader
    USING ((SELECT citypath_reader_is_administrator()))`,
];

/** Letters to administrators of what the watch found, and which findings are one matter that comes and goes. */
export class WatchLetters1795800200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE watch_letters');
    await runner.query('DROP INDEX findings_gone');
    await runner.query('ALTER TABLE findings DROP COLUMN seen_at, DROP COLUMN again_of');
  }
}
