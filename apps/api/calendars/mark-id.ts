import { createHash } from 'node:crypto';

/** The number of a notice or closure: the same request of the same person, sent again, names the same one. */
export function markId(person: string, place: string, onceKey: string): string {
  return `m-${createHash('sha256').update(`${person}\n${place}\n${onceKey}`).digest('hex').slice(0, 24)}`;
}
