import type { Needs, StepDefinition, StepKey } from './grammar';
import { isSettled } from './needs';
import type { RuleContext } from './rule-context';
import type { JourneyState } from './state';

/** A step that can never open, and what it needs that never comes. */
export interface NeverMet {
  step: StepKey;
  missing: StepKey[];
}

/**
 * Steps that wait for what never comes: even when everything that runs and everything that may still open is settled,
 * their needs are not met. It happens to steps of an edition that was taken later, or after the programme's last day.
 */
export function neverMet(context: RuleContext, state: JourneyState): NeverMet[] {
  const known = new Set(Object.values(state.steps).flatMap(({ status, step }) => (status === 'waiting' ? [] : [step])));
  const steps = context.definition.steps;
  const comes = new Set(steps.filter(({ key }) => known.has(key)).map(({ key }) => key));
  // Each round lets in what opens once the last one's are settled; it ends when nothing new does.
  for (let size = -1; size !== comes.size;) {
    size = comes.size;
    for (const step of steps) if (opensAfter(context, comes, step)) comes.add(step.key);
  }
  return steps
    .filter(({ key, optional }) => !comes.has(key) && optional !== true)
    .map((step) => ({ step: step.key, missing: missingOf(context, comes, step).filter((key) => !settled(state, key)) }))
    .filter(({ missing }) => missing.length > 0);
}

function opensAfter(context: RuleContext, comes: ReadonlySet<StepKey>, step: StepDefinition): boolean {
  return missingOf(context, comes, step).length === 0;
}

/** What a step needs beside those that come: its needs, the list that it follows, and where its repetition begins. */
function missingOf(context: RuleContext, comes: ReadonlySet<StepKey>, step: StepDefinition): StepKey[] {
  const begins = [step.perItem?.step, step.repeats?.from].filter((key) => key !== undefined);
  return [...new Set([...missingIn(context, comes, step.needs), ...begins.filter((key) => !comes.has(key))])];
}

function missingIn(context: RuleContext, comes: ReadonlySet<StepKey>, needs: Needs | undefined): StepKey[] {
  if (needs === undefined) return [];
  if (typeof needs === 'string') {
    const milestone = context.definition.milestones?.find(({ key }) => key === needs);
    if (milestone) return missingIn(context, comes, milestone.needs);
    return comes.has(needs) ? [] : [needs];
  }
  if ('allOf' in needs) return needs.allOf.flatMap((part) => missingIn(context, comes, part));
  const parts = needs.anyOf.map((part) => missingIn(context, comes, part));
  return parts.some((missing) => missing.length === 0) ? [] : parts.flat();
}

function settled(state: JourneyState, key: StepKey): boolean {
  return isSettled(state.steps[key]);
}
