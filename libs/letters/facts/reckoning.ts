import { whyProvisional, type Text } from '@citypath/calendar';
import { explainDue, type StepState } from '@citypath/journey';
import type { Dossier } from './dossier';

/**
 * How the day that counts now was counted, where more than an ordinary week played a part. Of one that may still move:
 * why, also where people agreed it.
 */
export function reckoningOfStep(
  { context, state }: Pick<Dossier, 'context' | 'state'>,
  step: StepState | undefined,
): Text | null {
  if (step?.status !== 'open' && step?.status !== 'submitted') return null;
  const explained = explainDue(context, state, step);
  if (explained !== null) return explained.isPlain ? null : explained.reckoning;
  const dueOn = step.status === 'submitted' ? step.acceptanceDueOn : step.dueOn;
  return dueOn === null ? null : whyProvisional(context.calendar, dueOn);
}
