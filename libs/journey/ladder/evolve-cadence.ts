import type { Fact } from '../fact';
import type { StepRef } from '../ids';
import { laterOf } from '../later-of';
import type { JourneyState, StepState } from '../state';
import type { OwnCadence } from './ladder-state';

/** What lies behind is not told by the new cadence. */
export function withCadence(state: JourneyState, fact: Extract<Fact, { kind: 'cadence-set' }>): JourneyState {
  const { all, steps = {} } = state.cadence ?? {};
  const { [fact.of ?? '']: _, ...others } = steps;
  const own: OwnCadence =
    fact.of === null
      ? { ...(fact.cadence ? { all: fact.cadence } : {}), steps }
      : { ...(all ? { all } : {}), steps: fact.cadence ? { ...others, [fact.of]: fact.cadence } : others };
  const told = Object.entries(state.steps).map(([ref, step]): [StepRef, StepState] => {
    const isMeant = fact.of === null || fact.of === ref || fact.of === step.step;
    return [ref, isMeant ? { ...step, toldUntilAt: laterOf(step.toldUntilAt, fact.recordedAt) } : step];
  });
  return { ...state, cadence: own, steps: Object.fromEntries(told) };
}
