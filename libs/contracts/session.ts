import { z } from 'zod';
import { city, personShort } from './person';
import { language, personId, text } from './primitives';

/** What a person may do here, and why. */
export const role = z
  .discriminatedUnion('role', [
    z.object({ role: z.literal('administrator') }),
    z.object({ role: z.literal('programme'), programme: z.string(), seat: z.string(), seatTitle: text }),
    z.object({
      role: z.literal('city'),
      journeyId: z.string(),
      programme: z.string(),
      city,
      seat: z.string(),
      seatTitle: text,
      /** Works for the holder of the seat: may draft and hand in on their behalf. */
      liaison: z.boolean(),
    }),
  ])
  .meta({ id: 'Role' });
export type Role = z.infer<typeof role>;

/** `GET /api/v1/session`, also without a session: then `person` is null. */
export const sessionResponse = z
  .object({
    person: personShort.nullable(),
    language,
    roles: z.array(role),
    /** Only a local installation with the demonstration in it lets you pick a person to be. */
    signInAs: z.boolean(),
    /** An organisation whose accounts sign in here too: what its button says. */
    organisation: z.string().nullable(),
  })
  .meta({ id: 'SessionResponse' });
export type SessionResponse = z.infer<typeof sessionResponse>;

/** `POST /api/v1/session`, in local mode only. */
export const signInRequest = z.strictObject({ person: personId }).meta({ id: 'SignInRequest' });
export type SignInRequest = z.input<typeof signInRequest>;

/** `PATCH /api/v1/session` */
export const changeLanguageRequest = z.strictObject({ language }).meta({ id: 'ChangeLanguageRequest' });
export type ChangeLanguageRequest = z.input<typeof changeLanguageRequest>;

/** `GET /api/v1/session/people`, in local mode only. */
export const signInPeopleResponse = z
  .object({ people: z.array(z.object({ person: personShort, language: language.nullable(), roles: z.array(role) })) })
  .meta({ id: 'SignInPeopleResponse' });
export type SignInPeopleResponse = z.infer<typeof signInPeopleResponse>;
