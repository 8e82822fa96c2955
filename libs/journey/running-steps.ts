import type { JourneyState, StepState } from './state';

/** Open and submitted steps: the ones whose clock runs. */
export function runningSteps(state: JourneyState): StepState[] {
  return Object.values(state.steps).filter((step) => step.status === 'open' || step.status === 'submitted');
}
