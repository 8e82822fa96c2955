import { z } from 'zod';

/** RFC 9457, as `application/problem+json`. */
export const problem = z
  .object({
    /** 'urn:citypath:problem:' and the code. */
    type: z.string(),
    status: z.number(),
    /** Stable: what programs decide on. */
    code: z.string(),
    /** Short, in the reader's language. */
    title: z.string(),
    /** What is wrong and what to do, in the reader's language. */
    detail: z.string(),
    /** Which fields are concerned: JSON pointers into the request. */
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
    /** Of 503: also in the header Retry-After. */
    retryAfterSeconds: z.number().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
