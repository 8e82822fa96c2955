import { dayAt, type Instant } from '@citypath/calendar';
import { openNeeds, type OpenNeed, type PersonId } from '@citypath/journey';
import type { NeedInDigest } from '@citypath/letters';
import type { JourneyAhead, Surroundings } from '@citypath/post';
import type { KnownJourney } from '../journeys/journey-reader';

/** What will wait for a person at a moment ahead, over all journeys: as the records would answer then. */
export function needsAhead(
  person: PersonId,
  { among, at }: { among: Surroundings; at: Instant },
  known: ReadonlyMap<string, KnownJourney>,
): NeedInDigest[] {
  return [...among].flatMap(([journeyId, journey]) => {
    const { state, context } = journey;
    const row = known.get(journeyId)?.row;
    if (row === undefined) return [];
    return openNeeds(context, state)
      .filter((need) => isOf(person, need, journey))
      .map((need) => ({
        journeyId,
        kind: need.kind,
        stepRef: 'step' in need ? need.step : null,
        title: 'title' in need ? need.title : null,
        dueOn: 'dueOn' in need ? need.dueOn : null,
        todayOn: dayAt(context.calendar, at),
        onHold: state.status === 'on-hold',
        definitionHash: row.definitionHash,
        calendarHash: row.calendarHash,
        city: row.city,
      }));
  });
}

function isOf(person: PersonId, { seat, holder, liaison }: OpenNeed, { programmeSeats }: JourneyAhead): boolean {
  return holder === person || liaison === person || (holder === null && programmeSeats[seat] === person);
}
