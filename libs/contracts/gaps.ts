import { z } from 'zod';
import { city } from './person';
import { cursor, key, limit, text } from './primitives';

/** `GET /api/v1/gaps?programme=&after=&limit=` */
export const gapsQuery = z.strictObject({
  programme: key.optional(),
  after: cursor.optional(),
  limit: limit(200, 50),
});
export type GapsQuery = z.input<typeof gapsQuery>;

/** Somebody missing in the chains of open steps, named before it matters. One line for all steps that it touches. */
export const gap = z
  .object({
    /** Names it among all of its programme. */
    id: z.string(),
    kind: z.enum(['vacant', 'unreachable', 'away', 'loop', 'nobody-above']),
    programme: z.object({ key: z.string(), title: text }),
    /** Null: of the programme as a whole, which touches `cities` of them. */
    city: city.nullable(),
    journeyId: z.string().nullable(),
    cities: z.number(),
    steps: z.number(),
    /** "Nobody is Programme director. That seat is told of the delay of Workshop report." */
    sentence: text,
    /** What mends it; with the page on which the reader does it, or (null) somebody else. */
    mends: z.object({ title: text, page: z.string().nullable() }),
  })
  .meta({ id: 'Gap' });
export type Gap = z.infer<typeof gap>;

export const gapsResponse = z
  .object({
    /** Over all pages. */
    count: z.number(),
    /** What hurts most first. */
    gaps: z.array(gap),
    /** `after` of the next page; null on the last one. */
    next: z.string().nullable(),
  })
  .meta({ id: 'GapsResponse' });
export type GapsResponse = z.infer<typeof gapsResponse>;
