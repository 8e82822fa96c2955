import { explainSpan, explainWorkingDays, isProvisional, type Text } from '@citypath/calendar';
import { countByRule, type Count } from './due';
import type { RuleContext } from './rule-context';
import type { JourneyState, StepState } from './state';

/** How a day came about, for whoever reads it. */
export interface ExplainedDue {
  /** '3 working days from 30 Sep; 1–7 Oct is holiday' */
  reckoning: Text;
  /** The day in words, a colon and the reckoning. */
  sentence: Text;
  /** Nothing but an ordinary week played a part, and the day stands. */
  isPlain: boolean;
}

/**
 * How the day that counts now came about: of an open step its due day, of a submitted one the day by which it is to be
 * accepted. @returns null where nothing was counted: people agreed the day, it is fixed, or it is not known
 */
export function explainDue(context: RuleContext, state: JourneyState, step: StepState): ExplainedDue | null {
  const accepting = step.status === 'submitted';
  if (!accepting && (step.status !== 'open' || step.agreed)) return null;
  const count = accepting ? countOfAcceptance(context, step) : countByRule(context, state, step);
  if (count === null) return null;
  const held = accepting ? step.acceptanceHeldWorkingDays : step.heldWorkingDays;
  const explained = explain(context, count, held);
  // A day that stands from before its rule changed is not told as if the rule gave it.
  return explained.to === (accepting ? step.acceptanceDueOn : step.dueOn) ? explained : null;
}

function countOfAcceptance({ definition }: RuleContext, { submittedOn }: StepState): Count | null {
  const amount = definition.acceptance.workingDays;
  return submittedOn === null ? null : { from: submittedOn, amount, unit: 'working-days' };
}

function explain({ calendar }: RuleContext, { from, amount, unit }: Count, held: number) {
  if (unit !== 'working-days') {
    const explained = explainSpan(calendar, from, { amount, unit }, held);
    return { ...explained, isPlain: held === 0 && !isProvisional(calendar, explained.to) };
  }
  const explained = explainWorkingDays(calendar, from, amount + held, held);
  const { closures, makeUpDays, weekend, provisionalYears } = explained;
  const isPlain = held === 0 && [closures, makeUpDays, weekend, provisionalYears].every((part) => part.length === 0);
  return { ...explained, isPlain };
}
