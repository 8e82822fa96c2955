import type { Text } from '@citypath/calendar';
import { explainDue, type StepState } from '@citypath/journey';
import type { Dossier } from './dossier';

/** How the day that counts now was counted, where more than an ordinary week played a part, or where it may still move. */
export function reckoningOfStep(
  { context, state }: Pick<Dossier, 'context' | 'state'>,
  step: StepState | undefined,
): Text | null {
  const explained = step === undefined ? null : explainDue(context, state, step);
  return explained === null || explained.isPlain ? null : explained.reckoning;
}
