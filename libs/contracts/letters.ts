import { z } from 'zod';
import { comingLetter } from './city-page';
import { city, personShort } from './person';
import { cursor, dayOut, instantOut, journeyId, key, limit, personId, stepRef, text } from './primitives';

export const letterStatus = z
  .enum(['due', 'held', 'posting', 'accepted', 'refused', 'bounced', 'unknown', 'merged', 'cancelled', 'suppressed'])
  .meta({ id: 'LetterStatus' });
export type LetterStatus = z.infer<typeof letterStatus>;

/** `GET /api/v1/letters?city=&journey=&step=&person=&after=&limit=`, newest first. */
export const lettersQuery = z.strictObject({
  journey: journeyId.optional(),
  city: key.optional(),
  step: stepRef.optional(),
  person: personId.optional(),
  after: cursor.optional(),
  limit: limit(200, 50),
});
export type LettersQuery = z.input<typeof lettersQuery>;

export const ledgerRow = z
  .object({
    id: z.string(),
    journeyId: z.string(),
    city,
    kind: z.string(),
    kindTitle: text,
    step: z.object({ ref: z.string(), title: text }).nullable(),
    seatTitle: text,
    recipient: personShort.nullable(),
    status: letterStatus,
    /** It was being posted when it became pointless: it may have arrived all the same. */
    crossed: z.boolean(),
    /** The status in words, with the reason: "not sent: the step was handed in before". */
    statusSentence: text,
    dueAt: instantOut,
    settledAt: instantOut.nullable(),
    subject: z.string().nullable(),
    attempts: z.number(),
  })
  .meta({ id: 'LedgerRow' });
export type LedgerRow = z.infer<typeof ledgerRow>;

export const lettersResponse = z
  .object({ letters: z.array(ledgerRow), next: z.string().nullable() })
  .meta({ id: 'LettersResponse' });
export type LettersResponse = z.infer<typeof lettersResponse>;

/** `GET /api/v1/letters/:id`: the exact text. */
export const letterResponse = ledgerRow
  .extend({
    address: z.string().nullable(),
    language: z.string().nullable(),
    text: z.string().nullable(),
    html: z.string().nullable(),
    messageId: z.string().nullable(),
    smtpResponse: z.string().nullable(),
  })
  .meta({ id: 'LetterResponse' });
export type LetterResponse = z.infer<typeof letterResponse>;

/** `GET /api/v1/letters/coming?programme=`: the next 30 days over all cities, if nobody acts. */
export const comingLettersQuery = z.strictObject({ programme: key.optional(), city: key.optional() });
export type ComingLettersQuery = z.input<typeof comingLettersQuery>;

export const comingLettersResponse = z
  .object({
    untilOn: dayOut,
    letters: z.array(z.object({ journeyId: z.string(), city, letter: comingLetter })),
  })
  .meta({ id: 'ComingLettersResponse' });
export type ComingLettersResponse = z.infer<typeof comingLettersResponse>;
