import { addDays } from '@citypath/calendar';
import type { Command, CommandStamp } from '../command';
import { calledOff } from '../meetings';
import { isSettled } from '../needs';
import type { RuleContext } from '../rule-context';
import type { JourneyState } from '../state';
import { accepted, findStep, isFound, refused, refusedPastDay, today, type Answer, type FoundStep } from './answer';
import { reopened } from './reopened';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** Records a step as done without a submission, on a known day or not. */
export function complete(
  context: RuleContext,
  state: JourneyState,
  command: Of<'complete'>,
  stamp: CommandStamp,
): Answer {
  const found = unsettled(context, state, command.step);
  if (!isFound(found)) return found;
  const wrong = refusedPastDay(context, state.joinedOn, command.happenedOn, stamp, '/happenedOn');
  if (wrong) return wrong;
  const { happenedOn, reason, items } = command;
  return accepted(
    {
      kind: 'step-completed',
      step: found.step.ref,
      happenedOn,
      presumed: false,
      ...(reason === undefined ? {} : { reason }),
      ...(items === undefined ? {} : { items }),
    },
    // Today's may be the one that was held.
    ...calledOff(state, addDays(today(context, stamp), 1), found.step.ref),
  );
}

/** The step is not wanted of this city, with a reason and where the definition says so a proof. */
export function waive(context: RuleContext, state: JourneyState, command: Of<'waive'>, stamp: CommandStamp): Answer {
  const found = unsettled(context, state, command.step);
  if (!isFound(found)) return found;
  const { definition, step } = found;
  if (!definition.waiver) return refused('step-not-waivable', '/step', { step: step.ref });
  if (definition.waiver.proof && command.proof === undefined)
    return refused('waiver-needs-proof', '/proof', { step: step.ref });
  const { reason, proof } = command;
  return accepted(
    {
      kind: 'step-waived',
      step: step.ref,
      reason,
      ...(proof === undefined ? {} : { proof }),
      happenedOn: today(context, stamp),
    },
    ...calledOff(state, today(context, stamp), step.ref),
  );
}

/** The programme goes on without the step. */
export function skip(context: RuleContext, state: JourneyState, command: Of<'skip'>, stamp: CommandStamp): Answer {
  const found = unsettled(context, state, command.step);
  if (!isFound(found)) return found;
  return accepted(
    { kind: 'step-skipped', step: found.step.ref, reason: command.reason, happenedOn: today(context, stamp) },
    ...calledOff(state, today(context, stamp), found.step.ref),
  );
}

/** A settled step is wanted once more. Later steps stay as they are. */
export function reopen(context: RuleContext, state: JourneyState, command: Of<'reopen'>, stamp: CommandStamp): Answer {
  const found = findStep(context, state, command.step);
  if (!isFound(found)) return found;
  const { step } = found;
  if (!isSettled(step)) return refused('step-not-settled', '/step', { step: step.ref, status: step.status });
  return accepted(reopened(context, state, step, today(context, stamp), { reason: command.reason, tell: true }));
}

function unsettled(context: RuleContext, state: JourneyState, ref: string): FoundStep | Answer {
  const found = findStep(context, state, ref);
  if (!isFound(found)) return found;
  return isSettled(found.step)
    ? refused('step-already-settled', '/step', { step: ref, status: found.step.status })
    : found;
}
