import { createHash, randomBytes } from 'node:crypto';
import type { CookieOptions, Request } from 'express';
import { cookieIn, cookieOptions } from './cookies';

const NAME = 'citypath_session';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** How long a session lasts at most, however much it is used. */
const SESSION_DAYS = 30;
const MS_PER_DAY = 86_400_000;

/** A new token, 256 random bits: known to the browser alone. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the records know of a token. */
export function tokenHashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** @returns the token in the request's cookie, or null when there is none that is well formed */
export function tokenIn(request: Pick<Request, 'headers'>): string | null {
  return cookieIn(request, NAME, TOKEN);
}

/** The cookie's name and settings. */
export function sessionCookie(localMode: boolean): { name: string; options: CookieOptions } {
  return { name: NAME, options: cookieOptions(localMode, '/', SESSION_DAYS * MS_PER_DAY) };
}

/** When a session that begins now ends. */
export function endsAt(now: string): string {
  return new Date(Date.parse(now) + SESSION_DAYS * MS_PER_DAY).toISOString();
}
