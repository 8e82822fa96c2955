import { z } from 'zod';
import { longText } from './primitives';

/** What an administrator does to the run of a journey: rebuild it, end it, or have tried again now what fails. */
export const runAct = z.enum(['rebuild', 'terminate', 'retry']).meta({ id: 'RunAct' });
export type RunAct = z.infer<typeof runAct>;

/** `POST /api/v1/journeys/:id/run/rebuild`, `…/terminate`, `…/retry` */
export const runActRequest = z.strictObject({ reason: longText }).meta({ id: 'RunActRequest' });
export type RunActRequest = z.input<typeof runActRequest>;

/** How it stands after the act. */
export const runActResponse = z
  .object({
    journeyId: z.string(),
    /** How many facts the journal holds. */
    head: z.number(),
    /** Grows with each rebuild. */
    generation: z.number(),
    /** False: it was ended, or the journey has come to its end and nothing has to run. */
    runs: z.boolean(),
    /** The same request had done it before. */
    repeated: z.boolean(),
  })
  .meta({ id: 'RunActResponse' });
export type RunActResponse = z.infer<typeof runActResponse>;
