import { dayAt, isDay, type Day } from '@citypath/calendar';
import type { CommandStamp } from '../command';
import type { FactBody } from '../fact';
import type { Decision, Refusal, RefusalCode } from '../refusal';
import { stepDefinition, type RuleContext } from '../rule-context';
import { waitingStep } from '../empty-state';
import type { StepDefinition } from '../grammar';
import { parseStepRef, type StepRef } from '../ids';
import { itemRefs } from '../needs';
import type { JourneyState, StepState } from '../state';

export type Answer = Decision<FactBody>;

/** The command is taken; these facts are what it caused. */
export function accepted(...facts: FactBody[]): Answer {
  return { kind: 'accepted', facts };
}

/** The command is not taken, and why. */
export function refused(code: RefusalCode, field?: string, params?: Refusal['params']): Answer & { kind: 'refused' } {
  return {
    kind: 'refused',
    refusal: { code, ...(field === undefined ? {} : { field }), ...(params === undefined ? {} : { params }) },
  };
}

/** The day in the city when the command was given. */
export function today(context: RuleContext, stamp: CommandStamp): Day {
  return dayAt(context.calendar, stamp.now);
}

/**
 * Refuses a day on which something is said to have happened when it cannot be: not a day, still to come, or before
 * the city joined. `null` (not known) is fine.
 */
export function refusedPastDay(
  context: RuleContext,
  joinedOn: Day | null,
  day: Day | null,
  stamp: CommandStamp,
  field: string,
): Answer | null {
  if (day === null) return null;
  if (!isDay(day)) return refused('day-malformed', field);
  if (day > today(context, stamp)) return refused('day-in-the-future', field, { day });
  if (joinedOn !== null && day < joinedOn) return refused('day-before-joining', field, { day, joinedOn });
  return null;
}

export interface FoundStep {
  definition: StepDefinition;
  step: StepState;
}

/**
 * Finds the step of a command: one that was opened or settled before, or one that is still waiting.
 * @returns a refusal when the programme has no such step, or the step no such occurrence
 */
export function findStep(
  context: RuleContext,
  state: JourneyState,
  ref: StepRef,
): FoundStep | (Answer & { kind: 'refused' }) {
  const definition = stepDefinition(context.definition, ref);
  if (!definition) return refused('step-unknown', '/step', { step: ref });
  const known = state.steps[ref];
  if (known) return { definition, step: known };
  const { occurrence } = parseStepRef(ref);
  // Occurrences of a repeating step exist from the day they open; those of a list from the day the list is known.
  const mayWait = definition.perItem
    ? itemRefs(state, definition).some((item) => item.ref === ref)
    : !definition.repeats && occurrence === null;
  return mayWait ? { definition, step: waitingStep(ref) } : refused('step-unknown', '/step', { step: ref });
}

/** Whether the step was found. */
export function isFound(found: FoundStep | Answer): found is FoundStep {
  return 'definition' in found;
}
