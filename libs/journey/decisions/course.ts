import type { Command, CommandStamp } from '../command';
import { dependingOn, unmetNeeds } from '../course';
import type { FactBody } from '../fact';
import { calledOff } from '../meetings';
import { isSettled } from '../needs';
import type { RuleContext } from '../rule-context';
import type { JourneyState } from '../state';
import { accepted, findStep, isFound, refused, today, type Answer } from './answer';
import { reopened } from './reopened';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** The journey goes on at a step: what it needs and is not settled is skipped, and it opens, or is reopened. */
export function goTo(context: RuleContext, state: JourneyState, command: Of<'go-to'>, stamp: CommandStamp): Answer {
  const found = findStep(context, state, command.step);
  if (!isFound(found)) return found;
  const { definition, step } = found;
  const { reason } = command;
  if (step.status === 'open' || step.status === 'submitted')
    return refused('step-running-already', '/step', { step: step.ref });
  // A quarter's report opens with its quarter, and not because somebody wishes it.
  if (definition.repeats && !isSettled(step)) return refused('step-not-open', '/step', { step: step.ref });
  const on = today(context, stamp);
  const skipped = unmetNeeds(context, state, definition).flatMap((ref): FactBody[] => [
    { kind: 'step-skipped', step: ref, reason, happenedOn: on },
    ...calledOff(state, on, ref),
  ]);
  return accepted(
    { kind: 'went-to-step', step: step.ref, reason },
    ...skipped,
    ...(isSettled(step) ? [reopened(context, state, step, on, { reason, tell: true })] : []),
  );
}

/** A step is wanted for another round, and all that was built on it waits until it is settled again. */
export function restartFrom(
  context: RuleContext,
  state: JourneyState,
  command: Of<'restart-from'>,
  stamp: CommandStamp,
): Answer {
  const found = findStep(context, state, command.step);
  if (!isFound(found)) return found;
  const { step } = found;
  const { reason } = command;
  if (step.status === 'waiting') return refused('step-still-waiting', '/step', { step: step.ref });
  const on = today(context, stamp);
  const setBack = dependingOn(context, state, step.ref).flatMap((later): FactBody[] => [
    { kind: 'step-set-back', step: later.ref, round: later.round, because: step.ref },
    ...calledOff(state, on, later.ref),
  ]);
  return accepted(
    { kind: 'restarted-from-step', step: step.ref, reason },
    ...setBack,
    reopened(context, state, step, on, { reason, tell: true }),
  );
}
