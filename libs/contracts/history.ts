import { z } from 'zod';
import { actOffered } from './act';
import { cursor, dayOut, instantOut, limit, text } from './primitives';
import { personShort } from './person';

/** `GET /api/v1/journeys/:id/history?after=&limit=`, newest first. */
export const historyQuery = z.strictObject({ after: cursor.optional(), limit: limit(200, 50) });
export type HistoryQuery = z.input<typeof historyQuery>;

export const historyEntry = z
  .object({
    seq: z.number(),
    kind: z.string(),
    recordedAt: instantOut,
    /** The day of the city on which it was recorded. */
    recordedOn: dayOut,
    step: z.string().nullable(),
    by: personShort.nullable(),
    onBehalfOf: personShort.nullable(),
    /** The clock did it. */
    byItself: z.boolean(),
    sentence: text,
    /** A reason or comment in the words of the one who gave it; null when there was none, or it was erased. */
    words: z.string().nullable(),
    /** Where the reader may take this act back, as things stand: how. */
    undo: actOffered.nullable(),
  })
  .meta({ id: 'HistoryEntry' });
export type HistoryEntry = z.infer<typeof historyEntry>;

export const historyResponse = z
  .object({ entries: z.array(historyEntry), next: z.string().nullable() })
  .meta({ id: 'HistoryResponse' });
export type HistoryResponse = z.infer<typeof historyResponse>;
