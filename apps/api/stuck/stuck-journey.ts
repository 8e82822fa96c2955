import type { StuckCause } from '@citypath/contracts';
import { seatDefinition, type Stuck } from '@citypath/journey';
import type { JourneyHead } from '@citypath/store';
import type { KnownJourney } from '../journeys/journey-reader';
import type { NamedPeople } from '../journeys/names';

/** A running journey with what holds it up. */
export interface StuckJourney {
  journey: KnownJourney;
  found: Stuck;
}

/**
 * What holds a journey up by its own facts and by the people's records: a seat of the programme is vacant there, and
 * nowhere in the journey.
 */
export function withProgrammeSeats(
  found: Stuck,
  { definition }: Pick<KnownJourney['context'], 'definition'>,
  programmeSeats: NamedPeople['programmeSeats'],
): Stuck {
  if (!('why' in found) || found.vacant !== null) return found;
  const { seat, holder } = found.why.who;
  const isEmpty = holder === null && !programmeSeats[seat] && seatDefinition(definition, seat)?.of === 'programme';
  return isEmpty ? { ...found, cause: 'vacancy', vacant: seat } : found;
}

/** Its place in the list: what has to be mended first, then what is due first, then the city. */
export interface StuckRank extends Record<string, string | number> {
  cause: number;
  dueOn: string;
  name: string;
  id: string;
}

export function stuckRank(found: Stuck, { id, nameEn }: Pick<JourneyHead, 'id' | 'nameEn'>): StuckRank {
  const dueOn = 'why' in found && 'dueOn' in found.why ? found.why.dueOn : '9999';
  return { cause: CAUSES.indexOf(found.cause), dueOn, name: nameEn, id };
}

/** In the order of the list. */
export const CAUSES: StuckCause[] = [
  'contact-lost',
  'to-release',
  'ladder-ended',
  'vacancy',
  'never-met',
  'acceptance-overdue',
  'overdue',
  'on-hold',
  'to-accept',
  'to-be-confirmed',
  'on-its-way',
  'nothing-open',
];
