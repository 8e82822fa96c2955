import { z } from 'zod';
import { ownPath } from './own-path';
import { instantOut } from './primitives';

/** How somebody signed in: by the link or the code of a letter, by an organisation's account, or by the local door. */
export const signInWay = z.enum(['link', 'code', 'organisation', 'local']);
export type SignInWay = z.infer<typeof signInWay>;

/** A browser that is signed in. */
export const signedInBrowser = z
  .object({
    id: z.string(),
    /** The one that asks. */
    here: z.boolean(),
    signedInAt: instantOut,
    lastSeenAt: instantOut,
    way: signInWay,
    browser: z.enum(['chrome', 'edge', 'firefox', 'opera', 'qq', 'safari', 'samsung', 'wechat', 'other']),
    device: z.enum(['computer', 'phone']),
  })
  .meta({ id: 'SignedInBrowser' });
export type SignedInBrowser = z.infer<typeof signedInBrowser>;

/** `GET /api/v1/account/sessions`, `GET /api/v1/people/:id/sessions` */
export const sessionsResponse = z
  .object({
    sessions: z.array(signedInBrowser),
    /** A session that nobody uses for so long ends by itself. */
    idleMinutes: z.number(),
  })
  .meta({ id: 'SessionsResponse' });
export type SessionsResponse = z.infer<typeof sessionsResponse>;

/** `GET /api/v1/account/organisation`: the organisation's door, where there is one, and whether it knows the reader. */
export const organisationResponse = z
  .object({
    /** How the organisation is called on buttons; null: this installation has no such door. */
    name: z.string().nullable(),
    linkedAt: instantOut.nullable(),
  })
  .meta({ id: 'OrganisationResponse' });
export type OrganisationResponse = z.infer<typeof organisationResponse>;

/** `POST /api/v1/organisation/sign-in` */
export const beginOrganisationRequest = z
  .strictObject({ to: ownPath.optional() })
  .meta({ id: 'BeginOrganisationRequest' });
export type BeginOrganisationRequest = z.input<typeof beginOrganisationRequest>;

/** Where to send the browser: the organisation's own page. */
export const beginOrganisationResponse = z.object({ url: z.string() }).meta({ id: 'BeginOrganisationResponse' });
export type BeginOrganisationResponse = z.infer<typeof beginOrganisationResponse>;

/** `POST /api/v1/organisation/answer`: the query that the organisation sent the browser back with. */
export const organisationAnswerRequest = z
  .strictObject({
    query: z
      .string()
      .max(8_000, 'text-too-long')
      .regex(/^\?[\u0021-\u007e]*$/, 'field-malformed'),
  })
  .meta({ id: 'OrganisationAnswerRequest' });
export type OrganisationAnswerRequest = z.input<typeof organisationAnswerRequest>;

/** Where to go on. */
export const organisationAnswerResponse = z.object({ to: z.string() }).meta({ id: 'OrganisationAnswerResponse' });
export type OrganisationAnswerResponse = z.infer<typeof organisationAnswerResponse>;
