import type { StepRef } from './ids';
import type { JourneyState } from './state';
import { letGo } from './step-mapping/steps-today';

/**
 * The number of a step's next round: greater than that of each round that ever began, also of one that was taken back, or
 * of the step that was let go under its name.
 */
export function nextRound(state: JourneyState, ref: StepRef): number {
  const { round = 0, lastRound = 0 } = state.steps[ref] ?? {};
  return Math.max(round, lastRound, letGo(state, ref)?.round ?? 0) + 1;
}
