import { z } from 'zod';
import { paperId, paperShort } from './papers';
import { personShort } from './person';
import { instantOut } from './primitives';

/** A form as it was typed so far: nothing in it is checked before it is handed in, but that the records can hold it. */
const typed = z
  .string()
  .max(4000, 'text-too-long')
  // PostgreSQL's jsonb takes neither NUL nor half a character.
  .regex(/^[^\u0000]*$/u, 'text-with-control-characters')
  .refine((value) => value.isWellFormed(), 'text-with-control-characters');
const pointer = z.string().max(200, 'text-too-long').startsWith('/');

export const draftAnswers = z
  .strictObject({
    /** By pointer of the field. */
    values: z.record(pointer, typed).refine((values) => Object.keys(values).length <= 3000, 'too-many'),
    /** How many lines a list shows, by the list's pointer. */
    rows: z.record(pointer, z.int().min(0).max(500)),
    /** Papers by the pointer of their field. */
    papers: z.record(pointer, z.array(paperId).max(20, 'too-many')).default({}),
  })
  .meta({ id: 'DraftAnswers' });
export type DraftAnswers = z.output<typeof draftAnswers>;

/** `PUT …/steps/:ref/draft` */
export const putDraftRequest = z
  .strictObject({
    /** The version that this one goes on from; 0: there was none. */
    basedOn: z.int().min(0),
    answers: draftAnswers,
  })
  .meta({ id: 'PutDraftRequest' });
export type PutDraftRequest = z.input<typeof putDraftRequest>;

export const putDraftResponse = z.object({ version: z.number() }).meta({ id: 'PutDraftResponse' });
export type PutDraftResponse = z.infer<typeof putDraftResponse>;

/** `GET …/steps/:ref/draft`: shared by the holder of the seat and the liaison. */
export const draftResponse = z
  .object({
    /** 0: nothing was typed yet. */
    version: z.number(),
    answers: draftAnswers.nullable(),
    savedAt: instantOut.nullable(),
    by: personShort.nullable(),
    /** What the answers name as papers. */
    papers: z.array(paperShort),
  })
  .meta({ id: 'DraftResponse' });
export type DraftResponse = z.infer<typeof draftResponse>;
