import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // The health of an address: letters to it came back, and since when it was known to be well again.
  `ALTER TABLE person_addresses
     ADD bounced_at timestamptz, ADD bounce_reason text, ADD confirmed_at timestamptz`,
  // What came after the mail server's answer: a bounce, a word that settled an unknown outcome, a second posting, and
  // what the journey was told.
  `ALTER TABLE letters
     ADD deferred_since timestamptz, ADD bounced_at timestamptz, ADD settled_by text, ADD again_at timestamptz,
     ADD reported_at timestamptz, ADD reported_outcome text`,
  `CREATE INDEX letters_unknown ON letters (posting_since) WHERE status = 'unknown'`,
  `CREATE INDEX letters_unreported ON letters (journey_id)
     WHERE reported_at IS NULL AND status IN ('accepted', 'bounced', 'refused', 'suppressed', 'held')`,
  `CREATE TABLE journey_reports (
    journey_id text NOT NULL CONSTRAINT journey_reports_journey REFERENCES journeys (id),
    report_on date NOT NULL,
    command jsonb NOT NULL,
    letters jsonb NOT NULL,
    given_at timestamptz,
    refused text,
    CONSTRAINT journey_reports_pkey PRIMARY KEY (journey_id, report_on)
  )`,
  'CREATE INDEX journey_reports_waiting ON journey_reports (report_on) WHERE given_at IS NULL',
  `CREATE TABLE quarantined_mails (
    id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT quarantined_mails_pkey PRIMARY KEY,
    fingerprint text NOT NULL CONSTRAINT quarantined_mails_once UNIQUE,
    received_at timestamptz NOT NULL,
    reason text NOT NULL,
    sender text NOT NULL,
    recipient text NOT NULL,
    size_bytes integer NOT NULL,
    content bytea NOT NULL
  )`,
  'CREATE INDEX quarantined_mails_by_time ON quarantined_mails (received_at, id)',
  `CREATE TABLE kept_secrets (
    name text NOT NULL CONSTRAINT kept_secrets_pkey PRIMARY KEY,
    secret text NOT NULL
  )`,
  // The second wall.
  'GRANT SELECT ON journey_reports, quarantined_mails TO citypath_reader',
  'REVOKE ALL ON kept_secrets FROM citypath_reader',
  'ALTER TABLE journey_reports ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY journey_reports_of_visible_journeys ON journey_reports FOR SELECT TO citypath_reader USING (
    (SELECT citypath_reader_is_administrator()) OR journey_id IN (SELECT citypath_visible_journeys()))`,
  // A mail that names no letter of ours may be anybody's: for administrators only.
  'ALTER TABLE quarantined_mails ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY quarantined_mails_of_administrators ON quarantined_mails FOR SELECT TO citypath_reader USING (
    (SELECT citypath_reader_is_administrator()))`,
];

/** Bounces, unknown outcomes and their settling, second postings, and the morning's report to each journey. */
export class Delivery1795500100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE kept_secrets');
    await runner.query('DROP TABLE quarantined_mails');
    await runner.query('DROP TABLE journey_reports');
    await runner.query('DROP INDEX letters_unreported');
    await runner.query('DROP INDEX letters_unknown');
    await runner.query(`ALTER TABLE letters DROP deferred_since, DROP bounced_at, DROP settled_by, DROP again_at,
      DROP reported_at, DROP reported_outcome`);
    await runner.query('ALTER TABLE person_addresses DROP bounced_at, DROP bounce_reason, DROP confirmed_at');
  }
}
