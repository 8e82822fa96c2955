import { isOwnPath } from '@citypath/contracts';

/** Where to go after signing in. Only places of this site: an address that leads elsewhere is not followed. */
export function placeAfter(to: string | null): string {
  return to !== null && isOwnPath(to) ? to : '/';
}
