import { requireStep, type Fact } from '@citypath/journey';
import { movedDatesFor, stillCounts } from '@citypath/post';
import type { MovedStep } from '../kinds/dates-moved';
import { titleOfStep } from '../wording/step-title';
import type { Dossier } from './dossier';
import { reckoningOfStep } from './reckoning';

/** The moved dates of a letter's seat that still stand: not those of steps settled since, or moved once more. */
export function movedSteps({ letter, state, context }: Dossier, fact: Fact): MovedStep[] {
  return (movedDatesFor(fact, letter) ?? []).flatMap((date): MovedStep[] => {
    const { step: ref, clock, dueOn, previousOn } = date;
    const step = state.steps[ref];
    if (step === undefined || !stillCounts(date, state)) return [];
    const title = titleOfStep(requireStep(context.definition, ref), step);
    const reckoning = reckoningOfStep({ context, state }, step);
    return [{ title, accepting: clock === 'accepting', dueOn, previousOn, reckoning }];
  });
}
