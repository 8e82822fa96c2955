import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `CREATE TABLE sign_in_requests (
    id uuid DEFAULT gen_random_uuid() CONSTRAINT sign_in_requests_pkey PRIMARY KEY,
    address_key text NOT NULL,
    binding_hash text NOT NULL,
    to_path text,
    asked_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    status text NOT NULL DEFAULT 'asked',
    posting_since timestamptz,
    not_before timestamptz,
    person_id text CONSTRAINT sign_in_requests_person REFERENCES people (id) ON DELETE CASCADE,
    token_hash text CONSTRAINT sign_in_requests_token UNIQUE,
    code_hash text,
    sent_at timestamptz,
    guesses integer NOT NULL DEFAULT 0,
    replaced_at timestamptz,
    used_at timestamptz
  )`,
  "CREATE INDEX sign_in_requests_waiting ON sign_in_requests (asked_at) WHERE status IN ('asked', 'posting')",
  'CREATE INDEX sign_in_requests_by_browser ON sign_in_requests (binding_hash, asked_at)',
  'CREATE INDEX sign_in_requests_by_address ON sign_in_requests (address_key, sent_at)',
  'CREATE INDEX sign_in_requests_by_person ON sign_in_requests (person_id)',
  `CREATE TABLE person_identities (
    issuer text NOT NULL,
    subject text NOT NULL,
    person_id text NOT NULL CONSTRAINT person_identities_person REFERENCES people (id) ON DELETE CASCADE,
    linked_at timestamptz NOT NULL,
    CONSTRAINT person_identities_pkey PRIMARY KEY (issuer, subject)
  )`,
  'CREATE INDEX person_identities_by_person ON person_identities (person_id)',
  `ALTER TABLE sessions
    ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT sessions_id UNIQUE,
    ADD COLUMN way text NOT NULL DEFAULT 'local',
    ADD COLUMN browser text NOT NULL DEFAULT 'other',
    ADD COLUMN device text NOT NULL DEFAULT 'computer'`,
];

const down = [
  `ALTER TABLE sessions DROP COLUMN device, DROP COLUMN browser, DROP COLUMN way, DROP COLUMN id`,
  'DROP TABLE person_identities',
  'DROP TABLE sign_in_requests',
];

/** Letters that sign people in, accounts of organisations, and what a person is shown of the own sessions. */
export class SignIn1795400100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
