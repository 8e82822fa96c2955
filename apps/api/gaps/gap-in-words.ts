import type { Day } from '@citypath/calendar';
import type { Gap } from '@citypath/contracts';
import { Names, type Directory } from '../journeys/names';
import type { Reader } from '../session/reader';
import { gapMends } from './gap-mends';
import { gapSentence } from './gap-sentence';
import type { GapGroup } from './group-gaps';

/** A gap as whoever runs the programme is told of it. */
export function gapInWords(group: GapGroup, directory: Directory, reader: Reader, today: Day): Gap {
  const { id, gap, definition, cities, steps } = group;
  const names = new Names(definition, directory);
  const ofProgramme = new Set(Object.values(directory.programmeSeats).filter((person) => person !== null));
  const [only] = cities.size === 1 ? cities : [];
  return {
    id: `${definition.key}:${id}`,
    kind: gap.kind,
    programme: { key: definition.key, title: definition.title },
    city: only?.[1] ?? null,
    journeyId: only?.[0] ?? null,
    cities: cities.size,
    steps: new Set([...steps.values()].flatMap((ofPlace) => [...ofPlace.keys()])).size,
    sentence: gapSentence(group, names, today),
    mends: gapMends(group, names, reader, ofProgramme),
  };
}
