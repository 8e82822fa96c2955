import type { GapKind } from '@citypath/post';
import type { GapGroup } from './group-gaps';

/** The place of a gap in the list: what hurts most, then what touches most steps, then the city. */
export interface GapRank extends Record<string, string | number> {
  hurts: number;
  steps: number;
  name: string;
  id: string;
}

const HURTS: Record<GapKind, number> = { 'nobody-above': 1, vacant: 2, unreachable: 3, away: 4, loop: 5 };

export function gapRank({ id, gap, definition, cities, steps }: GapGroup): GapRank {
  const [city] = cities.values();
  return {
    hurts: HURTS[gap.kind],
    steps: [...steps.values()].reduce((sum, ofPlace) => sum + ofPlace.size, 0),
    name: city?.nameEn ?? '',
    id: `${definition.key}:${id}`,
  };
}
