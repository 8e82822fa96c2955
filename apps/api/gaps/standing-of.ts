import type { Day } from '@citypath/calendar';
import type { PersonStanding } from '@citypath/post';
import type { StandingOfPerson } from '@citypath/store';

/** What the records say of a person, as the preflight asks it. */
export function standingOf({
  id,
  address,
  erasedAt,
  leave,
  hasBounced,
}: Omit<StandingOfPerson, 'programmeSeats'>): PersonStanding {
  return {
    id,
    address,
    erased: erasedAt !== null,
    bounced: hasBounced,
    leave: leave && {
      fromOn: leave.fromOn as Day,
      untilOn: leave.untilOn as Day,
      substitute: leave.substitute,
    },
  };
}
