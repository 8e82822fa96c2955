import type { CalendarData } from '@citypath/calendar';
import type { ProgrammeDefinition, SeatDefinition, StepDefinition } from './grammar';
import { parseStepRef, type StepRef } from './ids';

/** The newest version of the rules. A run keeps the version of its input; only a run that continues as new takes a newer one. */
export const NEWEST_RULES = 1;

/** What the rules read besides the state: all of it pinned, none of it a clock. */
export interface RuleContext {
  rules: number;
  definition: ProgrammeDefinition;
  calendar: CalendarData;
}

/** @returns the definition of a step (or of an occurrence's step), undefined where the programme has none. */
export function stepDefinition(definition: ProgrammeDefinition, ref: StepRef): StepDefinition | undefined {
  const { step } = parseStepRef(ref);
  return definition.steps.find((candidate) => candidate.key === step);
}

/** @returns the definition of a step that a checked definition is known to have. @throws Error when it has none. */
export function requireStep(definition: ProgrammeDefinition, ref: StepRef): StepDefinition {
  const found = stepDefinition(definition, ref);
  if (!found) throw new Error(`Programme ${definition.key} has no step ${ref}.`);
  return found;
}

/** @returns the definition of a seat, undefined where the programme has none. */
export function seatDefinition(definition: ProgrammeDefinition, seat: string): SeatDefinition | undefined {
  return definition.seats.find((candidate) => candidate.key === seat);
}
