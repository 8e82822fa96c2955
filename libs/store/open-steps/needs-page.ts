import type { OpenNeed } from '@citypath/journey';
import type { DataSource, EntityManager } from 'typeorm';
import { sql } from '../sql';
import type { Instant, Page, PageRequest } from '../types';

/** What somebody is needed for. `late`: somebody else is late, and the reader manages the programme. */
export type NeedSection = NeedKind | 'late';

/** As the rules name them. */
type NeedKind = OpenNeed['kind'];

/** Whom a list is for. */
export interface NeedsReader {
  person: string;
  /** The seats of whole programmes that the reader holds. */
  seats: { programme: string; seat: string }[];
  /** Programmes whose late cities are the reader's business. */
  manages: string[];
}

/** One thing that waits, with the city and the hashes of what its days are counted by. */
export interface NeedRow {
  section: NeedSection;
  journeyId: string;
  key: string;
  kind: NeedKind;
  programmeKey: string;
  seat: string;
  holder: string | null;
  liaison: string | null;
  stepRef: string | null;
  title: string | null;
  dueOn: string | null;
  optional: boolean;
  waiver: boolean;
  /** The seat that it is about: vacant, not reached, or to be written to. */
  vacant: string | null;
  /** Who sits in that seat, where it is one of the city's. */
  sits: string | null;
  askedBy: string | null;
  sinceOn: string | null;
  /** The words of a question; null where they were erased. */
  words: unknown;
  /** Today in the city's zone. */
  todayOn: string;
  onHold: boolean;
  demonstration: boolean;
  definitionHash: string;
  calendarHash: string;
  city: { key: string; nameEn: string; nameZh: string | null };
}

/** By section, then the day, then the journey: what has no day comes last. */
export interface NeedKey {
  place: number;
  dueOn: string;
  journeyId: string;
  key: string;
}

export interface NeedsPage extends Page<NeedRow, NeedKey> {
  /** Over all pages; of what is late with others at most MOST_LATE_COUNTED. */
  counts: Record<NeedSection, number>;
}

/** What is late with others is counted so far and no further: whoever has so much needs no figure. */
const MOST_LATE_COUNTED = 500;

/**
 * Mine are the needs of the seats in which I sit or for which I work. Of a city that stands still nothing is late. A
 * day that nobody knows sorts behind all others. Rows are told apart and sorted by their keys alone, the days of the
 * zones are computed once each, and what is late with others is read by its index only as far as it is needed: what
 * this costs must not grow with the number of cities.
 */
const NEEDS = `
  WITH today AS MATERIALIZED (
    SELECT zone, ($2::timestamptz AT TIME ZONE zone)::date AS on
    FROM (SELECT DISTINCT body ->> 'zone' AS zone FROM calendars) AS each
  ), own AS MATERIALIZED (
    SELECT o.journey_id, o.key, o.kind AS section, coalesce(o.due_on::text, '9999') AS sorts_on,
      array_position(ARRAY['question', 'to-release', 'to-accept', 'to-do', 'contact', 'ladder-ended', 'vacancy'],
        o.kind) AS place
    FROM open_steps o
    WHERE o.holder = $1 OR o.liaison = $1 OR (o.holder IS NULL AND o.programme_key || '/' || o.seat = ANY ($3))
  ), late AS NOT MATERIALIZED (
    SELECT o.journey_id, o.key, 'late' AS section, o.due_on::text AS sorts_on, 8 AS place, o.due_on
    FROM open_steps o JOIN today t ON t.zone = o.zone
    WHERE o.programme_key = ANY ($4) AND o.due_on < ($2::timestamptz + interval '1 day')::date AND o.due_on < t.on
      AND o.kind IN ('to-do', 'to-accept') AND NOT o.optional
      AND (o.holder = $1 OR o.liaison = $1 OR (o.holder IS NULL AND o.programme_key || '/' || o.seat = ANY ($3)))
        IS NOT TRUE
      AND EXISTS (SELECT 1 FROM journeys j WHERE j.id = o.journey_id AND j.status = 'active')
  ), counted AS (
    SELECT coalesce(jsonb_object_agg(section, count), '{}') AS counts FROM (
      SELECT section, count(*)::int AS count FROM own GROUP BY section
      UNION ALL
      SELECT 'late', count(*)::int FROM (SELECT 1 FROM late LIMIT ${MOST_LATE_COUNTED}) AS of_late
    ) AS each
  ), page AS (
    SELECT journey_id, key, section, sorts_on, place FROM (
      (SELECT journey_id, key, section, sorts_on, place FROM own
       WHERE ($5::text IS NULL OR section = $5)
         AND ($6::int IS NULL OR (place, sorts_on, journey_id, key) > ($6::int, $7::text, $8::text, $9::text))
       ORDER BY place, sorts_on, journey_id, key LIMIT $10)
      UNION ALL
      (SELECT journey_id, key, section, sorts_on, place FROM late
       WHERE ($5::text IS NULL OR section = $5)
         AND ($6::int IS NULL OR $6 < 8 OR (sorts_on, journey_id, key) > ($7::text, $8::text, $9::text))
       ORDER BY due_on, journey_id, key LIMIT $10)
    ) AS listed ORDER BY place, sorts_on, journey_id, key LIMIT $10
  )
  SELECT counted.counts, p.section, o.journey_id AS "journeyId", o.key, o.kind, o.programme_key AS "programmeKey",
    o.seat, o.holder, o.liaison, o.step_ref AS "stepRef", o.title, o.due_on::text AS "dueOn", o.optional, o.waiver,
    o.vacant, s.person_id AS "sits", o.asked_by AS "askedBy", o.since_on::text AS "sinceOn", w.body AS words, t.on::text AS "todayOn",
    j.status = 'on-hold' AS "onHold", j.demonstration, j.definition_hash AS "definitionHash",
    j.calendar_hash AS "calendarHash", p.place, p.sorts_on AS "sortsOn",
    jsonb_build_object('key', c.key, 'nameEn', c.name_en, 'nameZh', c.name_zh) AS city
  FROM counted
  LEFT JOIN (page p
    JOIN open_steps o ON o.journey_id = p.journey_id AND o.key = p.key
    JOIN today t ON t.zone = o.zone
    JOIN journeys j ON j.id = o.journey_id
    JOIN cities c ON c.key = o.city_key
    LEFT JOIN seat_holders s ON s.journey_id = o.journey_id AND s.seat = o.vacant AND s.standing = 'holder'
    LEFT JOIN texts w ON w.ref = o.comment) ON true
  ORDER BY p.place, p.sorts_on, p.journey_id, p.key`;

type Columns = NeedRow & { counts: Partial<Record<NeedSection, number>>; place: number; sortsOn: string };

const NONE: Record<NeedSection, number> = {
  question: 0,
  'to-release': 0,
  'to-accept': 0,
  'to-do': 0,
  contact: 0,
  'ladder-ended': 0,
  vacancy: 0,
  late: 0,
};

/** @returns a page of what somebody is needed for over all cities, and how much there is of each; one statement */
export async function needsPage(
  on: DataSource | EntityManager,
  reader: NeedsReader,
  ask: { section: NeedSection | null; now: Instant },
  { after, limit }: PageRequest<NeedKey>,
): Promise<NeedsPage> {
  const rows = await sql<Columns>(on, NEEDS, [
    reader.person,
    ask.now,
    reader.seats.map(({ programme, seat }) => `${programme}/${seat}`),
    reader.manages,
    ask.section,
    after?.place ?? null,
    after?.dueOn ?? null,
    after?.journeyId ?? null,
    after?.key ?? null,
    limit + 1,
  ]);
  const found = rows.filter(({ key }) => (key as string | null) !== null);
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    items: found.slice(0, limit).map(({ counts: _, place: __, sortsOn: ___, ...row }) => row),
    next: last ? { place: last.place, dueOn: last.sortsOn, journeyId: last.journeyId, key: last.key } : null,
    counts: { ...NONE, ...rows[0]?.counts },
  };
}
