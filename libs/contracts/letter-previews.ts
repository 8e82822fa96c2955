import { z } from 'zod';
import { city, party } from './person';
import { dayOut, instantOut, key, language, stepRef, text } from './primitives';

/** `GET /api/v1/journeys/:id/letter-previews?kind=&step=`; without them the reminder of the step that is wanted next. */
export const letterPreviewQuery = z.strictObject({ kind: key.optional(), step: stepRef.optional() });
export type LetterPreviewQuery = z.input<typeof letterPreviewQuery>;

/** A letter as it goes into the mail. */
export const letterInWords = z
  .object({
    subject: z.string(),
    /** What a list of mails shows beside the subject. */
    preview: z.string(),
    text: z.string(),
    html: z.string(),
  })
  .meta({ id: 'LetterInWords' });
export type LetterInWords = z.infer<typeof letterInWords>;

/** What a letter of a city would say: of its people, its steps and its days; nothing of it is sent. */
export const letterPreviewResponse = z
  .object({
    city,
    /** What can be looked at. */
    kinds: z.array(z.object({ kind: z.string(), title: text, aboutStep: z.boolean() })),
    steps: z.array(z.object({ ref: z.string(), title: text })),
    kind: z.string(),
    /** Null: a letter of this kind is about no step. */
    step: z.string().nullable(),
    /** Nobody in the seat: the reader stands in, and the greeting is theirs. */
    to: party,
    /** The language of whom it goes to; null: not known, it goes in both. */
    language: language.nullable(),
    /** The city's day on which it comes by itself if nobody acts; null: only after an act. */
    comesOn: dayOut.nullable(),
    /** When it comes, in a sentence. */
    sentence: text,
    letters: z.object({ en: letterInWords, zh: letterInWords, both: letterInWords }),
  })
  .meta({ id: 'LetterPreviewResponse' });
export type LetterPreviewResponse = z.infer<typeof letterPreviewResponse>;

/** `POST /api/v1/journeys/:id/test-letters`: to the one who asks, and to nobody else. */
export const testLetterRequest = z
  .strictObject({ kind: key, step: stepRef.optional(), language: z.enum(['en', 'zh', 'both']) })
  .meta({ id: 'TestLetterRequest' });
export type TestLetterRequest = z.input<typeof testLetterRequest>;

export const testLetter = z
  .object({
    id: z.string(),
    subject: z.string(),
    askedAt: instantOut,
    status: z.enum(['waiting', 'posting', 'accepted', 'refused', 'unknown']),
    settledAt: instantOut.nullable(),
    /** What became of it, in a sentence. */
    sentence: text,
  })
  .meta({ id: 'TestLetter' });
export type TestLetter = z.infer<typeof testLetter>;

/** `GET /api/v1/test-letters`: one's own of the last day, newest first. */
export const testLettersResponse = z.object({ letters: z.array(testLetter) }).meta({ id: 'TestLettersResponse' });
export type TestLettersResponse = z.infer<typeof testLettersResponse>;
