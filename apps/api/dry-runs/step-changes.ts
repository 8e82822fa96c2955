import { dayAt, type Day, type Instant } from '@citypath/calendar';
import type { StepChange, Text } from '@citypath/contracts';
import {
  acceptorOf,
  allSteps,
  forecastSteps,
  isSettled,
  ownerOf,
  responsibleSeat,
  stepDefinition,
  type JourneyState,
  type RuleContext,
  type SeatKey,
  type StepRef,
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

/**
 * Every step that stands otherwise after an act, or is forecast for another day, in the programme's order; and what a
 * new version of the programme calls otherwise, has for the first time, or has no more.
 */
export function stepChanges(before: Standing, after: Standing, names: Names, now: Instant): StepChange[] {
  const former = namesBefore(before, after);
  const was = standingOf(before, names, now);
  const is = standingOf(after, names, now);
  const changes = [...is].flatMap(([ref, stands]): StepChange[] => {
    const wasRef = former.get(ref) ?? ref;
    const stood = was.get(wasRef) ?? WAITED;
    const isNew = stepDefinition(before.context.definition, wasRef) === undefined;
    const formerTitle = isNew ? null : titleBefore(before, after, wasRef, ref);
    if (!isNew && formerTitle === null && JSON.stringify(stood) === JSON.stringify(stands)) return [];
    const fate = isNew ? 'new' : 'stays';
    return [{ ref, title: names.stepTitle(ref), formerTitle, fate, before: stood, after: stands }];
  });
  const letGo = [...was].flatMap(([ref, stood]): StepChange[] => {
    if (is.has(ref) || [...former.values()].includes(ref)) return [];
    if (stepDefinition(after.context.definition, ref) !== undefined) return [];
    const title = stepDefinition(before.context.definition, ref)?.title ?? { en: ref, zh: ref };
    return [{ ref, title, formerTitle: null, fate: 'let-go', before: stood, after: WAITED }];
  });
  return [...changes, ...letGo];
}

/** What steps were called before an act: the same, unless it takes a version that has them under other names. */
function namesBefore(before: Standing, after: Standing): Map<StepRef, StepRef> {
  const moved = (after.state.moved ?? []).slice(before.state.moved?.length ?? 0).flatMap(({ steps }) => steps);
  return new Map(moved.flatMap(({ from, to }): [StepRef, StepRef][] => (to === null ? [] : [[to, from]])));
}

/** Null: it is called the same. */
function titleBefore(before: Standing, after: Standing, wasRef: string, ref: string): Text | null {
  const title = stepDefinition(before.context.definition, wasRef)?.title ?? null;
  const now = stepDefinition(after.context.definition, ref)?.title;
  return title !== null && (title.en !== now?.en || title.zh !== now.zh) ? title : null;
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
