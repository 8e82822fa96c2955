import { runningSteps } from '../running-steps';
import type { JourneyState, StepState } from '../state';
import type { PostReportedCommand, ReportedOutcome } from './ladder-command';

/**
 * The report of a post that delivers everything on the day on which it was told: what a forecast supposes, and what a
 * story without a courier gives the journey.
 * @returns null where no ladder waits for a report
 */
export function presumedReport(state: JourneyState): PostReportedCommand | null {
  const outcomes = runningSteps(state).flatMap((step): ReportedOutcome[] => {
    const awaiting = step.ladder?.awaiting;
    if (!awaiting) return [];
    const { seq, seat, on, of } = awaiting;
    const { ref, round } = step;
    const kind = of === 'rung' ? 'escalation' : 'overdue';
    return [{ seq, step: ref, round, kind, seat, holder: awaiting.holder, outcome: 'delivered', on }];
  });
  return outcomes.length === 0 ? null : { kind: 'post-reported', outcomes, mended: [] };
}

/** A step as it stands if the letter for which its ladder waits was delivered on the day on which it was told. */
export function presumedDelivered(step: StepState): StepState {
  if (!step.ladder?.awaiting) return step;
  const { awaiting, ...ladder } = step.ladder;
  return { ...step, ladder: { ...ladder, ...(awaiting.lastRung ? { endedOn: awaiting.on } : {}) } };
}
