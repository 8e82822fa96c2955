import type { Instant, Language } from './types';

/** Days away, first and last included, in the person's own zone; the substitute gets what is meant for the person. */
export interface Leave {
  fromOn: string;
  untilOn: string;
  substitute: string | null;
}

/** The times of the day between which letters leave, in the person's zone: '09:00' and '17:30', the last one excluded. */
export interface PostWindow {
  from: string;
  until: string;
}

/** The window of everybody who has not agreed another. */
export const USUAL_WINDOW: PostWindow = { from: '09:00', until: '17:30' };

/** All that is known of a person by name. */
export interface Person {
  id: string;
  familyName: string;
  givenName: string;
  /** How the name is written where that is neither family name first nor last. */
  displayName: string | null;
  zhName: string | null;
  /** The preferred mail address: letters go to it. Empty after erasure. */
  address: string;
  /** Further addresses by which the person is known. */
  otherAddresses: string[];
  /** Null: not known; letters then come in both, pages in the browser's. */
  language: Language | null;
  /** IANA name; null: the zone of the city or programme at hand. */
  timeZone: string | null;
  titleEn: string | null;
  titleZh: string | null;
  leave: Leave | null;
  /** When letters may leave, on working days; null: at any hour of any day. */
  postWindow: PostWindow | null;
  /** The pinned calendar of the person's own working days and zone; null: that of the city at hand. */
  calendarHash: string | null;
  /** No letter before this day. */
  lettersHeldUntilOn: string | null;
  isAdministrator: boolean;
  erasedAt: Instant | null;
  /** Letters to `address` come back since then, with what the mail server said; null: it is well. */
  bounced: Bounced | null;
}

/** An address whose letters come back. */
export interface Bounced {
  at: Instant;
  reason: string;
}

type Optional = 'otherAddresses' | 'timeZone' | 'leave' | PostSetting;
/** How and when somebody gets letters. */
type PostSetting = 'postWindow' | 'calendarHash' | 'lettersHeldUntilOn';

/**
 * A person as he or she is kept: what is left out is not there, also when it was there before. A window that is left
 * out is the usual one.
 */
export type PersonToKeep = Omit<Person, 'erasedAt' | 'bounced' | Optional> & Partial<Pick<Person, Optional>>;

/** What is corrected by hand. */
export type Correction = Omit<Person, 'id' | 'leave' | PostSetting | 'isAdministrator' | 'erasedAt' | 'bounced'>;

/** What a person can be found by; the addresses in lower case. */
export interface NamesOfPerson extends Pick<Person, 'id' | 'familyName' | 'givenName' | 'displayName' | 'zhName'> {
  addresses: string[];
}

/** A person with the seats of programmes (not of cities) that he or she holds. */
export interface PersonWithSeats extends Person {
  programmeSeats: { programme: string; seat: string }[];
}

/** What a statement selects of `people p` for `personOfRow`. */
export const PERSON_COLUMNS = `p.id, p.family_name, p.given_name, p.display_name, p.zh_name, p.address, p.language,
  p.time_zone, p.title_en, p.title_zh, p.leave_from_on::text, p.leave_until_on::text, p.leave_substitute,
  p.is_administrator, p.erased_at, p.post_from, p.post_until, p.calendar_hash, p.letters_held_until_on::text,
  ARRAY(
    SELECT a.address FROM person_addresses a WHERE a.person_id = p.id AND NOT a.preferred ORDER BY a.address_key
  ) AS other_addresses,
  (SELECT jsonb_build_object('at', a.bounced_at, 'reason', a.bounce_reason) FROM person_addresses a
   WHERE a.person_id = p.id AND a.preferred AND a.bounced_at IS NOT NULL) AS bounced,
  ARRAY(
    SELECT jsonb_build_object('programme', h.programme, 'seat', h.seat)
    FROM programme_seats h WHERE h.person_id = p.id ORDER BY h.programme, h.seat
  ) AS programme_seats`;

/** A person as raw SQL reads it. */
export interface PersonRowRead {
  id: string;
  family_name: string;
  given_name: string;
  display_name: string | null;
  zh_name: string | null;
  address: string;
  other_addresses: string[];
  language: Language | null;
  time_zone: string | null;
  title_en: string | null;
  title_zh: string | null;
  leave_from_on: string | null;
  leave_until_on: string | null;
  leave_substitute: string | null;
  is_administrator: boolean;
  erased_at: Date | null;
  bounced: { at: string; reason: string | null } | null;
  post_from: string | null;
  post_until: string | null;
  calendar_hash: string | null;
  letters_held_until_on: string | null;
  programme_seats: { programme: string; seat: string }[];
}

/** The person of a raw row. */
export function personOfRow(row: PersonRowRead): PersonWithSeats {
  return {
    id: row.id,
    familyName: row.family_name,
    givenName: row.given_name,
    displayName: row.display_name,
    zhName: row.zh_name,
    address: row.address,
    otherAddresses: row.other_addresses,
    language: row.language,
    timeZone: row.time_zone,
    titleEn: row.title_en,
    titleZh: row.title_zh,
    leave: leaveOf(row),
    postWindow: row.post_from && row.post_until ? { from: row.post_from, until: row.post_until } : null,
    calendarHash: row.calendar_hash,
    lettersHeldUntilOn: row.letters_held_until_on,
    isAdministrator: row.is_administrator,
    erasedAt: (row.erased_at?.toISOString() ?? null) as Instant | null,
    bounced: row.bounced && {
      at: new Date(row.bounced.at).toISOString() as Instant,
      reason: row.bounced.reason ?? '',
    },
    programmeSeats: row.programme_seats,
  };
}

function leaveOf(row: PersonRowRead): Leave | null {
  if (row.leave_from_on === null || row.leave_until_on === null) return null;
  return { fromOn: row.leave_from_on, untilOn: row.leave_until_on, substitute: row.leave_substitute };
}
