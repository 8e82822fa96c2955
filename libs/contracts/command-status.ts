import { z } from 'zod';

/** The answer to a write that is recorded; the same for the same key and body (then with `Idempotency-Replayed: true`). */
export const commandResponse = z
  .object({
    commandId: z.string(),
    journeyId: z.string(),
    /** The act's last fact: pages that know this head, or a later one, show it already. */
    head: z.number(),
  })
  .meta({ id: 'CommandResponse' });
export type CommandResponse = z.infer<typeof commandResponse>;

/** 202: taken, but not recorded within five seconds. `Location` says where to ask. */
export const commandPendingResponse = z
  .object({ commandId: z.string(), journeyId: z.string(), status: z.literal('pending') })
  .meta({ id: 'CommandPendingResponse' });
export type CommandPendingResponse = z.infer<typeof commandPendingResponse>;

/** `GET /api/v1/commands/:id?journey=`. A refusal is answered as the problem that it is. */
export const commandStatusResponse = z
  .discriminatedUnion('status', [
    z.object({ status: z.literal('pending'), commandId: z.string(), journeyId: z.string() }),
    z.object({ status: z.literal('recorded'), commandId: z.string(), journeyId: z.string(), head: z.number() }),
  ])
  .meta({ id: 'CommandStatusResponse' });
export type CommandStatusResponse = z.infer<typeof commandStatusResponse>;

/** `GET /api/v1/events`: the data of an event `journey`. Fetch again what is older than `head`. */
export const journeyChanged = z.object({ journeyId: z.string(), head: z.number() }).meta({ id: 'JourneyChanged' });
export type JourneyChanged = z.infer<typeof journeyChanged>;

const part = z.object({ part: z.enum(['database', 'temporal', 'mail']), up: z.boolean() });

/** `GET /health/live` */
export const liveResponse = z.object({ status: z.literal('up') }).meta({ id: 'LiveResponse' });
export type LiveResponse = z.infer<typeof liveResponse>;

/** `GET /health/ready`: 200 when all parts are up, else 503. */
export const readyResponse = z
  .object({ status: z.enum(['up', 'down']), parts: z.array(part) })
  .meta({ id: 'ReadyResponse' });
export type ReadyResponse = z.infer<typeof readyResponse>;
