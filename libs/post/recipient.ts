import type { CalendarData, Day, TimeOfDay } from '@citypath/calendar';
import type { PersonId } from '@citypath/journey';

/** What it takes to know whether mail reaches somebody. */
export interface Reachable {
  id: PersonId;
  /** Null or empty: none is known. */
  address: string | null;
  erased: boolean;
  /** Mail to the address came back, and nobody has corrected it since. */
  bounced: boolean;
}

/** Letters leave from `from` on and before `until`, on working days. */
export interface PostWindow {
  from: TimeOfDay;
  until: TimeOfDay;
}

/** Days away, first and last included. */
export interface LeaveOfRecipient {
  fromOn: Day;
  untilOn: Day;
  substitute: PersonId | null;
}

/** What somebody has got; counts of another day than today count for nothing. */
export interface Received {
  digestOn: Day | null;
  ordinaryOn: Day | null;
  /** Ordinary messages of `ordinaryOn`, the digest among them. */
  ordinaryCount: number;
}

/** What the post rules know of a person. Days and times are those of the person's zone. */
export interface Recipient extends Reachable {
  /** Null: at any hour of any day. */
  window: PostWindow | null;
  /** The person's own working days and zone; null: those of the city that the oldest letter is about. */
  calendar: CalendarData | null;
  leave: LeaveOfRecipient | null;
  /** No letter before this day, unless somebody asked for it just now. */
  lettersHeldUntilOn: Day | null;
  received: Received;
}
