import type { JourneyId, MovedStep, StepRef } from '@citypath/journey';
import type { ForetoldLetter } from './foretold';
import { letterKey } from './letter-key';

/** A letter about a step that has another name by now. */
export function withStepMoved<Letter extends { step: StepRef | null }>(
  letter: Letter,
  steps: readonly MovedStep[],
): Letter {
  const to = steps.find(({ from }) => from === letter.step)?.to;
  return to == null ? letter : { ...letter, step: to };
}

/** The same of what makes a letter the same letter: see `letterKey`. */
export function keyWithStepMoved(key: string, journeyId: JourneyId, steps: readonly MovedStep[]): string {
  const [journey, step, ...rest] = JSON.parse(key) as [JourneyId, StepRef | null, ...unknown[]];
  return journey === journeyId ? JSON.stringify([journey, withStepMoved({ step }, steps).step, ...rest]) : key;
}

/** The days ahead of before an act that moves steps, as they compare with those after it. */
export function withStepsMoved(
  letters: readonly ForetoldLetter[],
  journeyId: JourneyId,
  steps: readonly MovedStep[],
): ForetoldLetter[] {
  return letters.map((one) => {
    if (one.letter.journeyId !== journeyId) return one;
    const letter = withStepMoved(one.letter, steps);
    // What stands in the ledger already keeps its id there.
    return { ...one, letter: one.cause === null ? letter : { ...letter, id: letterKey(letter) } };
  });
}
