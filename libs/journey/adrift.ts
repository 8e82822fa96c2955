import { dayAt, type Instant } from '@citypath/calendar';
import type { StepRef } from './ids';
import { ladderView } from './ladder/ladder-view';
import { isMeeting } from './meetings';
import { acceptorOf, ownerOf } from './owners';
import { requireStep, seatDefinition, type RuleContext } from './rule-context';
import { runningSteps } from './running-steps';
import type { JourneyState, StepState } from './state';
import { untoldThresholds } from './thresholds';

/**
 * Open steps of a running journey that nobody and nothing carries on: without an owner, or with neither a moment at
 * which something is told, nor a hold, an awaited event or day, an accepting seat, a person who was asked to decide, or
 * the end of its ladder. The rules leave none; one that is found is a fault of ours.
 */
export function adrift(context: RuleContext, state: JourneyState, now: Instant): StepRef[] {
  if (state.status !== 'active') return [];
  return runningSteps(state)
    .filter((step) => !isCarried(context, state, step, now))
    .map(({ ref }) => ref);
}

function isCarried(context: RuleContext, state: JourneyState, step: StepState, now: Instant): boolean {
  const { kind, optional } = requireStep(context.definition, step.ref);
  const isSubmitted = step.status === 'submitted';
  const { seat } = (isSubmitted ? acceptorOf : ownerOf)(context, state, step.ref);
  if (!seatDefinition(context.definition, seat)) return false;
  // The accepting seat is asked; a step that may be left out presses nobody; a period merely runs.
  if (isSubmitted || optional === true || kind === 'period') return true;
  // A day that is not known yet is awaited itself, and so is a meeting that has its day.
  if (step.dueOn === null) return true;
  const today = dayAt(context.calendar, now);
  if (isMeeting({ kind }) && step.eventOn != null && step.eventOn >= today) return true;
  return untoldThresholds(context, state, step).length > 0 || ladderView(context, state, step, today) !== null;
}
