import type { DataSource } from 'typeorm';
import { AWAITS_RECOVERY } from '../recovery/awaits-recovery';
import type { WatchLetterStatus } from '../rows/watch-letter';
import { sql } from '../sql';
import type { Instant } from '../types';
import type { KeptFinding } from './findings';

/** Something that is wrong now, with what it takes to write of it. */
export interface OpenFinding extends Omit<KeptFinding, 'goneAt' | 'inRecords'> {
  /** The same for all that are one matter that comes and goes. */
  matter: string;
  /** When the matter was first seen. */
  seenAt: Instant;
  /** What its journey is pinned to; null: there is no such journey. */
  definitionHash: string | null;
  calendarHash: string | null;
}

/** What an administrator was told by letter. A letter of which nobody knows whether it arrived counts as told. */
export interface ToldMatters {
  /** The day of the last letter, in the person's zone. */
  lastOn: string;
  matters: Set<string>;
}

/** A letter that a courier holds: nobody else posts it. */
export interface TakenWatchLetter {
  id: string;
  attempt: number;
}

/** What administrators are told by letter of what the watch found: one letter a person a day, each matter once. */
export class WatchLetters {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns what is wrong, the oldest first; nothing while the records may not know what went before; one statement */
  async open(): Promise<OpenFinding[]> {
    const rows = await sql<Omit<OpenFinding, 'sinceAt' | 'seenAt'> & { sinceAt: Date; seenAt: Date }>(
      this.dataSource,
      `SELECT f.id::text, coalesce(f.again_of, f.id)::text AS matter, f.kind, f.journey_id AS "journeyId", f.place, f.about,
         f.since_at AS "sinceAt", f.seen_at AS "seenAt", j.definition_hash AS "definitionHash", j.calendar_hash AS "calendarHash",
         CASE WHEN c.key IS NOT NULL
           THEN jsonb_build_object('key', c.key, 'nameEn', c.name_en, 'nameZh', c.name_zh) END AS city
       FROM findings f LEFT JOIN journeys j ON j.id = f.journey_id
         LEFT JOIN cities c ON c.key = coalesce(j.city_key, split_part(f.journey_id, '.', 2))
       WHERE f.gone_at IS NULL AND NOT ${AWAITS_RECOVERY} ORDER BY f.since_at, f.id`,
      [],
    );
    return rows.map(({ sinceAt, seenAt, ...row }) => ({
      ...row,
      sinceAt: sinceAt.toISOString() as Instant,
      seenAt: seenAt.toISOString() as Instant,
    }));
  }

  /** @returns which of the matters each of these people was told of; whoever never had such a letter is missing; one statement */
  async told(people: string[], matters: string[]): Promise<Map<string, ToldMatters>> {
    const rows = await sql<{ person: string; lastOn: string; matters: string[] | null }>(
      this.dataSource,
      `SELECT l.person_id AS person, max(l.written_on)::text AS "lastOn",
         array_agg(DISTINCT t.matter::text) FILTER (WHERE t.matter IS NOT NULL) AS matters
       FROM watch_letters l LEFT JOIN LATERAL unnest(l.tells) AS t (matter) ON t.matter = ANY ($2::bigint[])
       WHERE l.person_id = ANY ($1) AND l.status IN ('posting', 'accepted', 'unknown') GROUP BY l.person_id`,
      [people, matters],
    );
    return new Map(rows.map(({ person, lastOn, matters: told }) => [person, { lastOn, matters: new Set(told) }]));
  }

  /**
   * Takes the letter of a person's day, written down before it is posted.
   * @returns null where somebody else has it, it has gone, or it is to wait
   */
  async take(personId: string, writtenOn: string, tells: string[], now: Instant): Promise<TakenWatchLetter | null> {
    const [taken] = await sql<TakenWatchLetter>(
      this.dataSource,
      `INSERT INTO watch_letters (person_id, written_on, tells, status, posting_since)
       SELECT $1, $2, $3::bigint[], 'posting', $4 WHERE NOT ${AWAITS_RECOVERY}
       ON CONFLICT (person_id, written_on) DO UPDATE SET status = 'posting', tells = excluded.tells,
         posting_since = excluded.posting_since, attempts = watch_letters.attempts + 1
       WHERE watch_letters.status = 'deferred' AND watch_letters.not_before <= excluded.posting_since
       RETURNING id, attempts AS attempt`,
      [personId, writtenOn, tells, now],
    );
    return taken ?? null;
  }

  /** Writes down what became of a letter, also where its courier was given up for dead meanwhile. */
  async settle(
    { id, attempt }: TakenWatchLetter,
    status: Exclude<WatchLetterStatus, 'posting' | 'deferred'>,
    { at, response }: { at: Instant; response: string },
  ): Promise<void> {
    await sql(
      this.dataSource,
      `UPDATE watch_letters SET status = $3, settled_at = $4, smtp_response = $5
       WHERE id = $1 AND attempts = $2 AND status IN ('posting', 'unknown')`,
      [id, attempt, status, at, response],
    );
  }

  /** The mail server did not take it now; nothing of it counts as told. */
  async putBack({ id, attempt }: TakenWatchLetter, notBeforeAt: Instant, response: string): Promise<void> {
    await sql(
      this.dataSource,
      `UPDATE watch_letters SET status = 'deferred', not_before = $3, smtp_response = $4
       WHERE id = $1 AND attempts = $2 AND status IN ('posting', 'unknown')`,
      [id, attempt, notBeforeAt, response],
    );
  }

  /** Of letters whose courier died nobody knows whether they arrived: they are not posted again. */
  async recoverUnknown(leaseBeganAt: Instant, now: Instant): Promise<void> {
    await sql(
      this.dataSource,
      `UPDATE watch_letters SET status = 'unknown', settled_at = $2 WHERE status = 'posting' AND posting_since <= $1`,
      [leaseBeganAt, now],
    );
  }
}
