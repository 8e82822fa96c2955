import { addWorkingDays, type Day } from '@citypath/calendar';
import { dueByRule } from '../due';
import type { FactBody } from '../fact';
import type { TextRef } from '../ids';
import { nextRound } from '../next-round';
import { ownerOf } from '../owners';
import type { RuleContext } from '../rule-context';
import type { JourneyState, StepState } from '../state';

/**
 * A settled step is wanted for another round, from `on`. Where its day by rule has passed (it counts from something
 * long ago) it gets as many working days as an acceptance takes, or all its reminders would lie behind it.
 */
export function reopened(
  context: RuleContext,
  state: JourneyState,
  step: StepState,
  on: Day,
  { reason, tell }: { reason: TextRef; tell: boolean },
): FactBody {
  const byRule = dueByRule(context, state, step.ref, on);
  const hasPassed = byRule !== null && byRule < on;
  return {
    kind: 'step-reopened',
    step: step.ref,
    round: nextRound(state, step.ref),
    reason,
    dueOn: hasPassed ? addWorkingDays(context.calendar, on, context.definition.acceptance.workingDays) : byRule,
    ...(hasPassed ? { extended: true } : {}),
    happenedOn: on,
    owner: ownerOf(context, state, step.ref),
    tell,
  };
}
