import { createHash } from 'node:crypto';
import type { JourneyId, PersonId } from '@citypath/journey';
import { contentHash } from '@citypath/store';

/**
 * The id of a command, and of its update. The same key of another person, or for another journey, is another command.
 */
export function commandIdOf(actor: PersonId, journeyId: JourneyId, idempotencyKey: string): string {
  return createHash('sha256').update(`${actor}\n${journeyId}\n${idempotencyKey}`).digest('hex');
}

/**
 * The hash of what was asked: the act, its target and the body as it came. Not of the command itself, whose
 * references to texts differ each time.
 */
export function commandHashOf(asked: { act: string; target: unknown; body: unknown }): string {
  return contentHash(asked);
}
