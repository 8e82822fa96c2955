import type { Fact } from '../fact';
import { parseStepRef, type StepRef } from '../ids';
import type { JourneyState, StepState } from '../state';
import type { MovedStep } from './moved-step';

/** The journey by another version of its programme; which steps it moved is remembered, since older facts name them as they were. */
export function definitionAdopted(
  state: JourneyState,
  { seq, hash, steps }: Extract<Fact, { kind: 'definition-adopted' }>,
): JourneyState {
  if (steps === undefined) return { ...state, definitionHash: hash };
  const moved = [...(state.moved ?? []), { seq, steps }];
  return { ...withStepsMoved(state, steps), definitionHash: hash, moved };
}

/** The journey with its steps under their new names, and without those that are let go. What a step has goes with it. */
export function withStepsMoved(state: JourneyState, moved: readonly MovedStep[]): JourneyState {
  const to = new Map(moved.map((step) => [step.from, step.to]));
  const named = <Value>(record: Record<StepRef, Value>): [StepRef, Value][] =>
    Object.entries(record).flatMap(([ref, value]): [StepRef, Value][] => {
      const now = to.has(ref) ? to.get(ref) : ref;
      return now == null ? [] : [[now, value]];
    });
  const steps = named(state.steps).map(([ref, step]): [StepRef, StepState] => [
    ref,
    ref === step.ref ? step : { ...step, ref, step: parseStepRef(ref).step },
  ]);
  return {
    ...state,
    steps: Object.fromEntries(steps),
    ...(state.questions && {
      questions: state.questions.map((question) => ({ ...question, step: to.get(question.step) ?? question.step })),
    }),
    ...(state.cadence?.steps && {
      cadence: { ...state.cadence, steps: Object.fromEntries(named(state.cadence.steps)) },
    }),
  };
}
