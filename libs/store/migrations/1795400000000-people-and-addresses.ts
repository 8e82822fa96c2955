import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A person's addresses, time zone and leave. `people.address` stays as the copy of the preferred one: a release that
 * does not know the table goes on writing letters to it.
 */
const statements = [
  `CREATE TABLE person_addresses (
    address_key text CONSTRAINT person_addresses_pkey PRIMARY KEY,
    address text NOT NULL,
    person_id text NOT NULL CONSTRAINT person_addresses_person REFERENCES people (id) ON DELETE CASCADE,
    preferred boolean NOT NULL DEFAULT false
  )`,
  'CREATE INDEX person_addresses_by_person ON person_addresses (person_id)',
  'CREATE UNIQUE INDEX person_addresses_one_preferred ON person_addresses (person_id) WHERE preferred',
  // Until now nothing kept two people from one address: it becomes the first one's, the other keeps getting letters.
  `INSERT INTO person_addresses (address_key, address, person_id, preferred)
   SELECT lower(address), address, id, true FROM people WHERE address <> '' AND erased_at IS NULL ORDER BY id
   ON CONFLICT DO NOTHING`,
  `ALTER TABLE people
     ADD COLUMN time_zone text,
     ADD COLUMN leave_from_on date,
     ADD COLUMN leave_until_on date,
     ADD COLUMN leave_substitute text CONSTRAINT people_leave_substitute REFERENCES people (id)`,
];

export class PeopleAndAddresses1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE people
      DROP COLUMN time_zone, DROP COLUMN leave_from_on, DROP COLUMN leave_until_on, DROP COLUMN leave_substitute`);
    await runner.query('DROP TABLE person_addresses');
  }
}
