import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was done to people's records and by whom: roles given and withdrawn, corrections, exports, erasures. */
export class PeopleActs1795400000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE people_acts (
      id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT people_acts_pkey PRIMARY KEY,
      at timestamptz NOT NULL,
      by_person text NOT NULL CONSTRAINT people_acts_by REFERENCES people (id),
      person_id text NOT NULL CONSTRAINT people_acts_person REFERENCES people (id),
      kind text NOT NULL,
      programme text,
      seat text,
      reason text
    )`);
    await runner.query('CREATE INDEX people_acts_by_person ON people_acts (person_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE people_acts');
  }
}
