import { z } from 'zod';
import { city, personShort } from './person';
import { cursor, day, dayOut, instantOut, key, limit, personId, text } from './primitives';

/** What one narrows the trail down to; days are those of the act's own clock. */
const choice = {
  programme: key.optional(),
  city: key.optional(),
  /** Who did it, on whose behalf, or to whom. */
  person: personId.optional(),
  act: key.optional(),
  from: day.optional(),
  until: day.optional(),
};

/** `GET /api/v1/audit?programme=&city=&person=&act=&from=&until=&after=&limit=`, newest first. */
export const auditQuery = z.strictObject({ ...choice, after: cursor.optional(), limit: limit(200, 50) });
export type AuditQuery = z.input<typeof auditQuery>;

/** `GET /api/v1/audit-export?…&format=`: the same view as a file. */
export const auditExportQuery = z.strictObject({ ...choice, format: z.enum(['xlsx', 'csv']).default('xlsx') });

export const auditEntry = z
  .object({
    id: z.string(),
    at: instantOut,
    /** Day and time on the clock of `zone`: the city's, or the usual one where no city is concerned. */
    on: dayOut,
    time: z.string(),
    zone: z.string(),
    act: z.string(),
    actTitle: text,
    /** Who really did it; null: somebody whom the records do not know any more. */
    by: personShort.nullable(),
    onBehalfOf: personShort.nullable(),
    /** What was done. */
    sentence: text,
    /** Why: the words of the one who did it; null words: they were erased. Null: no reason was given. */
    reason: z.object({ words: z.string().nullable() }).nullable(),
    /** What changed with it, besides what the sentence says. */
    changes: z.array(text),
    /** How many changes are not listed. */
    moreChanges: z.number(),
    city: city.nullable(),
    programme: z.object({ key: z.string(), title: text }).nullable(),
    /** Of the city's page; null: no journey is concerned, or it is not there any more. */
    journeyId: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditResponse = z
  .object({
    entries: z.array(auditEntry),
    /** What one may choose from, in groups. */
    acts: z.array(z.object({ group: text, acts: z.array(z.object({ act: z.string(), title: text })) })),
    next: z.string().nullable(),
  })
  .meta({ id: 'AuditResponse' });
export type AuditResponse = z.infer<typeof auditResponse>;
