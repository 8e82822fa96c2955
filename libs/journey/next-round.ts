import type { StepState } from './state';

/** The number of a step's next round: greater than that of each round that ever began, also of one that was taken back. */
export function nextRound(step: Pick<StepState, 'round' | 'lastRound'> | undefined): number {
  return Math.max(step?.round ?? 0, step?.lastRound ?? 0) + 1;
}
