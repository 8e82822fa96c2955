import type { DataSource } from 'typeorm';
import type { Leave, PersonWithSeats } from './person';
import { sql } from './sql';

/** What says whether a letter would reach somebody, without their name. */
export type StandingOfPerson = Pick<PersonWithSeats, 'id' | 'address' | 'erasedAt' | 'leave' | 'programmeSeats'> & {
  /** Letters to the preferred address came back. */
  hasBounced: boolean;
};

/**
 * The people named, all who hold a seat of the programmes, and whoever stands in for one of them. Nothing else of
 * them, since this is asked of everybody in all cities at once.
 */
const STANDING = `
  WITH named AS MATERIALIZED (
    SELECT unnest($1::text[]) AS id UNION SELECT person_id FROM programme_seats WHERE programme = ANY ($2)
  ), asked AS MATERIALIZED (
    SELECT id FROM named
    UNION SELECT s.leave_substitute FROM people s JOIN named USING (id) WHERE s.leave_substitute IS NOT NULL
  ), seated AS (
    SELECT person_id, jsonb_agg(jsonb_build_object('programme', programme, 'seat', seat)) AS seats
    FROM programme_seats WHERE programme = ANY ($2) GROUP BY person_id
  )
  SELECT p.id, p.address, p.erased_at AS "erasedAt", coalesce(seated.seats, '[]') AS "programmeSeats",
    EXISTS (
      SELECT FROM person_addresses a WHERE a.person_id = p.id AND a.preferred AND a.bounced_at IS NOT NULL
    ) AS "hasBounced",
    CASE WHEN p.leave_from_on IS NOT NULL THEN jsonb_build_object(
      'fromOn', p.leave_from_on, 'untilOn', p.leave_until_on, 'substitute', p.leave_substitute) END AS leave
  FROM asked JOIN people p USING (id) LEFT JOIN seated ON seated.person_id = p.id`;

/** @returns how everybody asked about stands, the seats of these programmes alone; one statement */
export async function standingOfPeople(
  dataSource: DataSource,
  ids: string[],
  programmes: string[],
): Promise<StandingOfPerson[]> {
  return (await sql<Columns>(dataSource, STANDING, [ids, programmes])).map((row) => ({
    ...row,
    erasedAt: (row.erasedAt?.toISOString() ?? null) as StandingOfPerson['erasedAt'],
  }));
}

interface Columns extends Omit<StandingOfPerson, 'erasedAt'> {
  erasedAt: Date | null;
  leave: Leave | null;
}
