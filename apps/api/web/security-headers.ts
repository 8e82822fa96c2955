import type { NextFunction, Request, Response } from 'express';

/**
 * What the page may do: only files of our own, no inline scripts. Styles inline, since the component library sets
 * sizes and colours on elements.
 */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Set on every answer: by hand, since they are few and each is worth knowing. */
export function securityHeaders(
  localMode: boolean,
): (request: Request, response: Response, next: NextFunction) => void {
  return (request, response, next) => {
    response.setHeader('Content-Security-Policy', PAGE_POLICY);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('X-Frame-Options', 'DENY');
    response.setHeader('Referrer-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
    // What the api answers is about people, and changes at any moment.
    if (request.path.startsWith('/api/v1')) response.setHeader('Cache-Control', 'no-store');
    if (!localMode) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
    next();
  };
}
