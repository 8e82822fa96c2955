import type { DataSource } from 'typeorm';
import { awaitedRecovery, AWAITS_RECOVERY, type AwaitedRecovery } from './recovery/awaits-recovery';
import { sql } from './sql';
import type { Instant } from './types';

/** A journey that has to run. */
export interface RunningJourney {
  id: string;
  city: { key: string; nameEn: string; nameZh: string | null };
  /** When it next does something by itself. */
  nextMomentAt: Instant | null;
  /** The read model is behind the journal. */
  stale: boolean;
  updatedAt: Instant;
}

/** Letters that should have gone. */
export interface OutboxStanding {
  /** Whose time has come and that nobody has looked at: the oldest one's time, and how many. */
  waiting: number;
  oldestAt: Instant | null;
  /** The mail server said "later" to them: since when of the first, how many, and its last words. */
  deferred: number;
  deferredSince: Instant | null;
  response: string | null;
}

interface JourneyRow extends Omit<RunningJourney, 'nextMomentAt' | 'updatedAt'> {
  nextMomentAt: Date | null;
  updatedAt: Date;
}

interface OutboxRow {
  waiting: number;
  oldestAt: Date | null;
  deferred: number;
  deferredSince: Date | null;
  response: string | null;
}

/** What the records themselves show of the machinery: which journeys have to run, and whether letters go. */
export class RecordHealth {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns every journey that has not ended, without its state; one statement */
  async running(): Promise<RunningJourney[]> {
    const rows = await sql<JourneyRow>(
      this.dataSource,
      `SELECT j.id, j.next_moment_at AS "nextMomentAt", j.stale, j.updated_at AS "updatedAt",
         jsonb_build_object('key', c.key, 'nameEn', c.name_en, 'nameZh', c.name_zh) AS city
       FROM journeys j JOIN cities c ON c.key = j.city_key
       WHERE j.status IN ('active', 'on-hold') ORDER BY c.name_en, j.id`,
      [],
    );
    return rows.map(({ nextMomentAt, updatedAt, ...row }) => ({
      ...row,
      nextMomentAt: instantOf(nextMomentAt),
      updatedAt: updatedAt.toISOString() as Instant,
    }));
  }

  /** @returns which of these have ended since; one statement */
  async endedOf(ids: string[]): Promise<Set<string>> {
    const rows = await sql<{ id: string }>(
      this.dataSource,
      `SELECT id FROM journeys WHERE id = ANY ($1) AND status NOT IN ('active', 'on-hold')`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** @returns how many letters of a journey still wait, and how many have gone or may have; one statement */
  async lettersOf(journeyId: string): Promise<{ waiting: number; gone: number }> {
    const [row] = await sql<{ waiting: number; gone: number }>(
      this.dataSource,
      `SELECT count(*) FILTER (WHERE status IN ('due', 'held'))::int AS waiting,
         count(*) FILTER (WHERE status NOT IN ('due', 'held', 'cancelled', 'suppressed'))::int AS gone
       FROM letters WHERE journey_id = $1`,
      [journeyId],
    );
    return row ?? { waiting: 0, gone: 0 };
  }

  /** @returns the restore whose recovery is awaited, or null; one statement */
  awaitedRecovery(): Promise<AwaitedRecovery | null> {
    return awaitedRecovery(this.dataSource);
  }

  /** One statement. Letters under an embargo are left out: their time has not come; and all of them until a
   * restore is recovered. */
  async outbox(now: Instant): Promise<OutboxStanding> {
    const [row] = await sql<OutboxRow>(
      this.dataSource,
      `SELECT count(*) FILTER (WHERE l.deferred_since IS NULL)::int AS waiting,
         min(coalesce(l.not_before, l.due_at)) FILTER (WHERE l.deferred_since IS NULL) AS "oldestAt",
         count(l.deferred_since)::int AS deferred, min(l.deferred_since) AS "deferredSince",
         (array_agg(l.smtp_response ORDER BY l.deferred_since DESC NULLS LAST))[1] AS response
       FROM letters l
       WHERE l.status IN ('due', 'held') AND (coalesce(l.not_before, l.due_at) <= $1 OR l.deferred_since IS NOT NULL)
         AND NOT EXISTS (SELECT FROM letter_embargoes e WHERE e.journey_id = l.journey_id AND e.until_at > $1)
         AND NOT ${AWAITS_RECOVERY}`,
      [now],
    );
    return {
      waiting: row?.waiting ?? 0,
      oldestAt: instantOf(row?.oldestAt ?? null),
      deferred: row?.deferred ?? 0,
      deferredSince: instantOf(row?.deferredSince ?? null),
      response: row?.response ?? null,
    };
  }
}

function instantOf(at: Date | null): Instant | null {
  return (at?.toISOString() ?? null) as Instant | null;
}
