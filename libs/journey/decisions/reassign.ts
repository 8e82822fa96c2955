import type { Command } from '../command';
import { isSettled } from '../needs';
import { isVacant, ownerOf, responsibleSeat } from '../owners';
import { seatDefinition, type RuleContext } from '../rule-context';
import type { JourneyState } from '../state';
import { accepted, findStep, isFound, refused, type Answer } from './answer';

/** Another seat has a step from now on, this one only: what is open of it moves along, its days and its round stay. */
export function reassign(
  context: RuleContext,
  state: JourneyState,
  { step: ref, seat, reason }: Extract<Command, { kind: 'reassign' }>,
): Answer {
  const found = findStep(context, state, ref);
  if (!isFound(found)) return found;
  const { step } = found;
  if (isSettled(step)) return refused('step-already-settled', '/step', { step: step.ref, status: step.status });
  const known = seatDefinition(context.definition, seat);
  if (!known) return refused('seat-unknown', '/seat', { seat });
  if (known.readOnly) return refused('seat-read-only', '/seat', { seat });
  if (isVacant(context, state, seat)) return refused('seat-vacant', '/seat', { seat });
  const previous = responsibleSeat(context, state, step.ref);
  if (previous === seat) return refused('seat-has-step-already', '/seat', { seat, step: step.ref });
  const after = { ...state, steps: { ...state.steps, [step.ref]: { ...step, responsible: seat } } };
  const [from, to] = [ownerOf(context, state, step.ref), ownerOf(context, after, step.ref)];
  // Whoever acted for a vacant seat may have it now in their own: nobody is told what they know.
  const told = step.status === 'open' && from.seat !== to.seat ? { told: { from, to } } : {};
  return accepted({ kind: 'step-reassigned', step: step.ref, round: step.round, seat, previous, reason, ...told });
}
