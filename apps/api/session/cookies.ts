import type { CookieOptions, Request } from 'express';

/** @returns the value of the request's cookie of this name, or null when there is none that is well formed */
export function cookieIn(request: Pick<Request, 'headers'>, name: string, wellFormed: RegExp): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    const value = part.slice(at + 1).trim();
    if (part.slice(0, at).trim() === name && wellFormed.test(value)) return value;
  }
  return null;
}

/** Out of reach for scripts and other sites. On the machine itself there is no TLS, hence no Secure in local mode. */
export function cookieOptions(localMode: boolean, path: string, maxAgeMs: number): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: !localMode, path, maxAge: maxAgeMs };
}
