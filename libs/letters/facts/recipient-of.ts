import type { CalendarData, Day, TimeOfDay } from '@citypath/calendar';
import type { Received, Recipient } from '@citypath/post';
import type { Person } from '@citypath/store';

/** What somebody got before any letter. */
export const NOTHING_RECEIVED: Received = { digestOn: null, ordinaryOn: null, ordinaryCount: 0 };

/**
 * A person as the post rules know one.
 * @param calendar the person's own, by `calendarHash`; null: that of the city at hand counts
 */
export function recipientOf(person: Person, calendar: CalendarData | null, received = NOTHING_RECEIVED): Recipient {
  const { id, address, erasedAt, postWindow, leave, lettersHeldUntilOn } = person;
  return {
    id,
    address,
    erased: erasedAt !== null,
    bounced: person.bounced !== null,
    window: postWindow && { from: postWindow.from as TimeOfDay, until: postWindow.until as TimeOfDay },
    calendar,
    leave: leave && {
      fromOn: leave.fromOn as Day,
      untilOn: leave.untilOn as Day,
      substitute: leave.substitute,
    },
    lettersHeldUntilOn: lettersHeldUntilOn as Day | null,
    received,
  };
}
