import { explainWorkingDays, type Day } from '@citypath/calendar';
import type { Text } from '@citypath/contracts';
import { countedFrom, type StepView } from '@citypath/journey';
import type { KnownJourney } from './journey-reader';

/** How the day that counts now was counted, as a sentence; null where it was agreed, or is to be confirmed. */
export function countedText(
  { context, state }: Pick<KnownJourney, 'context' | 'state'>,
  { ref, step }: StepView,
): Text | null {
  const counted =
    step.status === 'submitted'
      ? fromSubmission(step.submittedOn, context.definition.acceptance.workingDays)
      : countedFrom(context, state, ref);
  if (counted === null) return null;
  const explained = explainWorkingDays(context.calendar, counted.from, counted.workingDays);
  const dueOn = step.status === 'submitted' ? step.acceptanceDueOn : step.dueOn;
  // A hold has moved the accepting seat's day: the plain count no longer leads there.
  return explained.to === dueOn ? explained.sentence : null;
}

function fromSubmission(submittedOn: Day | null, workingDays: number): { from: Day; workingDays: number } | null {
  return submittedOn === null ? null : { from: submittedOn, workingDays };
}
