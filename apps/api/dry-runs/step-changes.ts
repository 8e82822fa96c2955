import { dayAt, type Day, type Instant } from '@citypath/calendar';
import type { StepChange } from '@citypath/contracts';
import {
  acceptorOf,
  allSteps,
  forecastSteps,
  isSettled,
  ownerOf,
  responsibleSeat,
  type JourneyState,
  type RuleContext,
  type SeatKey,
  type StepView,
} from '@citypath/journey';
import type { Names } from '../journeys/names';
import { currentDueOn, stepSign } from '../journeys/step-sign';

interface Standing {
  context: RuleContext;
  state: JourneyState;
}

type Stood = StepChange['before'];

/** What was not there yet. */
const WAITED: Stood = { sign: 'waiting', dueOn: null, doneOn: null, seat: null };

/** Every step that stands otherwise after an act, or is forecast for another day, in the programme's order. */
export function stepChanges(before: Standing, after: Standing, names: Names, now: Instant): StepChange[] {
  const was = standingOf(before, names, now);
  return [...standingOf(after, names, now)].flatMap(([ref, is]) => {
    const stood = was.get(ref) ?? WAITED;
    if (JSON.stringify(stood) === JSON.stringify(is)) return [];
    return [{ ref, title: names.stepTitle(ref), before: stood, after: is }];
  });
}

function standingOf({ context, state }: Standing, names: Names, now: Instant): Map<string, Stood> {
  const today = dayAt(context.calendar, now);
  const done = forecastSteps(context, state, now);
  const stands = (view: StepView): Stood => ({
    sign: stepSign(view, state.hold !== null, today),
    dueOn: currentDueOn(view.step),
    doneOn: doneOn(view, done),
    seat: isSettled(view.step) ? null : names.seatTitle(seatOf(context, state, view)),
  });
  return new Map(allSteps(context, state).map((view) => [view.ref, stands(view)]));
}

/** Who has it now; of what waits, whose it will be. */
function seatOf(context: RuleContext, state: JourneyState, { ref, step: { status } }: StepView): SeatKey {
  if (status === 'waiting') return responsibleSeat(context, state, ref);
  return (status === 'submitted' ? acceptorOf : ownerOf)(context, state, ref).seat;
}

/** The day it was done; of what is still to be done, the forecast; what is not needed is never done. */
function doneOn({ ref, step }: StepView, done: Record<string, Day | null>): Day | null {
  if (step.status === 'skipped' || step.status === 'waived') return null;
  return step.status === 'done' ? step.doneOn : (done[ref] ?? null);
}
