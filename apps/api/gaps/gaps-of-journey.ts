import type { Day } from '@citypath/calendar';
import { runningSteps } from '@citypath/journey';
import { preflight } from '@citypath/post';
import { Names, type Directory } from '../journeys/names';
import type { KnownJourney } from '../journeys/journey-reader';
import { groupGaps, type GapGroup } from './group-gaps';

/** The gaps in the chains of one journey's open steps, as its people stand today; none where nothing runs. */
export function gapsOfJourney({ row, state, context }: KnownJourney, directory: Directory, today: Day): GapGroup[] {
  if (state.status !== 'active' && state.status !== 'on-hold') return [];
  const { definition } = context;
  const steps = runningSteps(state).map(({ ref, status, responsible }) => ({
    ref,
    responsible,
    status: status === 'submitted' ? ('submitted' as const) : ('open' as const),
  }));
  const { standing: people, programmeSeats } = directory;
  const names = new Names(definition, directory, state);
  return groupGaps(
    preflight({ definition, seats: state.seats, steps }, { today, programmeSeats, people }).map((gap) => ({
      journeyId: row.id,
      city: { key: row.city.key, nameEn: row.city.nameEn, nameZh: row.city.nameZh },
      definition,
      gap,
      title: names.stepTitle(gap.step),
    })),
  );
}
