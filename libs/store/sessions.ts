import { type DataSource, LessThanOrEqual } from 'typeorm';
import { PERSON_COLUMNS, personOfRow, type PersonRowRead, type PersonWithSeats } from './person';
import type { Session } from './plain';
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

/** The browsers that are signed in, by the hash of their token. */
export class Sessions {
  constructor(private readonly dataSource: DataSource) {}

  async begin(session: Omit<Session, 'lastSeenAt'>): Promise<void> {
    await this.dataSource.getRepository(SessionRow).insert({ ...session, lastSeenAt: session.createdAt });
  }

  /** @returns the person with seats of programmes and cities, or null when the session ended or never was; one statement */
  async find(tokenHash: string, now: Instant): Promise<SignedIn | null> {
    const rows = await sql<PersonRowRead & { city_seats: SeatInCity[]; last_seen_at: Date; expires_at: Date }>(
      this.dataSource,
      `SELECT ${PERSON_COLUMNS}, ${SEATS_IN_CITIES} AS city_seats, s.last_seen_at, s.expires_at
       FROM sessions s JOIN people p ON p.id = s.person_id
       WHERE s.token_hash = $1 AND s.expires_at > $2 AND p.erased_at IS NULL`,
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

  /** Notes that the session is in use. Not for every request: it is a write. */
  async touch(tokenHash: string, now: Instant): Promise<void> {
    await this.dataSource.getRepository(SessionRow).update({ tokenHash }, { lastSeenAt: now });
  }

  async end(tokenHash: string): Promise<void> {
    await this.dataSource.getRepository(SessionRow).delete({ tokenHash });
  }

  /** Forgets the sessions that have expired. */
  async sweep(now: Instant): Promise<void> {
    await this.dataSource.getRepository(SessionRow).delete({ expiresAt: LessThanOrEqual(now) });
  }
}
