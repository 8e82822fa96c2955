import { z } from 'zod';
import { paperId, paperShort } from './papers';
import { key, link, longText, name, text } from './primitives';

/** Answers to what was wanted, by its key; values of a form and cells of a list by the key of their field. */
const value = z.union([longText, z.number()]);
const values = z.record(key, value);

export const evidenceAnswer = z
  .discriminatedUnion('kind', [
    /** At least a link or a paper. */
    z.strictObject({
      kind: z.literal('document'),
      title: name.optional(),
      link: link.optional(),
      /** Papers that were uploaded for this evidence of this step. */
      papers: z.array(paperId).max(20, 'too-many').optional(),
    }),
    z.strictObject({ kind: z.literal('form'), values }),
    z.strictObject({ kind: z.literal('list'), rows: z.array(values).max(500, 'too-many') }),
    z.strictObject({ kind: z.literal('decision'), choice: key }),
  ])
  .meta({ id: 'EvidenceAnswer' });
export type EvidenceAnswer = z.infer<typeof evidenceAnswer>;

export const evidenceAnswers = z.record(key, evidenceAnswer);
export type EvidenceAnswers = z.infer<typeof evidenceAnswers>;

/** The same, as it was handed in: already checked, and papers told with their names. */
const valuesGiven = z.record(z.string(), z.union([z.string(), z.number()]));
export const evidenceHandedIn = z
  .record(
    z.string(),
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('document'),
        title: z.string().optional(),
        link: z.string().optional(),
        papers: z.array(paperShort).optional(),
      }),
      z.object({ kind: z.literal('form'), values: valuesGiven }),
      z.object({ kind: z.literal('list'), rows: z.array(valuesGiven) }),
      z.object({ kind: z.literal('decision'), choice: z.string() }),
    ]),
  )
  .meta({ id: 'EvidenceHandedIn' });
export type EvidenceHandedIn = z.infer<typeof evidenceHandedIn>;

const option = z.object({ key: z.string(), title: text });
const field = { key: z.string(), title: text, optional: z.boolean().optional() };

export const evidenceField = z
  .discriminatedUnion('type', [
    z.object({ ...field, type: z.literal('text'), maxLength: z.number().optional() }),
    z.object({ ...field, type: z.literal('day') }),
    z.object({ ...field, type: z.literal('number'), min: z.number().optional(), max: z.number().optional() }),
    z.object({ ...field, type: z.literal('choice'), options: z.array(option) }),
    /** The answer is the id of a person: see the page's `people`. */
    z.object({ ...field, type: z.literal('person') }),
  ])
  .meta({ id: 'EvidenceField' });
export type EvidenceField = z.infer<typeof evidenceField>;

/** What is wanted with a submission: forms are made from this. */
export const evidenceWanted = z
  .discriminatedUnion('kind', [
    z.object({ ...field, kind: z.literal('document') }),
    z.object({ ...field, kind: z.literal('form'), fields: z.array(evidenceField) }),
    z.object({
      ...field,
      kind: z.literal('list'),
      columns: z.array(evidenceField),
      minRows: z.number(),
      maxRows: z.number(),
    }),
    z.object({ ...field, kind: z.literal('decision'), options: z.array(option) }),
  ])
  .meta({ id: 'EvidenceWanted' });
export type EvidenceWanted = z.infer<typeof evidenceWanted>;
