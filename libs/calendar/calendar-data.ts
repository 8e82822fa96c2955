import type { Day } from './day';
import type { Instant, TimeOfDay } from './instant';

/** What people read, in both languages. */
export interface Text {
  en: string;
  zh: string;
}

/** Days off. `own`: the city's, not the country's. */
export interface Closure {
  from: Day;
  to: Day;
  title: Text;
  own?: true;
}

/**
 * Everything the rules know of a calendar. It is pinned by the hash of its content and travels in a
 * workflow's input: keep it small, and never change one in place (what is computed from it is kept).
 */
export interface CalendarData {
  format: 1;
  /** Short name: 'cn'. */
  key: string;
  title: Text;
  /** IANA name of the zone, for people; the rules read `offsets` only. */
  zone: string;
  /** Minutes east of UTC from an instant on, ascending; the first one also covers everything before it. */
  offsets: { from: Instant; minutes: number }[];
  /** ISO weekdays off, as a rule: 6 and 7. */
  weekend: number[];
  /** Start of the working day on the wall clock: '09:00'. */
  morning: TimeOfDay;
  /** Statutory days off, first and last day included; weekends inside them may be named or not. */
  closures: Closure[];
  /** Weekend days on which people work. */
  makeUpDays: { on: Day; title: Text }[];
  /** Years whose holidays are published; days of all others are provisional. */
  publishedYears: number[];
}
