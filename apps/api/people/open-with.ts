import { provisionalFrom } from '@citypath/calendar';
import type { OpenWithPerson } from '@citypath/contracts';
import { acceptorOf, ownerOf, type Addressee } from '@citypath/journey';
import type { KnownJourney } from '../journeys/journey-reader';
import { Names, NO_PEOPLE } from '../journeys/names';
import type { SeatedPerson } from '../policies/may-manage-people';

/** What waits for a person now, in all the seats held: to be done, or to be accepted; the soonest first. */
export function openWith({ person, citySeats }: SeatedPerson, journeys: readonly KnownJourney[]): OpenWithPerson[] {
  const isTheirs = (journey: KnownJourney, { seat, holder }: Addressee): boolean => {
    if (holder !== null) return holder === person.id;
    const { id, programmeKey } = journey.row;
    return (
      person.programmeSeats.some((held) => held.programme === programmeKey && held.seat === seat) ||
      citySeats.some((held) => held.journeyId === id && held.seat === seat)
    );
  };
  return journeys.flatMap((journey) => openSteps(journey, isTheirs)).sort(bySoonest);
}

function openSteps(
  journey: KnownJourney,
  isTheirs: (journey: KnownJourney, to: Addressee) => boolean,
): OpenWithPerson[] {
  const { row, state, context } = journey;
  if (state.status !== 'active' && state.status !== 'on-hold') return [];
  const names = new Names(context.definition, NO_PEOPLE, state);
  return Object.values(state.steps).flatMap(({ ref, status, dueOn, acceptanceDueOn }): OpenWithPerson[] => {
    if (status !== 'open' && status !== 'submitted') return [];
    const wanted = status === 'open' ? 'doing' : 'accepting';
    const to = wanted === 'doing' ? ownerOf(context, state, ref) : acceptorOf(context, state, ref);
    if (!isTheirs(journey, to)) return [];
    const { key, nameEn, nameZh } = row.city;
    return [
      {
        journeyId: row.id,
        city: { key, nameEn, nameZh },
        step: ref,
        title: names.stepTitle(ref),
        wanted,
        dueOn: (wanted === 'doing' ? dueOn : acceptanceDueOn) ?? null,
        provisionalFromOn: provisionalFrom(context.calendar),
      },
    ];
  });
}

function bySoonest(a: OpenWithPerson, b: OpenWithPerson): number {
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.city.nameEn.localeCompare(b.city.nameEn);
}
