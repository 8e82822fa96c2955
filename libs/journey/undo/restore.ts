import { waitingStep } from '../empty-state';
import type { FormerStep, JourneyState, StepState, UndoableAct } from '../state';

/**
 * The journey with what an act replaced in its place again. A round that the act began is spent: should the step open
 * anew, its letters are others. Meetings stay as they are; who was told that one is off is invited anew.
 */
export function restored(state: JourneyState, { steps, journey, questions = [] }: UndoableAct): JourneyState {
  const { cadence, ...rest } = journey;
  const back = Object.entries(steps).map(([ref, former]) => [
    ref,
    stepRestored(state.steps[ref] ?? waitingStep(ref), former),
  ]);
  return {
    ...withCadenceOf(state, cadence),
    ...rest,
    steps: { ...state.steps, ...(Object.fromEntries(back) as Record<string, StepState>) },
    ...(questions.length === 0 ? {} : { questions: [...(state.questions ?? []), ...questions] }),
  };
}

function stepRestored(now: StepState, { was, without = [] }: FormerStep): StepState {
  const kept = Object.fromEntries(Object.entries(now).filter(([field]) => !without.includes(field as keyof StepState)));
  const { meeting: _, ...back } = was;
  const step = { ...kept, ...(now.meeting ? { meeting: now.meeting } : {}), ...back } as StepState;
  const spent = Math.max(now.round, now.lastRound ?? 0);
  return spent > step.round ? { ...step, lastRound: spent } : step;
}

function withCadenceOf(state: JourneyState, cadence: UndoableAct['journey']['cadence']): JourneyState {
  if (cadence === undefined) return state;
  const { cadence: _, ...rest } = state;
  return cadence === null ? rest : { ...rest, cadence };
}
