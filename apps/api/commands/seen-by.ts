import type { Request } from 'express';

/** The strong entity tag of the header If-Match: what the sender was shown of an act. Null: nothing is asked. */
export function seenBy(request: Request): string | null {
  const header = request.header('if-match')?.trim();
  if (header === undefined || header === '*') return null;
  // Whatever else is sent matches nothing, and the act is refused: better than to do what was not looked at.
  return /^"(?<seen>[^"]*)"$/.exec(header)?.groups?.['seen'] ?? header;
}
