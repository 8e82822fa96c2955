import { ProblemError } from '../problems/problem-error';

/** Where the next page begins, as an opaque word. */
export function cursorOf(key: Record<string, string | number>): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key in a cursor, each field of its type. @throws ProblemError when it is not one that we gave */
export function keyIn<Key extends Record<string, string | number>>(
  cursor: string | undefined,
  like: { [Field in keyof Key]: 'string' | 'number' },
): Key | undefined {
  if (cursor === undefined) return undefined;
  const key = parsed(cursor);
  if (key && Object.entries(like).every(([field, type]) => isOf(type, key[field]))) return key as Key;
  throw new ProblemError('malformed-request', { errors: [{ pointer: '/after', code: 'cursor-malformed' }] });
}

/** PostgreSQL takes no NUL in a text. */
function isOf(type: 'string' | 'number', value: unknown): boolean {
  return typeof value === type && !String(value).includes('\0');
}

function parsed(cursor: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
