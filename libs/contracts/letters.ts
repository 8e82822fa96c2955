import { z } from 'zod';
import { city, personShort } from './person';
import { cursor, instantIn, instantOut, journeyId, key, limit, personId, stepRef, text } from './primitives';

export const letterStatus = z
  .enum([
    'due',
    'held',
    'posting',
    'accepted',
    'refused',
    'bounced',
    'unknown',
    'presumed-sent',
    'merged',
    'cancelled',
    'suppressed',
  ])
  .meta({ id: 'LetterStatus' });
export type LetterStatus = z.infer<typeof letterStatus>;

/** What became of letters, as people ask for it; each takes in one status or several that mean the same to them. */
export const ledgerState = z
  .enum(['waiting', 'held', 'sent', 'merged', 'not-sent', 'failed', 'unknown'])
  .meta({ id: 'LedgerState' });
export type LedgerState = z.infer<typeof ledgerState>;

/** `GET /api/v1/letters?city=&state=&kind=&fromAt=&beforeAt=…`, newest first. */
export const lettersQuery = z.strictObject({
  journey: journeyId.optional(),
  city: key.optional(),
  step: stepRef.optional(),
  person: personId.optional(),
  state: ledgerState.optional(),
  kind: key.optional(),
  /** Fell due then or later; what a day is, the reader's own clock says. */
  fromAt: instantIn.optional(),
  /** Fell due before. */
  beforeAt: instantIn.optional(),
  after: cursor.optional(),
  limit: limit(200, 50),
});
export type LettersQuery = z.input<typeof lettersQuery>;

/** A letter that took another one along. */
export const carryingLetter = z
  .object({ id: z.string(), digest: z.boolean(), subject: z.string().nullable(), settledAt: instantOut.nullable() })
  .meta({ id: 'CarryingLetter' });
export type CarryingLetter = z.infer<typeof carryingLetter>;

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
    /** Why it was written, and on that day: "3 working days before the due day, Mon 26 Oct 2026". */
    cause: text,
    /** Of a held letter: when it is decided anew. */
    heldUntilAt: instantOut.nullable(),
    /** The digest or newer letter that it went with. */
    carriedBy: carryingLetter.nullable(),
    /** How many others went with this one. */
    carries: z.number(),
    subject: z.string().nullable(),
    attempts: z.number(),
    /** Who skipped it and why; null words: they were erased. */
    skipped: z.object({ by: personShort.nullable(), at: instantOut, reason: z.string().nullable() }).nullable(),
    /** What the reader may do with it now. */
    may: z.object({
      sendNow: z.boolean(),
      skip: z.boolean(),
      unskip: z.boolean(),
      /** Say whether it arrived: nobody knows. */
      settle: z.boolean(),
    }),
  })
  .meta({ id: 'LedgerRow' });
export type LedgerRow = z.infer<typeof ledgerRow>;

export const lettersResponse = z
  .object({
    letters: z.array(ledgerRow),
    /** What one may choose from, in the order of a letter's life. */
    kinds: z.array(z.object({ kind: z.string(), title: text })),
    next: z.string().nullable(),
  })
  .meta({ id: 'LettersResponse' });
export type LettersResponse = z.infer<typeof lettersResponse>;

/** `GET /api/v1/letters/:id`: the exact text. */
export const letterResponse = ledgerRow
  .extend({
    address: z.string().nullable(),
    language: z.string().nullable(),
    /** Null: it was not written, or `withheld`. */
    text: z.string().nullable(),
    html: z.string().nullable(),
    /** It also speaks of cities whose letters the reader may not read: nothing of its words is shown. */
    withheld: z.boolean(),
    /** Those that went with it, as far as the reader may see them. */
    carried: z.array(ledgerRow),
    messageId: z.string().nullable(),
    smtpResponse: z.string().nullable(),
  })
  .meta({ id: 'LetterResponse' });
export type LetterResponse = z.infer<typeof letterResponse>;
