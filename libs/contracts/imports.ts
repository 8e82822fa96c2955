import { z } from 'zod';
import { instantOut, key, name, text } from './primitives';

/** A file of cities, people and where each city stands. */

export const importId = z
  .string()
  .max(64, 'text-too-long')
  .regex(/^i-[A-Za-z0-9_-]+$/, 'key-malformed');

/** `POST /api/v1/imports?programme=&name=`, with the file itself as application/octet-stream. */
export const uploadQuery = z.strictObject({ programme: key, name });

/** `GET /api/v1/imports?programme=` and the template. */
export const importsQuery = z.strictObject({ programme: key });

export const importStatus = z.enum(['checked', 'running', 'done', 'undoing', 'undone']).meta({ id: 'ImportStatus' });
export type ImportStatus = z.infer<typeof importStatus>;

export const importRowState = z
  .enum(['new', 'waiting', 'running', 'done', 'failed', 'undone', 'kept'])
  .meta({ id: 'ImportRowState' });
export type ImportRowState = z.infer<typeof importRowState>;

/** `PUT /api/v1/imports/:id/mapping`: which column is what, and how 5/6/2026 is read. */
export const importMapping = z
  .strictObject({
    /** Column by field, counted from 0; a field that is left out has none. */
    columns: z.record(z.string().max(120), z.number().int().min(0).max(500)),
    dayOrder: z.enum(['ask', 'day-first', 'month-first']),
  })
  .meta({ id: 'ImportMapping' });
export type ImportMapping = z.infer<typeof importMapping>;

export const importRemark = z
  .object({
    /** Null: of the row as a whole. */
    field: z.string().nullable(),
    fieldTitle: text.nullable(),
    level: z.enum(['warning', 'refused']),
    sentence: text,
    /** What stands there, as it is shown. */
    value: z.string().nullable(),
  })
  .meta({ id: 'ImportRemark' });
export type ImportRemark = z.infer<typeof importRemark>;

export const importRowAnswer = z
  .object({
    line: z.number(),
    /** What the row is about, in one line. */
    title: text,
    level: z.enum(['ok', 'warning', 'refused']),
    remarks: z.array(importRemark),
    newCity: z.boolean(),
    newPeople: z.number(),
    knownPeople: z.number(),
    state: importRowState,
    /** Why it failed, or could not be undone. */
    said: text.nullable(),
    journeyId: z.string().nullable(),
  })
  .meta({ id: 'ImportRow' });
export type ImportRowAnswer = z.infer<typeof importRowAnswer>;

/** What the rows come to. */
export const importTotals = z
  .object({
    rows: z.number(),
    ok: z.number(),
    warnings: z.number(),
    refused: z.number(),
    newCities: z.number(),
    newPeople: z.number(),
    knownPeople: z.number(),
    /** Letters by kind: as soon as the embargo ends, and in the thirty days after if nobody acts. */
    letters: z.array(z.object({ kind: z.string(), title: text, atOnce: z.number(), coming: z.number() })),
  })
  .meta({ id: 'ImportTotals' });
export type ImportTotals = z.infer<typeof importTotals>;

/** `GET /api/v1/imports/:id` */
export const importResponse = z
  .object({
    id: z.string(),
    programme: z.object({ key: z.string(), title: text }),
    fileName: z.string(),
    status: importStatus,
    createdAt: instantOut,
    /** Merged cells and the like: of the file as a whole. */
    remarks: z.array(text),
    columns: z.array(z.object({ title: z.string(), samples: z.array(z.string()) })),
    fields: z.array(z.object({ key: z.string(), group: text, title: text, wanted: z.boolean() })),
    mapping: importMapping,
    totals: importTotals,
    progress: z.record(z.string(), z.number()),
    startedAt: instantOut.nullable(),
    finishedAt: instantOut.nullable(),
    /** No letter of its journeys goes before this instant. */
    lettersFrom: instantOut.nullable(),
  })
  .meta({ id: 'ImportResponse' });
export type ImportResponse = z.infer<typeof importResponse>;

export const importsResponse = z
  .object({
    imports: z.array(
      z.object({
        id: z.string(),
        fileName: z.string(),
        status: importStatus,
        createdAt: instantOut,
        rows: z.number(),
      }),
    ),
  })
  .meta({ id: 'ImportsResponse' });
export type ImportsResponse = z.infer<typeof importsResponse>;

/** `GET /api/v1/imports/:id/rows?only=&after=&limit=`; `after`: the last line of the page before. */
export const importRowsQuery = z.strictObject({
  only: z.enum(['all', 'ok', 'warning', 'refused', 'failed', 'kept']).default('all'),
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

export const importRowsResponse = z
  .object({ rows: z.array(importRowAnswer), next: z.number().nullable() })
  .meta({ id: 'ImportRowsResponse' });
export type ImportRowsResponse = z.infer<typeof importRowsResponse>;

/** `PUT /api/v1/imports/:id/rows/:line`: what stands in one field, corrected. */
export const correctCellRequest = z
  .strictObject({ field: z.string().max(120), value: z.string().max(2000, 'text-too-long') })
  .meta({ id: 'CorrectCellRequest' });

/** `POST /api/v1/imports/:id/start` */
export const startImportRequest = z
  .strictObject({
    /** `all`: only if no row is refused. `good`: the refused ones stay out. */
    rows: z.enum(['all', 'good']),
  })
  .meta({ id: 'StartImportRequest' });
