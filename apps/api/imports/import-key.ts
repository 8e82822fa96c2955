/** The Idempotency-Key under which a row's city joins: the same for every attempt. */
export function importKey(importId: string, line: number): string {
  return `${importId}-row-${line}`;
}
