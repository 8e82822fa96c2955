import type { DataSource, EntityManager } from 'typeorm';
import { sql } from '../sql';
import type { Instant } from '../types';

/** The open steps of one journey, and who sits where in its city: what the chains above them are made of. */
export interface JourneyChains {
  journeyId: string;
  programmeKey: string;
  definitionHash: string;
  calendarHash: string;
  city: { key: string; nameEn: string; nameZh: string | null };
  /** Today in the city's zone. */
  todayOn: string;
  /** In order of their names; `seat` has it now; `title` of an occurrence that has one of its own. */
  steps: { ref: string; kind: 'to-do' | 'to-accept'; seat: string; title: string | null }[];
  /** Seats that nobody holds are left out. */
  seats: { seat: string; holder: string | null; liaison: string | null }[];
}

const CHAINS = `
  WITH today AS MATERIALIZED (
    SELECT zone, ($2::timestamptz AT TIME ZONE zone)::date AS on
    FROM (SELECT DISTINCT body ->> 'zone' AS zone FROM calendars) AS each
  ), chain AS (
    SELECT o.journey_id, min(t.on)::text AS today_on,
      jsonb_agg(jsonb_build_object('ref', o.step_ref, 'kind', o.kind, 'seat', o.seat, 'title', o.title) ORDER BY o.step_ref) AS steps
    FROM open_steps o JOIN today t ON t.zone = o.zone
    WHERE o.programme_key = ANY ($1) AND o.kind IN ('to-do', 'to-accept') GROUP BY o.journey_id
  ), seated AS (
    SELECT journey_id, jsonb_agg(jsonb_build_object('seat', seat, 'holder', holder, 'liaison', liaison)) AS seats
    FROM (
      SELECT journey_id, seat, max(person_id) FILTER (WHERE standing = 'holder') AS holder,
        max(person_id) FILTER (WHERE standing = 'liaison') AS liaison
      FROM seat_holders WHERE programme_key = ANY ($1) GROUP BY journey_id, seat
    ) AS each GROUP BY journey_id
  )
  SELECT j.id AS "journeyId", j.programme_key AS "programmeKey", j.definition_hash AS "definitionHash",
    j.calendar_hash AS "calendarHash", chain.today_on AS "todayOn", chain.steps,
    coalesce(seated.seats, '[]') AS seats,
    jsonb_build_object('key', c.key, 'nameEn', c.name_en, 'nameZh', c.name_zh) AS city
  FROM chain JOIN journeys j ON j.id = chain.journey_id JOIN cities c ON c.key = j.city_key
    LEFT JOIN seated ON seated.journey_id = j.id
  ORDER BY c.name_en, j.id`;

/** @returns the journeys of these programmes with something open, by the city's name; one statement */
export async function chainsOf(
  on: DataSource | EntityManager,
  programmes: string[],
  now: Instant,
): Promise<JourneyChains[]> {
  return sql<JourneyChains>(on, CHAINS, [programmes, now]);
}
