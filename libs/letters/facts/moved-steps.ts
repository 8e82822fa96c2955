import { parseStepRef, requireStep, type Fact, type MovedDate } from '@citypath/journey';
import { movedDatesFor, stillCounts } from '@citypath/post';
import type { MovedStep } from '../kinds/dates-moved';
import { titleOfStep } from '../wording/step-title';
import type { Dossier } from './dossier';
import { reckoningOfStep } from './reckoning';

/**
 * The moved dates of a letter's seat that still stand: not those of steps settled since, or moved once more. The
 * soonest first, of one day in the programme's order: a fact has them as its state had its steps, in no order.
 */
export function movedSteps({ letter, state, context }: Dossier, fact: Fact): MovedStep[] {
  const places = context.definition.steps.map(({ key }) => key);
  const placeOf = ({ step }: MovedDate) => places.indexOf(parseStepRef(step).step);
  const dayOf = ({ dueOn }: MovedDate) => (dueOn === null ? Infinity : Date.parse(dueOn));
  const dates = (movedDatesFor(fact, letter) ?? []).toSorted(
    (one, other) => dayOf(one) - dayOf(other) || placeOf(one) - placeOf(other),
  );
  return dates.flatMap((date): MovedStep[] => {
    const { step: ref, clock, dueOn, previousOn } = date;
    const step = state.steps[ref];
    if (step === undefined || !stillCounts(date, state)) return [];
    const title = titleOfStep(requireStep(context.definition, ref), step);
    const reckoning = reckoningOfStep({ context, state }, step);
    return [{ title, accepting: clock === 'accepting', dueOn, previousOn, reckoning }];
  });
}
