import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sits where in the cities, to be asked by person: what somebody may see follows from it. */
export class Sight1795400500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE seat_holders (
      journey_id text NOT NULL CONSTRAINT seat_holders_journey REFERENCES journeys (id),
      seat text NOT NULL,
      standing text NOT NULL,
      person_id text NOT NULL,
      programme_key text NOT NULL,
      city_key text NOT NULL,
      CONSTRAINT seat_holders_pkey PRIMARY KEY (journey_id, seat, standing)
    )`);
    await runner.query('CREATE INDEX seat_holders_by_person ON seat_holders (person_id)');
    await runner.query(`INSERT INTO seat_holders (journey_id, seat, standing, person_id, programme_key, city_key)
      SELECT j.id, seat.key, held.standing, held.person, j.programme_key, j.city_key
      FROM journeys j
      CROSS JOIN LATERAL jsonb_each(j.state -> 'seats') AS seat
      CROSS JOIN LATERAL (VALUES ('holder', seat.value ->> 'holder'), ('liaison', seat.value ->> 'liaison'))
        AS held (standing, person)
      WHERE held.person IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE seat_holders');
  }
}
