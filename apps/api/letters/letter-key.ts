import type { JourneyId, LetterDue } from '@citypath/journey';
import { journeyId as journeyIdSchema } from '@citypath/contracts';

/** What makes a letter one that goes once: the columns of `letters_once`. */
export type LetterIdentity = Pick<LetterDue, 'kind' | 'step' | 'round' | 'threshold' | 'seat' | 'holder'> & {
  journeyId: JourneyId;
};

/** A letter that is not in the ledger yet, as a word for an address. */
export function letterKeyOf(letter: LetterIdentity): string {
  const { journeyId, kind, step, round, threshold, seat, holder } = letter;
  return Buffer.from(JSON.stringify([journeyId, kind, step, round, threshold, seat, holder])).toString('base64url');
}

/** The journey that such a word names; null when it names none. */
export function journeyOfKey(key: string): JourneyId | null {
  try {
    const named: unknown = JSON.parse(Buffer.from(key, 'base64url').toString());
    const read = journeyIdSchema.safeParse(Array.isArray(named) ? named[0] : null);
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
