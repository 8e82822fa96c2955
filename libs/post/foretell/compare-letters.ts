import type { Instant } from '@citypath/calendar';
import type { ForetoldLetter } from './foretold';

/** What an act changes about the letters that go. A letter is the same one by its id. */
export interface LettersChanged {
  /** They would have gone, and do not. */
  cancelled: ForetoldLetter[];
  /** They go, and would not have. */
  added: ForetoldLetter[];
  /** They go all the same, on another day. */
  moved: { before: ForetoldLetter; after: ForetoldLetter }[];
}

/**
 * Holds the days ahead with an act against those without it.
 * @param dayOf the day of an instant, as whoever looks counts days
 */
export function compareLetters(
  before: readonly ForetoldLetter[],
  after: readonly ForetoldLetter[],
  dayOf: (letter: ForetoldLetter, at: Instant) => string,
): LettersChanged {
  const [went, goes] = [byId(before), byId(after)];
  return {
    cancelled: [...went.values()].filter(({ letter }) => !goes.has(letter.id)),
    added: [...goes.values()].filter(({ letter }) => !went.has(letter.id)),
    moved: [...goes.values()].flatMap((one) => {
      const was = went.get(one.letter.id);
      const [wasAt, isAt] = [was && goesAt(was), goesAt(one)];
      if (!was || wasAt == null || isAt === null || dayOf(was, wasAt) === dayOf(one, isAt)) return [];
      return [{ before: was, after: one }];
    }),
  };
}

/** When somebody reads a letter's words, in a message of its own or in a digest; null: never, as far as is foretold. */
export function goesAt({ fate }: ForetoldLetter): Instant | null {
  return fate.kind === 'goes' || fate.kind === 'digest' ? fate.at : null;
}

function byId(letters: readonly ForetoldLetter[]): Map<string, ForetoldLetter> {
  return new Map(letters.filter((one) => goesAt(one) !== null).map((one) => [one.letter.id, one]));
}
