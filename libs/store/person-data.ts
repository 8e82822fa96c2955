import type { DataSource } from 'typeorm';
import { sql } from './sql';

/**
 * Where the records say something about a person ($1), by what it is. What only lets somebody in (hashes of tokens and
 * codes) is not handed out. A table that is added with a person in it belongs here: the spec beside looks.
 */
const SECTIONS: Record<string, string> = {
  person: `SELECT p.* FROM people p WHERE p.id = $1`,
  addresses: `SELECT a.* FROM person_addresses a WHERE a.person_id = $1`,
  accountsOfOrganisations: `SELECT i.* FROM person_identities i WHERE i.person_id = $1`,
  standsInFor: `SELECT p.id, p.leave_from_on::text, p.leave_until_on::text FROM people p WHERE p.leave_substitute = $1`,
  seatsInCities: `SELECT h.* FROM seat_holders h WHERE h.person_id = $1`,
  seatsInProgrammes: `SELECT s.* FROM programme_seats s WHERE s.person_id = $1`,
  seatsBefore: `SELECT j.journey_id, j.seq, j.kind, j.body, j.recorded_at FROM journal j
    WHERE j.kind IN ('seat-appointed', 'seat-handed-over', 'seat-vacated', 'liaison-named')
      AND strpos(j.body::text, '"' || $1 || '"') > 0 ORDER BY j.recorded_at`,
  actsUponRecords: `SELECT a.* FROM people_acts a WHERE a.person_id = $1 OR a.by_person = $1 ORDER BY a.id`,
  actsByHand: `SELECT h.* FROM hand_acts h WHERE $1 IN (h.by_person, h.about ->> 'holder') ORDER BY h.id`,
  letters: `SELECT l.* FROM letters l WHERE $1 IN (l.recipient, l.holder, l.copied_to) ORDER BY l.due_at`,
  factsByPerson: `SELECT j.journey_id, j.seq, j.kind, j.body, j.recorded_at, j.by_person, j.on_behalf_of FROM journal j
    WHERE j.by_person = $1 OR j.on_behalf_of = $1 ORDER BY j.recorded_at`,
  factsAboutPerson: `SELECT j.journey_id, j.seq, j.kind, j.body, j.recorded_at FROM journal j
    WHERE strpos(j.body::text, '"' || $1 || '"') > 0 ORDER BY j.recorded_at`,
  textsWritten: `SELECT t.* FROM texts t WHERE t.by_person = $1 ORDER BY t.created_at`,
  papers: `SELECT p.* FROM papers p WHERE p.by_person = $1 ORDER BY p.uploaded_at`,
  drafts: `SELECT d.* FROM step_drafts d WHERE d.by_person = $1`,
  imports: `SELECT i.id, i.programme_key, i.file_name, i.status FROM imports i WHERE i.by_person = $1`,
  bulkActs: `SELECT b.id, b.programme_key, b.act, b.status, b.created_at FROM bulk_acts b WHERE b.by_person = $1`,
  calendarNotices: `SELECT n.* FROM calendar_notices n WHERE $1 IN (n.by_person, n.taken_back_by) ORDER BY n.since`,
  cityClosures: `SELECT c.* FROM city_closures c WHERE $1 IN (c.by_person, c.taken_back_by) ORDER BY c.since`,
  mailbox: `SELECT m.* FROM mailboxes m WHERE m.person_id = $1`,
  openSteps: `SELECT o.journey_id, o.kind, o.seat, o.step_ref FROM open_steps o
    WHERE o.holder = $1 OR o.liaison = $1 OR o.asked_by = $1`,
  sessions: `SELECT s.created_at, s.last_seen_at, s.expires_at, s.way, s.browser, s.device FROM sessions s
    WHERE s.person_id = $1`,
  signInLetters: `SELECT r.address_key, r.asked_at, r.sent_at, r.used_at, r.status FROM sign_in_requests r
    WHERE r.person_id = $1`,
  testLetters: `SELECT t.* FROM test_letters t WHERE t.person_id = $1 ORDER BY t.asked_at`,
  watchLetters: `SELECT l.* FROM watch_letters l WHERE l.person_id = $1 ORDER BY l.written_on`,
};

/** Everything that the records hold about one person. */
export class PersonData {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns rows by what they are; an empty list where there is nothing */
  async of(personId: string): Promise<Record<string, Record<string, unknown>[]>> {
    const data: Record<string, Record<string, unknown>[]> = {};
    for (const [section, statement] of Object.entries(SECTIONS)) {
      const rows = await sql<{ row: Record<string, unknown> }>(
        this.dataSource,
        `SELECT to_jsonb(found) AS row FROM (${statement}) AS found`,
        [personId],
      );
      data[section] = rows.map(({ row }) => row);
    }
    return data;
  }
}
