import type { StepDefinition } from './grammar';
import type { StepRef } from './ids';
import { isSettled, itemRefs } from './needs';
import type { RuleContext } from './rule-context';
import type { JourneyState, StepState } from './state';
import { waitingStep } from './empty-state';

export interface StepView {
  ref: StepRef;
  definition: StepDefinition;
  step: StepState;
}

/**
 * Every step of the journey in the programme's order, also those that still wait; a step with occurrences once for
 * each that is known, and once without one while none is.
 */
export function allSteps(context: RuleContext, state: JourneyState): StepView[] {
  return context.definition.steps.flatMap((definition) =>
    refsOf(state, definition).map(({ ref, title }) => {
      const step = state.steps[ref] ?? waitingStep(ref);
      return { ref, definition, step: title === undefined || step.title !== undefined ? step : { ...step, title } };
    }),
  );
}

function refsOf(state: JourneyState, definition: StepDefinition): { ref: StepRef; title?: string }[] {
  if (!definition.perItem && !definition.repeats) return [{ ref: definition.key }];
  const listed =
    definition.perItem && isSettled(state.steps[definition.perItem.step]) ? itemRefs(state, definition) : [];
  // What was opened stays, also where its list was reopened or has become shorter.
  const opened = Object.values(state.steps)
    .filter(({ ref, step }) => step === definition.key && !listed.some((item) => item.ref === ref))
    // One whose opening was taken back was never there.
    .filter(({ status, round }) => status !== 'waiting' || round > 0)
    .map(({ ref }) => ({ ref }));
  const refs = [...listed, ...opened].sort((a, b) => a.ref.localeCompare(b.ref, 'en', { numeric: true }));
  return refs.length > 0 ? refs : [{ ref: definition.key }];
}
