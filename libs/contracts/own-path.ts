import { z } from 'zod';

const ELSEWHERE = 'http://elsewhere.invalid';

/**
 * Whether an address is a place of our own pages: a path that no browser takes for another site (`//host`, `/\host`, or
 * either with a line break in it), and neither the api nor the door itself.
 */
export function isOwnPath(path: string): boolean {
  if (path.length > 500 || !/^\/(?![/\\])[^\\\s\u0000-\u001f\u007f]*$/u.test(path) || !path.isWellFormed())
    return false;
  return new URL(path, ELSEWHERE).origin === ELSEWHERE && !/^\/(api|health|sign-in)([/?#]|$)/.test(path);
}

/** Where somebody was going before signing in. */
export const ownPath = z.string().refine(isOwnPath, 'path-malformed');
