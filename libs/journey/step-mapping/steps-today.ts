import type { Text } from '@citypath/calendar';
import type { Fact } from '../fact';
import { parseStepRef, type StepRef } from '../ids';
import type { JourneyState } from '../state';
import type { MovedStep } from './moved-step';

/** All of a journey that says how its steps were called before. */
type Moved = Pick<JourneyState, 'moved'>;

/** How a step is called today that a fact called so; one that was let go keeps its name. */
export function refToday({ moved = [] }: Moved, ref: StepRef, seq: number): StepRef {
  let now = ref;
  for (const one of moved) if (one.seq > seq) now = one.steps.find(({ from }) => from === now)?.to ?? now;
  return now;
}

/** How a step was called at first: what bears its name outside (an entry in somebody's calendar) stays the same one. */
export function refAtFirst({ moved = [] }: Moved, ref: StepRef): StepRef {
  return moved.reduceRight((now, { steps }) => steps.find(({ to }) => to === now)?.from ?? now, ref);
}

/** A fact as readers of today's steps take it: with the steps that it is about under today's names. */
export function factToday<Kind extends Fact>(state: Moved, fact: Kind): Kind {
  if (state.moved?.some(({ seq }) => seq > fact.seq) !== true) return fact;
  const today = (ref: StepRef): StepRef => refToday(state, ref, fact.seq);
  const changed: object = {
    ...('step' in fact ? { step: today(fact.step) } : {}),
    ...(fact.kind === 'step-sent-back' ? { backTo: today(fact.backTo) } : {}),
    ...(fact.kind === 'step-set-back' ? { because: today(fact.because) } : {}),
    ...(fact.kind === 'calendar-adopted' && fact.told
      ? {
          told: fact.told.map((told) => ({
            ...told,
            moved: told.moved.map((date) => ({ ...date, step: today(date.step) })),
          })),
        }
      : {}),
  };
  return { ...fact, ...changed };
}

/** What a step of an earlier version was called; undefined for one that no version was left of. */
export function titleBefore({ moved = [] }: Moved, ref: StepRef): Text | undefined {
  const { step } = parseStepRef(ref);
  return moved.flatMap(({ steps }) => steps).findLast(({ from }) => parseStepRef(from).step === step)?.title;
}

/** What a step was let go as, by the newest version that lacks it: should it come back, its rounds are others. */
export function letGo({ moved = [] }: Moved, ref: StepRef): MovedStep | undefined {
  return moved.flatMap(({ steps }) => steps).findLast(({ from, to }) => from === ref && to === null);
}
