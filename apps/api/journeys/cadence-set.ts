import type { resetCadenceRequest, setCadenceRequest } from '@citypath/contracts';
import type { StepRef } from '@citypath/journey';
import type { z } from 'zod';
import type { Asked } from '../commands/given-act';

/** The city's own days of reminders, as asked for; without any, those of the programme again. @param step null: for all steps */
export function cadenceSet(
  step: StepRef | null,
  body: z.output<typeof setCadenceRequest | typeof resetCadenceRequest>,
): Asked {
  const { reason } = body;
  const cadence = 'cadence' in body ? body.cadence : null;
  return {
    body,
    texts: { reason },
    command: (ref) => ({
      kind: 'set-cadence',
      step,
      cadence,
      ...(reason !== undefined && { reason: ref('reason') }),
    }),
  };
}
