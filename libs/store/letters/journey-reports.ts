import type { Command, JourneyState, LetterKind } from '@citypath/journey';
import type { DataSource } from 'typeorm';
import { AWAITS_RECOVERY } from '../recovery/awaits-recovery';
import { sql } from '../sql';
import type { Instant } from '../types';
import type { LetterStatus } from '../rows/letter';
import { NOT_CAUSED_YET } from './skip-ahead';

/** A journey that may have to be told what became of its letters. */
export interface JourneyToTell {
  journeyId: string;
  calendarHash: string;
  state: JourneyState;
  programmeSeats: Record<string, string>;
  /** Letters of it are due or in the post at this moment: the round of the morning is not over. */
  inThePost: boolean;
  lastGivenAt: Instant | null;
}

/** A letter of which the journey was told nothing yet; one that another letter carries has what became of that one. */
export interface UnreportedLetter {
  id: string;
  journeyId: string;
  seq: number;
  step: string | null;
  round: number;
  kind: LetterKind;
  seat: string;
  holder: string | null;
  status: LetterStatus;
  settledAt: Instant;
  reason: string | null;
  passedOnTo: string | null;
}

/** What a journey is told on a day of its city. */
export interface ReportToGive {
  journeyId: string;
  reportOn: string;
  command: Command;
  /** By letter: what is said of it. */
  letters: Record<string, string>;
}

const SETTLED = `('accepted', 'bounced', 'refused', 'suppressed', 'merged', 'presumed-sent')`;
/** Of those kinds for which ladders wait, taken back before it went, whatever for: a ladder that is not told waits for ever. */
const TAKEN_BACK = `(l.status = 'cancelled' AND l.kind IN ('escalation', 'overdue', 'to-accept'))`;
/** The letter with which a merged one went in the end: a newer level, which a digest may have carried in its turn. */
const CARRIER = `LATERAL (
  WITH RECURSIVE way AS (
    SELECT c.* FROM letters c WHERE l.status = 'merged' AND c.id = l.carried_by
    UNION ALL SELECT c.* FROM way JOIN letters c ON way.status = 'merged' AND c.id = way.carried_by
  ) SELECT * FROM way WHERE status <> 'merged'
)`;
/**
 * A bounce that came after the delivery had been reported is news; a letter that was skipped before it fell due is none
 * until it does: the journey does not know of it yet.
 */
const UNREPORTED = `((l.reported_at IS NULL AND l.status IN ${SETTLED} AND l.seq > ${NOT_CAUSED_YET}) OR (l.reported_at IS NULL AND ${TAKEN_BACK})
  OR (l.bounced_at IS NOT NULL AND l.reported_outcome = 'delivered'))`;

/** What journeys were told, and are still to be told, of the delivery of their letters. */
export class JourneyReports {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Journeys with something to tell, or with somebody whom letters did not reach, but for those with a report that
   * they have not taken yet; one statement.
   */
  async toTell(now: Instant): Promise<JourneyToTell[]> {
    const rows = await sql<JourneyToTell & { lastGivenAt: Date | null }>(
      this.dataSource,
      `SELECT j.id AS "journeyId", j.calendar_hash AS "calendarHash", j.state,
         coalesce((SELECT jsonb_object_agg(s.seat, s.person_id) FROM programme_seats s
           WHERE s.programme = j.programme_key), '{}') AS "programmeSeats",
         EXISTS (SELECT FROM letters l WHERE l.journey_id = j.id
           AND (l.status = 'posting' OR (l.status = 'due' AND coalesce(l.not_before, l.due_at) <= $1))) AS "inThePost",
         (SELECT max(r.given_at) FROM journey_reports r WHERE r.journey_id = j.id) AS "lastGivenAt"
       FROM journeys j
       WHERE j.state IS NOT NULL AND NOT j.stale AND NOT ${AWAITS_RECOVERY}
         AND NOT EXISTS (SELECT FROM journey_reports r WHERE r.journey_id = j.id AND r.given_at IS NULL)
         AND (EXISTS (SELECT FROM letters l WHERE l.journey_id = j.id AND ${UNREPORTED})
           OR (j.status NOT IN ('completed', 'withdrawn')
             AND jsonb_array_length(coalesce(j.state -> 'contacts', '[]')) > 0))
       ORDER BY j.id`,
      [now],
    );
    return rows.map((row) => ({ ...row, lastGivenAt: (row.lastGivenAt?.toISOString() ?? null) as Instant | null }));
  }

  /** The letters of journeys of which they were told nothing; one statement. */
  async unreported(journeyIds: string[]): Promise<UnreportedLetter[]> {
    return this.toReport(`l.journey_id = ANY ($1) AND ${UNREPORTED}`, [journeyIds]);
  }

  /** The letters of which there was nothing to tell these journeys any more, since each had ended; one statement. */
  async untoldSince(ended: readonly { journeyId: string; endedAt: Instant }[]): Promise<UnreportedLetter[]> {
    return this.toReport(
      `EXISTS (SELECT FROM unnest($1::text[], $2::timestamptz[]) AS e (journey_id, ended_at)
         WHERE e.journey_id = l.journey_id AND l.reported_at >= e.ended_at)`,
      [ended.map(({ journeyId }) => journeyId), ended.map(({ endedAt }) => endedAt)],
    );
  }

  private async toReport(which: string, values: unknown[]): Promise<UnreportedLetter[]> {
    const rows = await sql<Omit<UnreportedLetter, 'settledAt'> & { settledAt: Date }>(
      this.dataSource,
      `SELECT l.id, l.journey_id AS "journeyId", l.seq, l.step_ref AS step, l.round, l.kind, l.seat, l.holder,
         coalesce(carrier.status, l.status) AS status,
         coalesce(carrier.reason, l.reason) AS reason, coalesce(carrier.passed_on_to, l.passed_on_to) AS "passedOnTo",
         coalesce(carrier.bounced_at, l.bounced_at, carrier.settled_at, l.settled_at, l.due_at) AS "settledAt"
       FROM letters l LEFT JOIN ${CARRIER} AS carrier ON true
       WHERE ${which} ORDER BY l.journey_id, l.seq, l.id`,
      values,
    );
    return rows.map((row) => ({ ...row, settledAt: row.settledAt.toISOString() as Instant }));
  }

  /**
   * Whether people can be written to who were reported lost: they have an address that letters do not come back from,
   * and since the last letter that was refused, another one arrived, or the address was corrected or confirmed.
   */
  async reachable(personIds: string[]): Promise<Set<string>> {
    const rows = await sql<{ id: string }>(
      this.dataSource,
      `SELECT p.id FROM people p JOIN person_addresses a ON a.person_id = p.id AND a.preferred AND a.bounced_at IS NULL
       WHERE p.id = ANY ($1) AND p.erased_at IS NULL AND NOT EXISTS (
         SELECT FROM letters l WHERE l.recipient = p.id AND l.status = 'refused' AND lower(l.address) = a.address_key
           AND (a.confirmed_at IS NULL OR a.confirmed_at < l.settled_at)
           AND NOT EXISTS (SELECT FROM letters later WHERE later.recipient = p.id AND later.status = 'accepted'
             AND later.settled_at > l.settled_at))`,
      [personIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Writes down what a journey is to be told, before it is told; a second one for the same day changes nothing. */
  async prepare({ journeyId, reportOn, command, letters }: ReportToGive): Promise<void> {
    await sql(
      this.dataSource,
      `INSERT INTO journey_reports (journey_id, report_on, command, letters) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [journeyId, reportOn, JSON.stringify(command), JSON.stringify(letters)],
    );
  }

  /**
   * What was prepared and is not known to have been taken, oldest first; one statement.
   * @param last journeys that come after all others: they could not be told before
   */
  async waiting(limit: number, last: string[]): Promise<ReportToGive[]> {
    return sql<ReportToGive>(
      this.dataSource,
      `SELECT journey_id AS "journeyId", report_on::text AS "reportOn", command, letters FROM journey_reports
       WHERE given_at IS NULL AND NOT ${AWAITS_RECOVERY} ORDER BY journey_id = ANY ($2), report_on, journey_id LIMIT $1`,
      [limit, last],
    );
  }

  /** The journey has taken it, or never will (`refused`: why); its letters are reported with it. One statement. */
  async given({ journeyId, reportOn, letters }: ReportToGive, at: Instant, refused: string | null): Promise<void> {
    await sql(
      this.dataSource,
      `WITH given AS (
         UPDATE journey_reports SET given_at = $3, refused = $4
         WHERE journey_id = $1 AND report_on = $2 AND given_at IS NULL RETURNING journey_id
       )
       UPDATE letters l SET reported_at = $3, reported_outcome = said.value
       FROM given, jsonb_each_text($5::jsonb) AS said WHERE l.id = said.key::uuid`,
      [journeyId, reportOn, at, refused, JSON.stringify(letters)],
    );
  }

  /** Letters that no rule of the journey asks about. */
  async nothingToTell(letters: Record<string, string>, at: Instant): Promise<void> {
    if (Object.keys(letters).length === 0) return;
    await sql(
      this.dataSource,
      `UPDATE letters l SET reported_at = $1, reported_outcome = said.value
       FROM jsonb_each_text($2::jsonb) AS said WHERE l.id = said.key::uuid`,
      [at, JSON.stringify(letters)],
    );
  }
}
