import { z } from 'zod';
import { dayOut, longText, text } from './primitives';

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

/** `POST /api/v1/journeys/:id/run/<act>/dry-run`: what the act would do to the run. Nothing is changed. */
export const runDryRunResponse = z
  .object({
    /** Send it with the act as `If-Match: "<seen>"`: the act is refused where it would do anything else by then. */
    seen: z.string(),
    /** What becomes of the run. */
    sentence: text,
    /** Where the journey stands by its journal, before the act and after it. Null: there is no such journey. */
    stands: z
      .object({
        sentence: text,
        /** Its open steps. */
        steps: z.array(z.object({ ref: z.string(), title: text, dueOn: dayOut.nullable() })),
        /** Days from this one on are provisional: the holidays of their years are not published. */
        provisionalFromOn: dayOut,
      })
      .nullable(),
    /** What fails and is tried now. */
    activities: z.array(z.object({ type: z.string(), attempt: z.number(), lastFailure: z.string().nullable() })),
    /** What no later act takes back. */
    final: z.array(text),
  })
  .meta({ id: 'RunDryRunResponse' });
export type RunDryRunResponse = z.infer<typeof runDryRunResponse>;
