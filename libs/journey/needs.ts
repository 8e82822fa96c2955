import type { Needs, StepDefinition, StepKey } from './grammar';
import { stepRef } from './ids';
import type { RuleContext } from './rule-context';
import type { JourneyState, StepState } from './state';

/** Done, skipped or waived: nothing more is wanted of the step. */
export function isSettled(step: StepState | undefined): boolean {
  return step?.status === 'done' || step?.status === 'skipped' || step?.status === 'waived';
}

/** @returns whether the needs are met; none are always met. */
export function needsMet(context: RuleContext, state: JourneyState, needs: Needs | undefined): boolean {
  if (needs === undefined) return true;
  if (typeof needs !== 'string') {
    return 'allOf' in needs
      ? needs.allOf.every((part) => needsMet(context, state, part))
      : needs.anyOf.some((part) => needsMet(context, state, part));
  }
  const milestone = context.definition.milestones?.find((candidate) => candidate.key === needs);
  if (milestone) return needsMet(context, state, milestone.needs);
  const step = context.definition.steps.find((candidate) => candidate.key === needs);
  return step !== undefined && stepSettled(state, step);
}

/** A step with an occurrence for each row of a list is settled when the list is known and every occurrence is settled. */
function stepSettled(state: JourneyState, step: StepDefinition): boolean {
  if (!step.perItem) return isSettled(state.steps[step.key]);
  return (
    isSettled(state.steps[step.perItem.step]) && itemRefs(state, step).every(({ ref }) => isSettled(state.steps[ref]))
  );
}

/** The occurrences that a list asks for; one without a title where the list is not known (a city taken over later). */
export function itemRefs(state: JourneyState, step: StepDefinition): { ref: string; title?: string }[] {
  const items = (step.perItem && state.steps[step.perItem.step]?.items) ?? [];
  if (items.length === 0) return [{ ref: stepRef(step.key, '1') }];
  return items.map((title, index) => ({ ref: stepRef(step.key, String(index + 1)), title }));
}

/** Every step that the needs name, through milestones. */
export function neededSteps(context: RuleContext, needs: Needs | undefined): StepKey[] {
  if (needs === undefined) return [];
  if (typeof needs !== 'string')
    return ('allOf' in needs ? needs.allOf : needs.anyOf).flatMap((part) => neededSteps(context, part));
  const milestone = context.definition.milestones?.find((candidate) => candidate.key === needs);
  return milestone ? neededSteps(context, milestone.needs) : [needs];
}
