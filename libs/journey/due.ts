import { addDays, addMonths, addWorkingDays, quarterEnd, type Day, type Quarter } from '@citypath/calendar';
import { assertNever } from './assert-never';
import type { Anchor, StepDefinition } from './grammar';
import { parseStepRef, type StepRef } from './ids';
import { requireStep, type RuleContext } from './rule-context';
import type { JourneyState, StepState } from './state';

/**
 * The day that now stands by rule for an open step, holds included, or for the acceptance of a submitted one.
 * @returns null while the day cannot be known: "to be confirmed"
 */
export function standingDue(context: RuleContext, state: JourneyState, step: StepState): Day | null {
  const { calendar, definition } = context;
  if (step.status === 'submitted' && step.submittedOn !== null)
    return addWorkingDays(
      calendar,
      step.submittedOn,
      definition.acceptance.workingDays + step.acceptanceHeldWorkingDays,
    );
  const day = step.openedOn === null ? null : dueByRule(context, state, step.ref, step.openedOn);
  return day === null ? null : addWorkingDays(calendar, day, step.heldWorkingDays);
}

/** What a day was counted from, and how far. */
export interface Count {
  from: Day;
  amount: number;
  unit: 'working-days' | 'calendar-days' | 'months';
}

/** What the rule of a step's due day counts; null where it counts nothing, or from a day that is not known. */
export function countByRule({ definition }: RuleContext, state: JourneyState, step: StepState): Count | null {
  const own = requireStep(definition, step.ref);
  const { due } = own;
  if (due.rule === 'before-quarter-end') {
    const { occurrence } = parseStepRef(step.ref);
    const from = occurrence === null ? null : quarterEnd(occurrence as Quarter);
    return from === null ? null : { from, amount: -due.workingDays, unit: 'working-days' };
  }
  if (due.rule !== 'after' || step.openedOn === null) return null;
  const from = anchorDay(state, due.anchor, step.openedOn);
  if (from === null) return null;
  const months = 12 * yearsBefore(own, step.ref);
  return due.unit === 'months'
    ? { from, amount: months + due.amount, unit: 'months' }
    : { from: months === 0 ? from : addMonths(from, months), amount: due.amount, unit: due.unit };
}

/**
 * The day a step is due by its rule, in the city's calendar, without what people agreed and without holds.
 * @param openedOn the day it opens or opened
 * @returns null while the day cannot be known: "to be confirmed"
 */
export function dueByRule(context: RuleContext, state: JourneyState, ref: StepRef, openedOn: Day): Day | null {
  const step = requireStep(context.definition, ref);
  const { rule } = step.due;
  switch (rule) {
    case 'on':
      return step.due.day;
    case 'to-be-confirmed':
      return null;
    case 'event-day':
      return state.steps[ref]?.eventOn ?? null;
    case 'before-quarter-end': {
      const { occurrence } = parseStepRef(ref);
      return occurrence === null
        ? null
        : addWorkingDays(context.calendar, quarterEnd(occurrence as Quarter), -step.due.workingDays);
    }
    case 'after': {
      const from = anchorDay(state, step.due.anchor, openedOn);
      return from === null ? null : countedAfter(context, from, step, ref);
    }
    default:
      return assertNever(rule);
  }
}

/** The day that an `after` rule gives for an anchor's day. */
export function countedAfter(context: RuleContext, from: Day, step: StepDefinition, ref: StepRef): Day {
  const { due } = step;
  if (due.rule !== 'after') throw new Error(`Step ${ref} is not due after something.`);
  const years = yearsBefore(step, ref);
  const start = years === 0 ? from : addMonths(from, 12 * years);
  switch (due.unit) {
    case 'working-days':
      return addWorkingDays(context.calendar, start, due.amount);
    case 'calendar-days':
      return addDays(start, due.amount);
    case 'months':
      return addMonths(from, 12 * years + due.amount);
    default:
      return assertNever(due.unit);
  }
}

/** The second occurrence of a yearly step counts from a year later than the first, unless it counts from its own opening. */
function yearsBefore(step: StepDefinition, ref: StepRef): number {
  const { due } = step;
  if (due.rule === 'after' && due.anchor.of === 'opening' && due.anchor.step === undefined) return 0;
  return step.repeats?.every === 'year' ? Number(parseStepRef(ref).occurrence ?? '1') - 1 : 0;
}

function anchorDay(state: JourneyState, anchor: Anchor, openedOn: Day): Day | null {
  switch (anchor.of) {
    case 'joining':
      return state.joinedOn;
    case 'opening':
      return anchor.step === undefined ? openedOn : (state.steps[anchor.step]?.openedOn ?? null);
    case 'completion':
      return state.steps[anchor.step]?.doneOn ?? null;
    case 'event':
      return state.steps[anchor.step]?.eventOn ?? null;
    default:
      return assertNever(anchor);
  }
}
