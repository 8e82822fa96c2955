import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `CREATE TABLE definitions (
    hash text CONSTRAINT definitions_pkey PRIMARY KEY,
    key text NOT NULL,
    version integer NOT NULL,
    body jsonb NOT NULL
  )`,
  `CREATE TABLE calendars (
    hash text CONSTRAINT calendars_pkey PRIMARY KEY,
    key text NOT NULL,
    body jsonb NOT NULL
  )`,
  `CREATE TABLE cities (
    key text CONSTRAINT cities_pkey PRIMARY KEY,
    name_en text NOT NULL,
    name_zh text,
    level text NOT NULL,
    gb_code text,
    country text NOT NULL,
    calendar_hash text NOT NULL CONSTRAINT cities_calendar REFERENCES calendars (hash),
    topic_en text,
    topic_zh text
  )`,
  `CREATE TABLE people (
    id text CONSTRAINT people_pkey PRIMARY KEY,
    family_name text NOT NULL,
    given_name text NOT NULL,
    display_name text,
    zh_name text,
    address text NOT NULL,
    language text NOT NULL,
    title_en text,
    title_zh text,
    is_administrator boolean NOT NULL DEFAULT false,
    erased_at timestamptz
  )`,
  `CREATE TABLE programme_seats (
    programme text NOT NULL,
    seat text NOT NULL,
    person_id text NOT NULL CONSTRAINT programme_seats_person REFERENCES people (id),
    CONSTRAINT programme_seats_pkey PRIMARY KEY (programme, seat)
  )`,
  `CREATE TABLE journeys (
    id text CONSTRAINT journeys_pkey PRIMARY KEY,
    city_key text NOT NULL CONSTRAINT journeys_city REFERENCES cities (key),
    programme_key text NOT NULL,
    generation integer NOT NULL,
    head integer NOT NULL,
    status text NOT NULL,
    definition_hash text NOT NULL CONSTRAINT journeys_definition REFERENCES definitions (hash),
    calendar_hash text NOT NULL CONSTRAINT journeys_calendar REFERENCES calendars (hash),
    state jsonb,
    stale boolean NOT NULL DEFAULT false,
    next_moment_at timestamptz,
    updated_at timestamptz NOT NULL,
    demonstration boolean NOT NULL DEFAULT false
  )`,
  `CREATE TABLE journal (
    journey_id text NOT NULL CONSTRAINT journal_journey REFERENCES journeys (id),
    seq integer NOT NULL,
    generation integer NOT NULL,
    kind text NOT NULL,
    body jsonb NOT NULL,
    recorded_at timestamptz NOT NULL,
    by_person text,
    on_behalf_of text,
    command_id text NOT NULL,
    command_hash text NOT NULL,
    CONSTRAINT journal_pkey PRIMARY KEY (journey_id, seq)
  )`,
  `CREATE TABLE letters (
    id uuid DEFAULT gen_random_uuid() CONSTRAINT letters_pkey PRIMARY KEY,
    journey_id text NOT NULL CONSTRAINT letters_journey REFERENCES journeys (id),
    seq integer NOT NULL,
    kind text NOT NULL,
    step_ref text,
    round integer NOT NULL,
    threshold text NOT NULL,
    seat text NOT NULL,
    holder text,
    due_at timestamptz NOT NULL,
    status text NOT NULL DEFAULT 'due',
    crossed boolean NOT NULL DEFAULT false,
    reason text,
    recipient text,
    address text,
    language text,
    subject text,
    body_text text,
    body_html text,
    message_id text,
    posting_since timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    not_before timestamptz,
    settled_at timestamptz,
    smtp_response text,
    CONSTRAINT letters_once UNIQUE NULLS NOT DISTINCT (journey_id, step_ref, round, kind, threshold, seat, holder)
  )`,
  `CREATE TABLE texts (
    ref text CONSTRAINT texts_pkey PRIMARY KEY,
    journey_id text NOT NULL,
    body jsonb,
    by_person text,
    created_at timestamptz NOT NULL,
    erased_at timestamptz
  )`,
  `CREATE TABLE sessions (
    token_hash text CONSTRAINT sessions_pkey PRIMARY KEY,
    person_id text NOT NULL CONSTRAINT sessions_person REFERENCES people (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  )`,
];

const indexes = [
  'CREATE INDEX programme_seats_by_person ON programme_seats (person_id)',
  'CREATE INDEX journeys_by_city ON journeys (city_key)',
  'CREATE INDEX journeys_by_programme ON journeys (programme_key)',
  'CREATE INDEX journal_by_command ON journal (command_id)',
  "CREATE INDEX letters_waiting ON letters (due_at) WHERE status = 'due'",
  "CREATE INDEX letters_in_the_post ON letters (posting_since) WHERE status = 'posting'",
  'CREATE INDEX letters_by_due ON letters (due_at, id)',
  'CREATE INDEX letters_by_recipient ON letters (recipient)',
  'CREATE INDEX texts_by_journey ON texts (journey_id)',
  'CREATE INDEX sessions_by_person ON sessions (person_id)',
];

/** Needs PostgreSQL 15, for NULLS NOT DISTINCT. */
export class FirstTables1795305600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'sessions',
      'texts',
      'letters',
      'journal',
      'journeys',
      'programme_seats',
      'people',
      'cities',
      'calendars',
      'definitions',
    ]) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
