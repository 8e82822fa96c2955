import type { EntityManager, DataSource } from 'typeorm';
import type { JourneyInList, JourneyKey, Sight } from '../journey-in-list';
import type { City, Journey } from '../plain';
import { sql } from '../sql';
import type { Instant, Page, PageRequest } from '../types';

/** Which cities a board shows. The first four are where a city stands, one for each; the others may be true together. */
export type BoardPart = 'all' | 'late' | 'at-risk' | 'on-hold' | 'closed' | 'mine' | 'to-accept' | 'vacancy';

/** Who looks at a board, and as what: needs of the programme's seats are those of whoever sits in them. */
export interface BoardReader {
  person: string;
  /** The seats of this programme that the reader holds. */
  seats: string[];
  /** Null: everything. */
  sight: Sight | null;
}

export interface BoardAsk {
  programme: string;
  part: BoardPart;
  reader: BoardReader;
  now: Instant;
}

export interface BoardPage extends Page<JourneyInList, JourneyKey> {
  /** Over all cities that the reader may see, whatever the part. */
  counts: Record<BoardPart, number>;
  /** The next quarterly review that any of them owes, 'YYYY-MM-DD'. */
  nextReviewOn: string | null;
}

/**
 * Where each city stands by what is open, on the day that it is there now. One row a journey, and the states of the
 * page alone: what a board of a thousand cities costs must not grow with their states.
 */
const BOARD = `
  WITH today AS MATERIALIZED (
    SELECT zone, ($2::timestamptz AT TIME ZONE zone)::date AS on
    FROM (SELECT DISTINCT body ->> 'zone' AS zone FROM calendars) AS each
  ), need AS (
    SELECT o.journey_id,
      bool_or(o.due_on < t.on AND NOT o.optional AND o.kind IN ('to-do', 'to-accept')) AS late,
      bool_or(o.at_risk_from_on <= t.on AND NOT o.optional AND o.kind IN ('to-do', 'to-accept')) AS near,
      bool_or(o.kind = 'to-accept') AS to_accept,
      bool_or(o.kind = 'vacancy') AS vacancy,
      bool_or(o.holder = $3 OR o.liaison = $3 OR (o.holder IS NULL AND o.seat = ANY ($4))) AS mine,
      min(o.due_on) FILTER (WHERE o.kind = 'to-do' AND o.quarterly) AS review_on
    FROM open_steps o JOIN today t ON t.zone = o.zone WHERE o.programme_key = $1 GROUP BY o.journey_id
  ), place AS (
    SELECT j.id, c.name_en, n.review_on,
      CASE WHEN j.status IN ('completed', 'withdrawn') THEN 'closed'
           WHEN j.status = 'on-hold' THEN 'on-hold'
           WHEN n.late THEN 'late'
           WHEN n.near THEN 'at-risk'
           ELSE 'on-its-way' END AS standing,
      coalesce(n.mine, false) AS mine, coalesce(n.to_accept, false) AS to_accept,
      coalesce(n.vacancy, false) AS vacancy
    FROM journeys j JOIN cities c ON c.key = j.city_key LEFT JOIN need n ON n.journey_id = j.id
    WHERE j.programme_key = $1 AND j.state IS NOT NULL
      AND ($5::text[] IS NULL OR j.programme_key = ANY ($5) OR j.id = ANY ($6))
  ), counted AS (
    SELECT count(*)::int AS "all",
      count(*) FILTER (WHERE standing = 'late')::int AS late,
      count(*) FILTER (WHERE standing = 'at-risk')::int AS "at-risk",
      count(*) FILTER (WHERE standing = 'on-hold')::int AS "on-hold",
      count(*) FILTER (WHERE standing = 'closed')::int AS closed,
      count(*) FILTER (WHERE mine)::int AS mine,
      count(*) FILTER (WHERE to_accept)::int AS "to-accept",
      count(*) FILTER (WHERE vacancy)::int AS vacancy,
      min(review_on)::text AS review_on
    FROM place
  ), page AS (
    SELECT id, name_en FROM place
    WHERE ($7 = 'all' OR standing = $7 OR ($7 = 'mine' AND mine) OR ($7 = 'to-accept' AND to_accept)
        OR ($7 = 'vacancy' AND vacancy))
      AND ($8::text IS NULL OR (name_en, id) > ($8, $9))
    ORDER BY name_en, id LIMIT $10
  )
  SELECT to_jsonb(counted) AS counted, j.id, j.city_key AS "cityKey", j.programme_key AS "programmeKey", j.generation,
    j.head, j.status, j.definition_hash AS "definitionHash", j.calendar_hash AS "calendarHash", j.state, j.stale,
    j.next_moment_at AS "nextMomentAt", j.updated_at AS "updatedAt", j.demonstration,
    c.key AS "key", c.name_en AS "nameEn", c.name_zh AS "nameZh", c.level, c.gb_code AS "gbCode", c.country,
    c.calendar_hash AS "cityCalendarHash", c.topic_en AS "topicEn", c.topic_zh AS "topicZh"
  FROM counted
  LEFT JOIN (page JOIN journeys j ON j.id = page.id JOIN cities c ON c.key = j.city_key) ON true
  ORDER BY page.name_en, page.id`;

type Counted = Record<BoardPart, number> & { review_on: string | null };
type JourneyColumns = Omit<Journey, 'nextMomentAt' | 'updatedAt'> & { nextMomentAt: Date | null; updatedAt: Date };
type Columns = { counted: Counted } & JourneyColumns & Omit<City, 'calendarHash'> & { cityCalendarHash: string };

/** @returns a page of journeys with their cities, by the city's English name, and all of them counted; one statement */
export async function boardPage(
  on: DataSource | EntityManager,
  { programme, part, reader, now }: BoardAsk,
  { after, limit }: PageRequest<JourneyKey>,
): Promise<BoardPage> {
  const { person, seats, sight } = reader;
  const rows = await sql<Columns>(on, BOARD, [
    programme,
    now,
    person,
    seats,
    sight?.programmes ?? null,
    sight?.journeyIds ?? null,
    part,
    after?.nameEn ?? null,
    after?.id ?? null,
    // One row more than asked for tells whether there is a next page.
    limit + 1,
  ]);
  const { review_on: nextReviewOn, ...counts } = rows[0]?.counted ?? NOTHING;
  const found = rows.filter(({ id }) => (id as string | null) !== null).map(journeyOf);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const next = last && found.length > limit ? { nameEn: last.city.nameEn, id: last.id } : null;
  return { items, next, counts, nextReviewOn };
}

const NOTHING: Counted = {
  all: 0,
  late: 0,
  'at-risk': 0,
  'on-hold': 0,
  closed: 0,
  mine: 0,
  'to-accept': 0,
  vacancy: 0,
  review_on: null,
};

function journeyOf(row: Columns): JourneyInList {
  const { counted: _, key, nameEn, nameZh, level, gbCode, country, cityCalendarHash, topicEn, topicZh, ...rest } = row;
  const { nextMomentAt, updatedAt, ...journey } = rest;
  return {
    ...journey,
    nextMomentAt: (nextMomentAt?.toISOString() ?? null) as Instant | null,
    updatedAt: updatedAt.toISOString() as Instant,
    city: { key, nameEn, nameZh, level, gbCode, country, calendarHash: cityCalendarHash, topicEn, topicZh },
  };
}
