import type { DataSource } from 'typeorm';
import type { FindingAbout, FindingKind } from '../rows/finding';
import { sql } from '../sql';
import type { Instant } from '../types';

/** Something that a look found. */
export interface Found {
  kind: FindingKind;
  /** Empty: it touches all. */
  journeyId: string;
  /** What tells two of a kind and journey apart; empty: nothing. */
  place: string;
  about: FindingAbout;
  /** Since when it is so, where that is known; else since it was seen. */
  sinceAt: Instant | null;
}

/** What a look looked for: of which kinds, and (null: everywhere) in which journeys. */
export interface Looked {
  kinds: FindingKind[];
  journeyIds: string[] | null;
}

/** A finding as it stands, with its city where there is one. */
export interface KeptFinding extends Omit<Found, 'sinceAt'> {
  id: string;
  sinceAt: Instant;
  goneAt: Instant | null;
  /** There is such a journey. */
  inRecords: boolean;
  city: { key: string; nameEn: string; nameZh: string | null } | null;
}

/** The last look over all journeys. */
export interface LastLook {
  at: Instant;
  journeys: number;
  tookMs: number;
}

/** Rung when a look has been kept. */
export const FINDINGS_CHANNEL = 'citypath_findings';

/** The list of what the watch found. */
export class Findings {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps what was found, and takes as gone what was looked for and is not there any more; one transaction. */
  async keep(found: Found[], looked: Looked[], look: LastLook): Promise<void> {
    await this.dataSource.transaction(async (transaction) => {
      const rows = JSON.stringify(
        found.map(({ journeyId, sinceAt, ...rest }) => ({ ...rest, journey_id: journeyId, since_at: sinceAt })),
      );
      for (const { kinds, journeyIds } of looked) {
        await sql(
          transaction,
          `UPDATE findings SET gone_at = $3 WHERE gone_at IS NULL AND kind = ANY ($2) AND ($4::text[] IS NULL OR journey_id = ANY ($4))
             AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset($1::jsonb) AS f (kind text, journey_id text, place text)
               WHERE f.kind = findings.kind AND f.journey_id = findings.journey_id AND f.place = findings.place)`,
          [rows, kinds, look.at, journeyIds],
        );
      }
      await sql(
        transaction,
        `INSERT INTO findings (kind, journey_id, place, about, since_at, seen_at, again_of)
         SELECT f.kind, f.journey_id, f.place, f.about, coalesce(f.since_at, $2), coalesce(before.seen_at, $2),
           coalesce(before.again_of, before.id)
         FROM jsonb_to_recordset($1::jsonb) AS f (kind text, journey_id text, place text, about jsonb, since_at timestamptz)
         LEFT JOIN LATERAL (SELECT g.id, g.again_of, g.seen_at FROM findings g
           WHERE g.kind = f.kind AND g.journey_id = f.journey_id AND g.place = f.place
             AND g.gone_at > $2::timestamptz - interval '1 day' ORDER BY g.gone_at DESC LIMIT 1) before ON true
         ON CONFLICT (kind, journey_id, place) WHERE gone_at IS NULL DO UPDATE SET about = excluded.about`,
        [rows, look.at],
      );
      await sql(
        transaction,
        `INSERT INTO watch_looks (name, at, journeys, took_ms) VALUES ('watch', $1, $2, $3)
         ON CONFLICT (name) DO UPDATE SET at = excluded.at, journeys = excluded.journeys, took_ms = excluded.took_ms`,
        [look.at, look.journeys, look.tookMs],
      );
      await sql(transaction, `SELECT pg_notify('${FINDINGS_CHANNEL}', '')`, []);
    });
  }

  /** What is not as it should be, the oldest first; and what has gone since an instant. One statement. */
  async list(goneSince: Instant, limit: number): Promise<KeptFinding[]> {
    const rows = await sql<Omit<KeptFinding, 'sinceAt' | 'goneAt'> & { sinceAt: Date; goneAt: Date | null }>(
      this.dataSource,
      `SELECT f.id::text, f.kind, f.journey_id AS "journeyId", f.place, f.about, f.since_at AS "sinceAt", f.gone_at AS "goneAt",
         j.id IS NOT NULL AS "inRecords",
         CASE WHEN c.key IS NOT NULL
           THEN jsonb_build_object('key', c.key, 'nameEn', c.name_en, 'nameZh', c.name_zh) END AS city
       FROM findings f LEFT JOIN journeys j ON j.id = f.journey_id
         LEFT JOIN cities c ON c.key = coalesce(j.city_key, split_part(f.journey_id, '.', 2))
       WHERE f.gone_at IS NULL OR f.gone_at >= $1
       ORDER BY f.gone_at DESC NULLS FIRST, f.since_at, f.id LIMIT $2`,
      [goneSince, limit],
    );
    return rows.map(({ sinceAt, goneAt, ...row }) => ({
      ...row,
      sinceAt: sinceAt.toISOString() as Instant,
      goneAt: (goneAt?.toISOString() ?? null) as Instant | null,
    }));
  }

  /** Somebody mended it: until the next look sees it again it is gone. */
  async mended(kinds: FindingKind[], journeyId: string, at: Instant): Promise<void> {
    await sql(
      this.dataSource,
      'UPDATE findings SET gone_at = $3 WHERE kind = ANY ($1) AND journey_id = $2 AND gone_at IS NULL',
      [kinds, journeyId, at],
    );
  }

  /** Whether something of this kind is wrong with a journey. */
  async has(kind: FindingKind, journeyId: string): Promise<boolean> {
    const rows = await sql(
      this.dataSource,
      'SELECT 1 FROM findings WHERE kind = $1 AND journey_id = $2 AND gone_at IS NULL',
      [kind, journeyId],
    );
    return rows.length > 0;
  }

  /** @returns null while nothing was looked at yet */
  async lastLook(): Promise<LastLook | null> {
    const [row] = await sql<{ at: Date; journeys: number; tookMs: number }>(
      this.dataSource,
      `SELECT at, journeys, took_ms AS "tookMs" FROM watch_looks WHERE name = 'watch'`,
      [],
    );
    return row ? { ...row, at: row.at.toISOString() as Instant } : null;
  }
}
