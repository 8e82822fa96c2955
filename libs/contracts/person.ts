import { z } from 'zod';
import { language, name, personId, text, timeOfDay, timeZone } from './primitives';

/** A person as pages show one. `name` is the display name; `nameZh` only where it is confirmed. */
export const personShort = z
  .object({
    id: z.string(),
    name: z.string(),
    nameZh: z.string().nullable(),
    /** "Vice Mayor", where known. */
    title: z.object({ en: z.string().nullable(), zh: z.string().nullable() }).nullable(),
    /** The person asked to be forgotten: `name` says so in words. */
    erased: z.boolean(),
  })
  .meta({ id: 'PersonShort' });
export type PersonShort = z.infer<typeof personShort>;

/** A seat, and who sits in it. */
export const party = z
  .object({
    seat: z.string(),
    seatTitle: text,
    person: personShort.nullable(),
    /** Said when somebody acts in place of a vacant seat: "while the city has no Chief Resilience Officer". */
    note: text.nullable(),
  })
  .meta({ id: 'Party' });
export type Party = z.infer<typeof party>;

export const mailAddress = z.email('address-malformed').max(254, 'text-too-long');

/** What is written down of a person by hand. */
export const personDetails = z.strictObject({
  familyName: name,
  givenName: name,
  /** How the name is written where it is neither "family given" nor Chinese. */
  displayName: name.optional(),
  nameZh: name.optional(),
  /** The preferred one: letters go to it. */
  address: mailAddress,
  /** Further ones by which the person is known. */
  otherAddresses: z.array(mailAddress).max(9, 'too-many').default([]),
  /** Without it letters come in both. */
  language: language.optional(),
  /** IANA name; without one the zone of the city or programme counts. */
  timeZone: timeZone.optional(),
  titleEn: name.optional(),
  titleZh: name.optional(),
});

/** Letters leave from `from` on and before `until`, in the person's zone, on the person's working days. */
export const postWindow = z
  .strictObject({ from: timeOfDay, until: timeOfDay })
  .refine(({ from, until }) => from < until, { path: ['until'], error: 'window-ends-before-it-begins' })
  .meta({ id: 'PostWindow' });
export type PostWindow = z.infer<typeof postWindow>;

/** `POST /api/v1/people` */
export const createPersonRequest = personDetails
  .extend({
    administrator: z.boolean().default(false),
    /** Null: at any hour of any day. */
    postWindow: postWindow.nullable().default({ from: '09:00', until: '17:30' }),
  })
  .meta({ id: 'CreatePersonRequest' });
export type CreatePersonRequest = z.input<typeof createPersonRequest>;

export const createPersonResponse = z.object({ person: personShort }).meta({ id: 'CreatePersonResponse' });
export type CreatePersonResponse = z.infer<typeof createPersonResponse>;

export const city = z
  .object({ key: z.string(), nameEn: z.string(), nameZh: z.string().nullable() })
  .meta({ id: 'City' });
export type City = z.infer<typeof city>;

/** `PUT /api/v1/programmes/:key/seats/:seat`: who holds a programme's seat; null empties it. */
export const putProgrammeSeatRequest = z
  .strictObject({ person: personId.nullable() })
  .meta({ id: 'PutProgrammeSeatRequest' });
export type PutProgrammeSeatRequest = z.input<typeof putProgrammeSeatRequest>;

export const putProgrammeSeatResponse = z
  .object({ programme: z.string(), seat: z.string(), person: personShort.nullable() })
  .meta({ id: 'PutProgrammeSeatResponse' });
export type PutProgrammeSeatResponse = z.infer<typeof putProgrammeSeatResponse>;
