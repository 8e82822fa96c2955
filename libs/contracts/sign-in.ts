import { z } from 'zod';
import { ownPath } from './own-path';
import { personShort } from './person';
import { instantOut } from './primitives';
import { sessionResponse } from './session';

/** `POST /api/v1/sign-in`: a letter with a link and a code is wanted. Answered the same whoever has the address. */
export const askSignInRequest = z
  .strictObject({
    address: z.string().trim().max(254, 'text-too-long').pipe(z.email('address-malformed')),
    /** Where to go afterwards. */
    to: ownPath.optional(),
  })
  .meta({ id: 'AskSignInRequest' });
export type AskSignInRequest = z.input<typeof askSignInRequest>;

export const askSignInResponse = z
  .object({
    /** So long link and code hold. */
    minutes: z.number(),
  })
  .meta({ id: 'AskSignInResponse' });
export type AskSignInResponse = z.infer<typeof askSignInResponse>;

/** 128 bits, as they stand in a link. */
const linkToken = z.string().regex(/^[A-Za-z0-9_-]{22}$/, 'key-malformed');

/** `POST /api/v1/sign-in/link` */
export const useSignInLinkRequest = z.strictObject({ token: linkToken }).meta({ id: 'UseSignInLinkRequest' });
export type UseSignInLinkRequest = z.input<typeof useSignInLinkRequest>;

/** `POST /api/v1/sign-in/code`, from the browser that asked. Digits may stand in groups. */
export const useSignInCodeRequest = z
  .strictObject({
    code: z
      .string()
      .max(40, 'text-too-long')
      .transform((code) => code.normalize('NFKC').replace(/[\s-]/gu, ''))
      .pipe(z.string().regex(/^\d{8}$/, 'code-malformed')),
  })
  .meta({ id: 'UseSignInCodeRequest' });
export type UseSignInCodeRequest = z.input<typeof useSignInCodeRequest>;

export const signedInResponse = z
  .object({ session: sessionResponse, to: z.string().nullable() })
  .meta({ id: 'SignedInResponse' });
export type SignedInResponse = z.infer<typeof signedInResponse>;

/**
 * `GET /api/v1/sign-in/link/:token`: how it stands with a link. Looking changes nothing. Only the browser that asked is
 * told whom it signs in.
 */
export const signInLinkResponse = z
  .object({
    state: z.enum(['ready', 'other-browser', 'used', 'expired', 'replaced', 'unknown']),
    /** Of `ready`. */
    person: personShort.nullable(),
    /** Of `used`: when it was. Of `ready`, `other-browser` and `expired`: until when it holds. */
    at: instantOut.nullable(),
  })
  .meta({ id: 'SignInLinkResponse' });
export type SignInLinkResponse = z.infer<typeof signInLinkResponse>;
