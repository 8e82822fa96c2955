import type { PostReportedCommand } from '../ladder/ladder-command';
import type { JourneyState } from '../state';
import { accepted, type Answer } from './answer';

/** What the courier learned. Never refused; only what a ladder waits for becomes a fact. */
export function postReported(state: JourneyState, { outcomes }: PostReportedCommand): Answer {
  if (state.status !== 'active' && state.status !== 'on-hold') return accepted();
  const awaited = outcomes.filter(({ step, seq }) => step !== null && state.steps[step]?.ladder?.awaiting?.seq === seq);
  return awaited.length === 0 ? accepted() : accepted({ kind: 'post-reported', outcomes: awaited });
}
