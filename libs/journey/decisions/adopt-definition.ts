import { checkDefinition } from '../check-definition';
import type { Command } from '../command';
import { datesMoved } from '../consequences';
import { stepRef, type StepRef } from '../ids';
import { nextRound } from '../next-round';
import { requireStep, seatDefinition, type RuleContext } from '../rule-context';
import type { JourneyState } from '../state';
import { mappingRefusal } from '../step-mapping/check-mapping';
import { withStepsMoved } from '../step-mapping/evolve-steps-moved';
import type { MovedStep, StepMapping } from '../step-mapping/moved-step';
import { accepted, refused, type Answer } from './answer';

/**
 * The journey goes on by another version of its programme. Of each step that it has and the new version lacks the mapping
 * says which step takes its place, or that it is let go; nothing that anybody gave is lost.
 */
export function adoptDefinition(
  context: RuleContext,
  state: JourneyState,
  { definition, hash, reason, steps: mapping = {}, holding = [] }: Extract<Command, { kind: 'adopt-definition' }>,
): Answer {
  const complaint = checkDefinition(definition)[0];
  if (complaint)
    return refused('definition-malformed', '/definition', { complaint: complaint.code, place: complaint.place });
  if (definition.key !== context.definition.key)
    return refused('definition-malformed', '/definition', { complaint: 'key-malformed', place: 'key' });
  const seat = seatsNamed(state).find((key) => !isKept(context, { ...context, definition }, key));
  if (seat !== undefined) return refused('definition-drops-seats', '/definition', { seat });
  const refusal = mappingRefusal({ context, state, definition, holding }, mapping);
  if (refusal) return { kind: 'refused', refusal };
  const steps = movedSteps(context, state, mapping);
  const moved = withStepsMoved(state, steps);
  return accepted(
    { kind: 'definition-adopted', hash, reason, ...(steps.length === 0 ? {} : { steps }) },
    ...datesMoved({ ...context, definition }, moved, 'definition'),
  );
}

/** The city's seats, and those that steps were given to. */
function seatsNamed({ seats, steps }: JourneyState): string[] {
  return [...Object.keys(seats), ...Object.values(steps).flatMap(({ responsible }) => responsible ?? [])];
}

function isKept(before: RuleContext, after: RuleContext, seat: string): boolean {
  return seatDefinition(after.definition, seat)?.of === seatDefinition(before.definition, seat)?.of;
}

/** Each step of the mapping with its occurrences, and its key, by which cadences and comments name it. */
function movedSteps({ definition }: RuleContext, state: JourneyState, mapping: StepMapping): MovedStep[] {
  return Object.entries(mapping).flatMap(([key, to]): MovedStep[] => {
    const { title } = requireStep(definition, key);
    const own = Object.values(state.steps).filter(({ step }) => step === key);
    const named: { ref: StepRef; occurrence: string | null }[] = own.some(({ ref }) => ref === key)
      ? own
      : [{ ref: key, occurrence: null }, ...own];
    return named.map(({ ref, occurrence }) => ({
      from: ref,
      to: to === null ? null : stepRef(to, occurrence),
      title,
      round: nextRound(state, ref) - 1,
    }));
  });
}
