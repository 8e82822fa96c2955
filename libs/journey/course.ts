import { waitingStep } from './empty-state';
import type { Needs, StepDefinition, StepKey } from './grammar';
import type { StepRef } from './ids';
import { isSettled, itemRefs, neededSteps, needsMet } from './needs';
import type { RuleContext } from './rule-context';
import { requireStep } from './rule-context';
import type { JourneyState, StepState } from './state';

/**
 * What has to be settled before a step can open, and before those can, in the programme's order. Of alternatives the
 * one with the fewest.
 */
export function unmetNeeds(context: RuleContext, state: JourneyState, step: StepDefinition): StepRef[] {
  const unmet = new Set(unmetOf(context, state, [...needsOf(step)]));
  return context.definition.steps.flatMap((each) => refsOf(state, each)).filter((ref) => unmet.has(ref));
}

/** A step with an occurrence for each row of a list needs the list. */
function needsOf({ needs, perItem }: StepDefinition): Needs[] {
  return [...(needs === undefined ? [] : [needs]), ...(perItem ? [perItem.step] : [])];
}

/** @param past what waits for these: where steps wait for each other in a circle, each is followed once */
function unmetOf(context: RuleContext, state: JourneyState, needs: Needs[], past: readonly StepKey[] = []): StepRef[] {
  return needs.flatMap((need): StepRef[] => {
    if (needsMet(context, state, need)) return [];
    if (typeof need === 'string') return unmetStep(context, state, need, past);
    if ('allOf' in need) return unmetOf(context, state, need.allOf, past);
    const [least] = need.anyOf.map((part) => unmetOf(context, state, [part], past)).sort((a, b) => a.length - b.length);
    return least ?? [];
  });
}

function unmetStep(context: RuleContext, state: JourneyState, key: StepKey, past: readonly StepKey[]): StepRef[] {
  if (past.includes(key)) return [];
  const milestone = context.definition.milestones?.find((candidate) => candidate.key === key);
  if (milestone) return unmetOf(context, state, [milestone.needs], [...past, key]);
  const step = requireStep(context.definition, key);
  const open = refsOf(state, step).filter((ref) => !isSettled(state.steps[ref]));
  return [...unmetOf(context, state, needsOf(step), [...past, key]), ...open];
}

function refsOf(state: JourneyState, step: StepDefinition): StepRef[] {
  return step.perItem ? itemRefs(state, step).map(({ ref }) => ref) : [step.key];
}

/** Running and settled steps whose needs are met no more once a step is not settled, nor those that depend on them. */
export function dependingOn(context: RuleContext, state: JourneyState, ref: StepRef): StepState[] {
  const begun = Object.values(state.steps).filter((step) => step.status !== 'waiting' && step.ref !== ref);
  const back: StepState[] = [];
  let without = withWaiting(state, ref);
  for (let found = next(); found !== undefined; found = next()) {
    back.push(found);
    without = withWaiting(without, found.ref);
  }
  return back;

  function next(): StepState | undefined {
    const unsettled = new Set([ref, ...back.map((step) => step.ref)].map((each) => each.split('@')[0] ?? each));
    return begun.find((step) => {
      if (back.includes(step)) return false;
      const needs = needsOf(requireStep(context.definition, step.ref));
      const isBuiltOn = needs.flatMap((need) => neededSteps(context, need)).some((key) => unsettled.has(key));
      return isBuiltOn && !needs.every((need) => needsMet(context, without, need));
    });
  }
}

function withWaiting(state: JourneyState, ref: StepRef): JourneyState {
  return {
    ...state,
    steps: { ...state.steps, [ref]: { ...(state.steps[ref] ?? waitingStep(ref)), status: 'waiting' } },
  };
}
