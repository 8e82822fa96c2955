const elsewhere = 'http://elsewhere.invalid';

/**
 * Where to go after signing in. Only places of this site: an address that leads elsewhere is not followed. The same
 * rule as the contract's isOwnPath, which would bring every schema with it into the page.
 */
export function placeAfter(to: string | null): string {
  if (to === null || to.length > 500) return '/';
  if (!/^\/(?![/\\])[^\\\s\p{Cc}\p{Cs}]*$/u.test(to)) return '/';
  if (/^\/(api|health|sign-in)([/?#]|$)/.test(to)) return '/';
  return new URL(to, elsewhere).origin === elsewhere ? to : '/';
}
