import type { Fact, JourneyState } from '@citypath/journey';
import type { DataSource } from 'typeorm';
import { FACT_COLUMNS, type FactRow, factOfRow } from '../journal/fact-row';
import type { Editions } from '../journal/pinned-editions';
import { sql } from '../sql';
import type { Instant } from '../types';

/** A journey without its state. */
export interface WatchedHead {
  id: string;
  status: string;
  head: number;
  /** Of the run that recorded last; null: not known. */
  runId: string | null;
}

/** All that is needed to fold a journey and hold it against what is shown. */
export interface ToFold extends Editions {
  id: string;
  facts: Fact[];
}

/** What was folded, and how it compares. */
export interface HeldAgainst {
  id: string;
  agrees: boolean;
}

/** The records as the watch reads them: in bulk, however many journeys there are. */
export class Watch {
  constructor(private readonly dataSource: DataSource) {}

  /** Every journey; one statement. */
  async heads(): Promise<WatchedHead[]> {
    return sql<WatchedHead>(this.dataSource, 'SELECT id, status, head, run_id AS "runId" FROM journeys', []);
  }

  /** Journeys whose numbered facts are not 1, 2, 3 … up to the head; one statement. */
  async withGaps(): Promise<{ id: string; isGap: boolean }[]> {
    return sql<{ id: string; isGap: boolean }>(
      this.dataSource,
      `SELECT j.id, coalesce(f.last, 0) <> coalesce(f.count, 0) OR coalesce(f.first, 1) <> 1 AS "isGap"
       FROM journeys j LEFT JOIN (
         SELECT journey_id, min(seq) AS first, max(seq) AS last, count(*)::int AS count FROM journal GROUP BY journey_id
       ) f ON f.journey_id = j.id
       WHERE coalesce(f.last, 0) <> coalesce(f.count, 0) OR coalesce(f.first, 1) <> 1 OR coalesce(f.last, 0) <> j.head`,
      [],
    );
  }

  /**
   * Ids of journeys that have to be folded: their facts or what is shown of them is not what was folded last, that was
   * before an instant, or something was found then; one statement.
   */
  async unfolded(foldedBefore: Instant): Promise<string[]> {
    const rows = await sql<{ id: string }>(
      this.dataSource,
      `SELECT j.id FROM journeys j LEFT JOIN watched_journeys w ON w.journey_id = j.id
       WHERE w.head IS DISTINCT FROM j.head OR w.state_hash IS DISTINCT FROM j.state_hash OR w.folded_at < $1 OR j.stale
         OR md5(j.state::text) IS DISTINCT FROM j.state_hash
         OR EXISTS (SELECT 1 FROM findings f WHERE f.journey_id = j.id AND f.gone_at IS NULL
           AND f.kind IN ('read-model-differs', 'step-adrift'))
       ORDER BY j.id`,
      [foldedBefore],
    );
    return rows.map(({ id }) => id);
  }

  /** Their facts and what they are pinned to; two statements. Those of no fact are left out. */
  async toFold(ids: string[], pinned: Map<string, Editions>): Promise<ToFold[]> {
    const rows = await sql<FactRow & { journey_id: string }>(
      this.dataSource,
      `SELECT journey_id, ${FACT_COLUMNS} FROM journal WHERE journey_id = ANY ($1) ORDER BY journey_id, seq`,
      [ids],
    );
    const facts = new Map<string, Fact[]>();
    for (const row of rows) {
      const of = facts.get(row.journey_id);
      if (of) of.push(factOfRow(row));
      else facts.set(row.journey_id, [factOfRow(row)]);
    }
    const pins = await sql<{ id: string; pin: string; d: string; c: string }>(
      this.dataSource,
      `SELECT id, definition_hash || '/' || calendar_hash AS pin, definition_hash AS d, calendar_hash AS c
       FROM journeys WHERE id = ANY ($1)`,
      [ids],
    );
    await this.load(pins, pinned);
    return pins.flatMap(({ id, pin }) => {
      const [of, editions] = [facts.get(id), pinned.get(pin)];
      return of && editions ? [{ id, facts: of, ...editions }] : [];
    });
  }

  /**
   * Holds folded states against what is shown, with the hash that a record keeps of it; those that agree are not folded
   * again until something changes. One statement. One that went on meanwhile is left for the next look.
   */
  async holdAgainst(folded: { id: string; state: JourneyState }[], now: Instant): Promise<HeldAgainst[]> {
    return sql<HeldAgainst>(
      this.dataSource,
      `WITH folded AS (
         SELECT f.id, f.state, md5(f.state::text) AS hash, (f.state ->> 'head')::int AS head
         FROM jsonb_to_recordset($1::jsonb) AS f (id text, state jsonb)
       ), held AS (
         SELECT f.id, f.head, f.hash,
           f.hash IS NOT DISTINCT FROM md5(j.state::text) AND j.state_hash IS NOT DISTINCT FROM f.hash
             AND j.status = f.state ->> 'status' AND NOT j.stale AS agrees
         FROM folded f JOIN journeys j ON j.id = f.id AND j.head = f.head
       ), kept AS (
         INSERT INTO watched_journeys (journey_id, head, state_hash, folded_at)
         SELECT id, head, hash, $2 FROM held WHERE agrees
         ON CONFLICT (journey_id) DO UPDATE SET head = excluded.head, state_hash = excluded.state_hash,
           folded_at = excluded.folded_at
       )
       SELECT id, agrees FROM held`,
      [JSON.stringify(folded), now],
    );
  }

  /** The run of a journey was asked, and holds what the journal leads to. */
  async knowRun(id: string, runId: string): Promise<void> {
    await sql(this.dataSource, 'UPDATE journeys SET run_id = $2 WHERE id = $1', [id, runId]);
  }

  private async load(pins: { pin: string; d: string; c: string }[], pinned: Map<string, Editions>): Promise<void> {
    const missing = new Map(pins.filter(({ pin }) => !pinned.has(pin)).map((pin) => [pin.pin, pin]));
    for (const { pin, d, c } of missing.values()) {
      const [found] = await sql<Editions>(
        this.dataSource,
        'SELECT d.body AS definition, c.body AS calendar FROM definitions d, calendars c WHERE d.hash = $1 AND c.hash = $2',
        [d, c],
      );
      if (found) pinned.set(pin, found);
    }
  }
}
