import { type DataSource, Not } from 'typeorm';
import { PERSON_COLUMNS, personOfRow, type PersonRowRead, type PersonWithSeats } from './person';
import type { Session } from './plain';
import { Person as PersonRow } from './rows/person';
import type { Standing } from './rows/seat-holder';
import { Session as SessionRow } from './rows/session';
import { sql } from './sql';
import type { Instant } from './types';

/** Who is behind a session. */
export interface SignedIn {
  person: PersonWithSeats;
  /** The seats of cities that the person holds, or is the liaison of. */
  citySeats: SeatInCity[];
  lastSeenAt: Instant;
  expiresAt: Instant;
}

/** A person's place in a city. */
export interface SeatInCity {
  journeyId: string;
  programme: string;
  city: string;
  seat: string;
  standing: Standing;
}

/** An array of {@link SeatInCity}, of the person p. */
const SEATS_IN_CITIES = `ARRAY(
  SELECT jsonb_build_object('journeyId', h.journey_id, 'programme', h.programme_key, 'city', h.city_key,
    'seat', h.seat, 'standing', h.standing)
  FROM seat_holders h WHERE h.person_id = p.id ORDER BY h.journey_id, h.seat, h.standing
)`;

/** A session that nobody uses for so long ends: sooner for those who may do everything. */
export const IDLE_MINUTES = { administrator: 30, others: 12 * 60 };

/** SQL: a session `s` of a person `p` holds now. The limit is that of the roles of now, not of when it began. */
export const sessionHolds = (now: string) => `s.expires_at > ${now} AND p.erased_at IS NULL
  AND s.last_seen_at > ${now}::timestamptz - make_interval(
    mins => CASE WHEN p.is_administrator THEN ${IDLE_MINUTES.administrator} ELSE ${IDLE_MINUTES.others} END)`;

/** The browsers that are signed in, by the hash of their token. */
export class Sessions {
  constructor(private readonly dataSource: DataSource) {}

  async begin(session: Omit<Session, 'id' | 'lastSeenAt'>): Promise<void> {
    await this.repository.insert({ ...session, lastSeenAt: session.createdAt });
  }

  /** @returns the person with seats of programmes and cities, or null when the session ended or never was; one statement */
  async find(tokenHash: string, now: Instant): Promise<SignedIn | null> {
    const rows = await sql<PersonRowRead & { city_seats: SeatInCity[]; last_seen_at: Date; expires_at: Date }>(
      this.dataSource,
      `SELECT ${PERSON_COLUMNS}, ${SEATS_IN_CITIES} AS city_seats, s.last_seen_at, s.expires_at
       FROM sessions s JOIN people p ON p.id = s.person_id
       WHERE s.token_hash = $1 AND ${sessionHolds('$2')}`,
      [tokenHash, now],
    );
    const [row] = rows;
    if (!row) return null;
    return {
      person: personOfRow(row),
      citySeats: row.city_seats,
      lastSeenAt: row.last_seen_at.toISOString() as Instant,
      expiresAt: row.expires_at.toISOString() as Instant,
    };
  }

  /** @returns the sessions of a person that hold now, the last used first; one statement */
  async of(personId: string, now: Instant): Promise<Session[]> {
    return this.repository
      .createQueryBuilder('s')
      .innerJoin(PersonRow, 'p', 'p.id = s.personId')
      .where(`s.personId = :personId AND ${sessionHolds(':now')}`, { personId, now })
      .orderBy('s.lastSeenAt', 'DESC')
      .addOrderBy('s.id')
      .getMany();
  }

  /** Notes that the session is in use. Not for every request: it is a write. */
  async touch(tokenHash: string, now: Instant): Promise<void> {
    await this.repository.update({ tokenHash }, { lastSeenAt: now });
  }

  async end(tokenHash: string): Promise<void> {
    await this.repository.delete({ tokenHash });
  }

  /** Ends one session of a person. @returns whether there was one of this id */
  async endOne(personId: string, id: string): Promise<boolean> {
    return (await this.repository.delete({ personId, id })).affected === 1;
  }

  /** Ends all sessions of a person, but for one. @param except hash of the token to keep; null: none is kept */
  async endAll(personId: string, except: string | null): Promise<void> {
    await this.repository.delete({ personId, ...(except === null ? {} : { tokenHash: Not(except) }) });
  }

  /** Forgets the sessions that have expired, or that nobody used for longer than any may stay idle. */
  async sweep(now: Instant): Promise<void> {
    await sql(
      this.dataSource,
      `DELETE FROM sessions WHERE expires_at <= $1
         OR last_seen_at <= $1::timestamptz - make_interval(mins => ${IDLE_MINUTES.others})`,
      [now],
    );
  }

  private get repository() {
    return this.dataSource.getRepository(SessionRow);
  }
}
