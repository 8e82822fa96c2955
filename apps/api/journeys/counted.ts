import type { Text } from '@citypath/contracts';
import { explainDue, type StepView } from '@citypath/journey';
import type { KnownJourney } from './journey-reader';

/** How the day that counts now was counted, as a sentence; null where it was agreed, or is to be confirmed. */
export function countedText(
  { context, state }: Pick<KnownJourney, 'context' | 'state'>,
  { step }: StepView,
): Text | null {
  return explainDue(context, state, step)?.sentence ?? null;
}
