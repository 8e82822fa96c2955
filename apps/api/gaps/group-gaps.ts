import type { City, Text } from '@citypath/contracts';
import { seatDefinition, type JourneyId, type ProgrammeDefinition, type StepRef } from '@citypath/journey';
import type { ChainPlace, Gap } from '@citypath/post';

/** A gap that the preflight found in one journey. */
export interface GapFound {
  journeyId: JourneyId;
  city: City;
  definition: ProgrammeDefinition;
  gap: Gap;
  title: Text;
}

/** The same gap wherever it was found: somebody who is missed in many chains is one thing to mend. */
export interface GapGroup {
  id: string;
  definition: ProgrammeDefinition;
  /** One of them: all have the same kind, seat and person; of those where nobody is above the seats differ. */
  gap: Gap;
  cities: Map<JourneyId, City>;
  /** By what the seat does for them. */
  steps: Map<ChainPlace, Map<string, Text>>;
}

/**
 * What belongs to a seat of the programme is one group over all cities, what belongs to a city's seat one of that
 * city. That nobody is above follows from other gaps, and is one group.
 */
export function groupGaps(found: readonly GapFound[]): GapGroup[] {
  const groups = new Map<string, GapGroup>();
  for (const { journeyId, city, definition, gap, title } of found) {
    const ofProgramme = seatDefinition(definition, gap.seat)?.of === 'programme';
    const id =
      gap.kind === 'nobody-above'
        ? gap.kind
        : [gap.kind, ofProgramme ? '' : journeyId, gap.seat, whatElse(gap)].join(':');
    const group: GapGroup = groups.get(id) ?? { id, definition, gap, cities: new Map(), steps: new Map() };
    groups.set(id, group);
    group.cities.set(journeyId, city);
    const steps = group.steps.get(gap.place) ?? new Map<StepRef, Text>();
    group.steps.set(gap.place, steps.set(`${journeyId}/${gap.step}`, title));
  }
  return [...groups.values()];
}

function whatElse(gap: Exclude<Gap, { kind: 'nobody-above' }>): string {
  switch (gap.kind) {
    case 'vacant':
      return '';
    case 'unreachable':
      return `${gap.person}:${gap.because}`;
    case 'away':
      return gap.person;
    case 'loop':
      return `${gap.person}:${gap.alsoSeat}`;
  }
}
