import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that were handed in, and forms that are being filled in. */
export class PapersAndDrafts1795400200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE papers (
      id text CONSTRAINT papers_pkey PRIMARY KEY,
      journey_id text NOT NULL,
      step_ref text NOT NULL,
      round integer NOT NULL,
      evidence_key text NOT NULL,
      name text NOT NULL,
      version integer NOT NULL,
      kind text NOT NULL,
      size_bytes integer NOT NULL,
      sha256 text NOT NULL,
      by_person text,
      uploaded_at timestamptz NOT NULL,
      scanned boolean NOT NULL,
      CONSTRAINT papers_version UNIQUE (journey_id, step_ref, evidence_key, name, version)
    )`);
    await runner.query(`CREATE TABLE step_drafts (
      journey_id text NOT NULL,
      step_ref text NOT NULL,
      round integer NOT NULL,
      version integer NOT NULL,
      answers jsonb NOT NULL,
      by_person text NOT NULL,
      updated_at timestamptz NOT NULL,
      CONSTRAINT step_drafts_pkey PRIMARY KEY (journey_id, step_ref, round)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE step_drafts');
    await runner.query('DROP TABLE papers');
  }
}
