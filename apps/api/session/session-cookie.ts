import { createHash, randomBytes } from 'node:crypto';
import type { CookieOptions, Request } from 'express';

const NAME = 'citypath_session';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** How long a session lasts: a working day's worth of weeks, and never longer. */
export const SESSION_DAYS = 30;
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
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    const token = part.slice(at + 1).trim();
    if (part.slice(0, at).trim() === NAME && TOKEN.test(token)) return token;
  }
  return null;
}

/** The cookie's name and settings. On the machine itself there is no TLS, hence no Secure in local mode. */
export function sessionCookie(localMode: boolean): { name: string; options: CookieOptions } {
  return {
    name: NAME,
    options: { httpOnly: true, sameSite: 'lax', secure: !localMode, path: '/', maxAge: SESSION_DAYS * MS_PER_DAY },
  };
}

/** When a session that begins now ends. */
export function endsAt(now: string): string {
  return new Date(Date.parse(now) + SESSION_DAYS * MS_PER_DAY).toISOString();
}
