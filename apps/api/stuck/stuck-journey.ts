import { dayAt, type Instant } from '@citypath/calendar';
import type { StuckCause } from '@citypath/contracts';
import { seatDefinition, stuck, type Stuck } from '@citypath/journey';
import type { KnownJourney } from '../journeys/journey-reader';
import type { NamedPeople } from '../journeys/names';

/** A running journey with what holds it up. */
export interface StuckJourney {
  journey: KnownJourney;
  found: Stuck;
}

/**
 * What holds a journey up by its own facts and by the people's records: a seat of the programme is vacant there, and
 * nowhere in the journey. Null where it does not run.
 */
export function stuckJourney(
  journey: KnownJourney,
  programmeSeats: NamedPeople['programmeSeats'],
  now: Instant,
): StuckJourney | null {
  const { context, state } = journey;
  const found = stuck(context, state, now);
  if (found === null || !('why' in found) || found.vacant !== null) return found && { journey, found };
  const { seat, holder } = found.why.who;
  const isEmpty =
    holder === null && !programmeSeats[seat] && seatDefinition(context.definition, seat)?.of === 'programme';
  return { journey, found: isEmpty ? { ...found, cause: 'vacancy', vacant: seat } : found };
}

/** Its place in the list: what has to be mended first, then what is due first, then the city. */
export interface StuckRank extends Record<string, string | number> {
  cause: number;
  dueOn: string;
  name: string;
  id: string;
}

export function stuckRank({ journey: { row }, found }: StuckJourney): StuckRank {
  const dueOn = 'why' in found && 'dueOn' in found.why ? found.why.dueOn : '9999';
  return { cause: CAUSES.indexOf(found.cause), dueOn, name: row.city.nameEn, id: row.id };
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

/** Today in the city of a journey. */
export function todayOf({ context }: KnownJourney, now: Instant): ReturnType<typeof dayAt> {
  return dayAt(context.calendar, now);
}
