import { stepDefinition, type JourneyId, type RuleContext, type SeatKey, type StepRef } from '@citypath/journey';
import type { Sight } from '@citypath/store';
import type { Reader } from '../session/reader';
import { holdsProgrammeSeat, runsProgramme } from './programme-seats';

/** What sight asks of a journey. */
export interface JourneyPlace {
  id: JourneyId;
  programmeKey: string;
}

/** A journey with the definition that says whose words are for whom. */
export interface SeenWithin {
  row: JourneyPlace;
  context: Pick<RuleContext, 'definition'>;
}

/**
 * Whether a person may know of a journey: its page, its history, what lies ahead. Whoever sits in a seat of the city
 * sees that city only, whoever sits in a seat of the programme all of its cities, an administrator everything.
 */
export function maySeeJourney(reader: Reader, { id, programmeKey }: JourneyPlace): boolean {
  return (
    reader.administrator || holdsProgrammeSeat(reader, programmeKey) || reader.citySeats.some((s) => s.journeyId === id)
  );
}

/** The same for lists: what maySeeJourney would leave of all journeys. Null: every one. */
export function sightOf(reader: Reader): Sight | null {
  if (reader.administrator) return null;
  return {
    programmes: reader.seats.map(({ programme }) => programme),
    journeyIds: reader.citySeats.map(({ journeyId }) => journeyId),
  };
}

/** Whether a person may know of a programme; of its cities, maySeeJourney says more. */
export function maySeeProgramme(reader: Reader, programme: string): boolean {
  return (
    reader.administrator ||
    holdsProgrammeSeat(reader, programme) ||
    reader.citySeats.some((seat) => seat.programme === programme)
  );
}

/**
 * Whether a person may read what was handed in and said with a step: evidence, papers, comments, reasons. A seat that
 * only looks on (an evaluator) reads those of the steps that the programme names it in, the quarterly reviews.
 *
 * @param ref null: words that belong to no step, such as the reason of a hold
 */
export function maySeeStep(reader: Reader, { row, context }: SeenWithin, ref: StepRef | null): boolean {
  if (!maySeeJourney(reader, row)) return false;
  const { definition } = context;
  const isOfTheCity = reader.citySeats.some(({ journeyId }) => journeyId === row.id);
  if (reader.administrator || isOfTheCity || runsProgramme(reader, definition)) return true;
  const step = ref === null ? null : stepDefinition(definition, ref);
  return (step?.contributors ?? []).some((seat) => holdsProgrammeSeat(reader, definition.key, seat));
}

/** Whether a person may read the handover pack of a seat: it names what is open, whom to ask, and their addresses. */
export function maySeePack(reader: Reader, { row, context }: SeenWithin, key: SeatKey): boolean {
  if (!maySeeJourney(reader, row)) return false;
  if (reader.administrator || runsProgramme(reader, context.definition)) return true;
  return reader.citySeats.some(({ journeyId, seat }) => journeyId === row.id && seat === key);
}
