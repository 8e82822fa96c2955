import { z } from 'zod';
import { city, party, personShort } from './person';
import { dayOut, instantOut, journeyId, key, language, longText, personId, stepRef, text } from './primitives';

/** `GET /api/v1/letters/coming?city=&step=&person=…`: the next 30 days, if nobody acts. */
export const comingLettersQuery = z.strictObject({
  programme: key.optional(),
  city: key.optional(),
  journey: journeyId.optional(),
  step: stepRef.optional(),
  /** Whom it is for, or who gets it. */
  person: personId.optional(),
});
export type ComingLettersQuery = z.input<typeof comingLettersQuery>;

/** What becomes of a letter that is to come, as far as can be said today. */
export const comingFate = z
  .enum(['goes', 'digest', 'held', 'merged', 'suppressed', 'skipped'])
  .meta({ id: 'ComingFate' });
export type ComingFate = z.infer<typeof comingFate>;

/** A letter that will fall due, with what becomes of it. */
export const letterToCome = z
  .object({
    /** Names this letter in addresses: opaque. */
    key: z.string(),
    journeyId: z.string(),
    city,
    kind: z.string(),
    kindTitle: text,
    step: z.object({ ref: z.string(), title: text }).nullable(),
    to: party,
    dueAt: instantOut,
    /** The same in the city's zone. */
    dueOn: dayOut,
    /** When its words go, alone or with another letter; null: never. */
    goesAt: instantOut.nullable(),
    goesOn: dayOut.nullable(),
    /** Days from this one on are provisional: the holidays of their years are not published. */
    provisionalFromOn: dayOut,
    fate: comingFate,
    /** "Xiong Tao is reminded of Workshop report." */
    sentence: text,
    /** Why it falls due then: "3 working days before the due day, Mon 26 Oct 2026". */
    cause: text,
    /** What becomes of it and why: "goes with the digest of Mon 26 Oct". */
    fateSentence: text,
    /** The key of the letter that takes it along. */
    carriedBy: z.string().nullable(),
    skipped: z
      .object({ id: z.string(), by: personShort.nullable(), at: instantOut, reason: z.string().nullable() })
      .nullable(),
    may: z.object({ preview: z.boolean(), skip: z.boolean(), unskip: z.boolean() }),
  })
  .meta({ id: 'LetterToCome' });
export type LetterToCome = z.infer<typeof letterToCome>;

export const comingLettersResponse = z
  .object({ todayOn: dayOut, untilOn: dayOut, letters: z.array(letterToCome) })
  .meta({ id: 'ComingLettersResponse' });
export type ComingLettersResponse = z.infer<typeof comingLettersResponse>;

/** `GET /api/v1/letters/coming/:key`: the message in which it reaches its reader if all goes as foretold: it alone, or the digest. */
export const letterToComeResponse = letterToCome
  .extend({
    /** The recipient's; null: it is not known, and the letter speaks both. */
    language: language.nullable(),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
  })
  .meta({ id: 'LetterToComeResponse' });
export type LetterToComeResponse = z.infer<typeof letterToComeResponse>;

/** `POST /api/v1/letters/:id/skip`, `POST /api/v1/letters/coming/:key/skip` */
export const skipLetterRequest = z.strictObject({ reason: longText }).meta({ id: 'SkipLetterRequest' });
export type SkipLetterRequest = z.input<typeof skipLetterRequest>;

/** `POST /api/v1/letters/…/unskip`, `POST /api/v1/letters/:id/send-now`: nothing more is asked. */
export const letterActRequest = z.strictObject({}).meta({ id: 'LetterActRequest' });
export type LetterActRequest = z.input<typeof letterActRequest>;

/** What a letter became by the act; 'coming': it has no row any more, and comes as foretold. */
export const letterActResponse = z.object({ id: z.string(), status: z.string() }).meta({ id: 'LetterActResponse' });
export type LetterActResponse = z.infer<typeof letterActResponse>;
