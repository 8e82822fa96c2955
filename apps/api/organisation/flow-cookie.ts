import { isOwnPath } from '@citypath/contracts';
import type { PersonId } from '@citypath/journey';
import type { CookieOptions, Request } from 'express';
import { z } from 'zod';
import { cookieIn, cookieOptions } from '../session/cookies';
import type { OrganisationFlow } from './organisation';

const NAME = 'citypath_organisation';
const WELL_FORMED = /^[A-Za-z0-9_-]{1,3000}$/;
/** Signing in at the organisation may take a second factor. */
const MAX_AGE_MS = 15 * 60_000;

/** A visit to the organisation that has begun in this browser. */
export interface Visit extends OrganisationFlow {
  to: string | null;
  /** Who wants the account linked; null: somebody wants to sign in. */
  linkTo: PersonId | null;
}

const visit = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string().refine(isOwnPath).nullable(),
  linkTo: z.string().nullable(),
});

/**
 * The cookie holds the whole visit, so that no secret of it lies in the records. Nothing is gained by making one up:
 * the organisation's answer has to fit it, and an account is linked only to whoever is signed in.
 */
export function visitCookie(localMode: boolean): { name: string; options: CookieOptions } {
  return { name: NAME, options: cookieOptions(localMode, '/api/v1/organisation', MAX_AGE_MS) };
}

export function writtenVisit(begun: Visit): string {
  return Buffer.from(JSON.stringify(begun)).toString('base64url');
}

/** @returns the visit that this browser has begun, or null */
export function visitIn(request: Pick<Request, 'headers'>): Visit | null {
  const value = cookieIn(request, NAME, WELL_FORMED);
  if (value === null) return null;
  try {
    return visit.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}
