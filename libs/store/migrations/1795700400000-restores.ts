import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As in 1795600700000-append-only.ts, but for the statuses of letters that have gone. */
const takesBack = (gone: string): string => `CREATE OR REPLACE FUNCTION citypath_import_takes_back(journey text)
  RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (
    SELECT FROM imports i JOIN import_rows r ON r.import_id = i.id
    WHERE i.status = 'undoing' AND r.state = 'done' AND i.programme_key || '.' || (r.plan -> 'join' ->> 'city') = journey
  ) AND NOT EXISTS (
    SELECT FROM letters WHERE journey_id = journey AND status IN (${gone})
  ) AND NOT EXISTS (
    SELECT FROM journal later JOIN journal first ON first.journey_id = later.journey_id AND first.seq = 1
    WHERE later.journey_id = journey AND later.command_id NOT IN (first.command_id, 'clock')
  )`;
const GONE = `'posting', 'accepted', 'refused', 'unknown'`;

const unreported = (settled: string): string =>
  `CREATE INDEX letters_unreported ON letters (journey_id) WHERE reported_at IS NULL AND status IN (${settled})`;
const SETTLED = `'accepted', 'bounced', 'refused', 'suppressed', 'merged'`;

/** That the records came back from a backup, and letters that may have gone before: presumed sent, and never posted. */
export class Restores1795700400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE restores (
      id uuid DEFAULT gen_random_uuid() CONSTRAINT restores_pkey PRIMARY KEY,
      restored_at timestamptz NOT NULL,
      backup_of timestamptz NOT NULL,
      recovered_at timestamptz,
      outcome jsonb
    )`);
    await runner.query('CREATE INDEX restores_awaiting ON restores (restored_at) WHERE recovered_at IS NULL');
    await runner.query(takesBack(`${GONE}, 'presumed-sent'`));
    await runner.query('DROP INDEX letters_unreported');
    await runner.query(unreported(`${SETTLED}, 'presumed-sent'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX letters_unreported');
    await runner.query(unreported(SETTLED));
    await runner.query(takesBack(GONE));
    await runner.query('DROP TABLE restores');
  }
}
