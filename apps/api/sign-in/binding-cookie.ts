import type { CookieOptions, Request } from 'express';
import { cookieIn, cookieOptions } from '../session/cookies';
import { newToken } from '../session/session-cookie';

const NAME = 'citypath_browser';
const BINDING = /^[A-Za-z0-9_-]{43}$/;
/** As long as requests are remembered: who comes back the next morning is told that the letter is too old. */
const MAX_AGE_MS = 86_400_000;

/** The secret of the browser that asks; a new one where it has none. Its letters are good in this browser only. */
export function bindingOf(request: Pick<Request, 'headers'>): string {
  return bindingIn(request) ?? newToken();
}

export function bindingIn(request: Pick<Request, 'headers'>): string | null {
  return cookieIn(request, NAME, BINDING);
}

/** The cookie's name and settings: only the door itself ever sees it. */
export function bindingCookie(localMode: boolean): { name: string; options: CookieOptions } {
  return { name: NAME, options: cookieOptions(localMode, '/api/v1/sign-in', MAX_AGE_MS) };
}
