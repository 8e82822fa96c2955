import { requireStep, type Fact } from '@citypath/journey';
import type { MovedStep } from '../kinds/dates-moved';
import { titleOfStep } from '../wording/step-title';
import type { Dossier } from './dossier';

type Adopted = Extract<Fact, { kind: 'calendar-adopted' }>;

/** The moved dates of a letter's seat that still stand: not those of steps settled since, or moved once more. */
export function movedSteps({ letter, state, context }: Dossier, { told }: Adopted): MovedStep[] {
  const moved = told?.find(({ to }) => to.seat === letter.seat && to.holder === letter.holder)?.moved ?? [];
  return moved.flatMap(({ step: ref, clock, dueOn, previousOn }) => {
    const step = state.steps[ref];
    const accepting = clock === 'accepting';
    if (step?.status !== (accepting ? 'submitted' : 'open')) return [];
    if ((accepting ? step.acceptanceDueOn : step.dueOn) !== dueOn) return [];
    return [{ title: titleOfStep(requireStep(context.definition, ref), step), accepting, dueOn, previousOn }];
  });
}
