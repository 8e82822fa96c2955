import type { DataSource, EntityManager } from 'typeorm';
import { sql } from '../sql';
import type { Instant, Page, PageRequest } from '../types';

/** What somebody is needed for. `late`: somebody else is late, and the reader manages the programme. */
export type NeedSection = 'to-do' | 'to-accept' | 'question' | 'vacancy' | 'late';

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
  kind: 'to-do' | 'to-accept' | 'vacancy' | 'question';
  programmeKey: string;
  seat: string;
  holder: string | null;
  liaison: string | null;
  stepRef: string | null;
  title: string | null;
  dueOn: string | null;
  optional: boolean;
  waiver: boolean;
  vacant: string | null;
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
  /** Over all pages. */
  counts: Record<NeedSection, number>;
}

/**
 * Mine are the needs of the seats in which I sit or for which I work. Of a city that stands still nothing is late.
 * A day that nobody knows sorts behind all others.
 */
const NEEDS = `
  WITH seen AS (
    SELECT o.*, ($2::timestamptz AT TIME ZONE o.zone)::date AS today_on,
      (o.holder = $1 OR o.liaison = $1 OR (o.holder IS NULL AND EXISTS (
        SELECT 1 FROM unnest($3::text[], $4::text[]) AS mine (programme, seat)
        WHERE mine.programme = o.programme_key AND mine.seat = o.seat))) IS TRUE AS mine
    FROM open_steps o
    WHERE o.holder = $1 OR o.liaison = $1 OR (o.holder IS NULL AND o.programme_key = ANY ($3))
      OR (o.programme_key = ANY ($5) AND o.due_on < ($2::timestamptz + interval '1 day')::date)
  ), need AS (
    SELECT s.*, j.status, j.demonstration, j.definition_hash, j.calendar_hash,
      CASE WHEN s.mine THEN s.kind ELSE 'late' END AS section,
      CASE WHEN NOT s.mine THEN 5 WHEN s.kind = 'question' THEN 1 WHEN s.kind = 'to-accept' THEN 2
           WHEN s.kind = 'to-do' THEN 3 ELSE 4 END AS place,
      coalesce(s.due_on::text, '9999') AS sorts_on
    FROM seen s JOIN journeys j ON j.id = s.journey_id
    WHERE s.mine OR (s.programme_key = ANY ($5) AND s.kind IN ('to-do', 'to-accept') AND NOT s.optional
      AND s.due_on < s.today_on AND j.status = 'active')
  ), counted AS (
    SELECT coalesce(jsonb_object_agg(section, count), '{}') AS counts
    FROM (SELECT section, count(*)::int AS count FROM need GROUP BY section) AS each
  ), page AS (
    SELECT * FROM need
    WHERE ($6::text IS NULL OR section = $6)
      AND ($7::int IS NULL OR (place, sorts_on, journey_id, key) > ($7::int, $8::text, $9::text, $10::text))
    ORDER BY place, sorts_on, journey_id, key LIMIT $11
  )
  SELECT counted.counts, p.section, p.journey_id AS "journeyId", p.key, p.kind, p.programme_key AS "programmeKey",
    p.seat, p.holder, p.liaison, p.step_ref AS "stepRef", p.title, p.due_on::text AS "dueOn", p.optional, p.waiver,
    p.vacant, p.asked_by AS "askedBy", p.since_on::text AS "sinceOn", t.body AS words, p.today_on::text AS "todayOn",
    p.status = 'on-hold' AS "onHold", p.demonstration, p.definition_hash AS "definitionHash",
    p.calendar_hash AS "calendarHash", p.place, p.sorts_on AS "sortsOn",
    jsonb_build_object('key', c.key, 'nameEn', c.name_en, 'nameZh', c.name_zh) AS city
  FROM counted
  LEFT JOIN (page p JOIN cities c ON c.key = p.city_key LEFT JOIN texts t ON t.ref = p.comment) ON true
  ORDER BY p.place, p.sorts_on, p.journey_id, p.key`;

type Columns = NeedRow & { counts: Partial<Record<NeedSection, number>>; place: number; sortsOn: string };

const NONE: Record<NeedSection, number> = { 'to-do': 0, 'to-accept': 0, question: 0, vacancy: 0, late: 0 };

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
    reader.seats.map(({ programme }) => programme),
    reader.seats.map(({ seat }) => seat),
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
