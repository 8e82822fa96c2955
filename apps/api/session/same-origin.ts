import type { Request } from 'express';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something, as far as its origin goes: browsers say where a request comes from, and
 * it has to be from our own pages. What is no browser (the loader, a script) says nothing, and sends no cookie
 * that somebody else's page could borrow.
 * @param ownOrigins the origins under which people open CityPath
 */
export function mayWriteFrom(request: Pick<Request, 'method' | 'headers'>, ownOrigins: readonly string[]): boolean {
  if (SAFE.has(request.method)) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = request.headers;
  return origin === undefined || ownOrigins.includes(origin);
}

/** The origins of an address: on this machine 'localhost' and '127.0.0.1' are the same place. */
export function originsOf(publicUrl: string): string[] {
  const url = new URL(publicUrl);
  const origins = [url.origin];
  if (url.hostname === '127.0.0.1') origins.push(url.origin.replace('127.0.0.1', 'localhost'));
  if (url.hostname === 'localhost') origins.push(url.origin.replace('localhost', '127.0.0.1'));
  return origins;
}
