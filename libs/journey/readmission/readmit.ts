import { stoodStill } from '../clock';
import type { Command, CommandStamp } from '../command';
import { accepted, refused, today, type Answer } from '../decisions/answer';
import { meetingsAgain } from '../meetings-again';
import type { RuleContext } from '../rule-context';
import type { JourneyState } from '../state';

/**
 * A journey that has ended goes on where it stood. While it was away its clocks stood still, as in a hold; one that
 * was on hold is on hold again, and resumes on its day, or at once where that has passed.
 */
export function readmit(
  context: RuleContext,
  state: JourneyState,
  { reason }: Extract<Command, { kind: 'readmit' }>,
  stamp: CommandStamp,
): Answer {
  const { ended } = state;
  if (!ended) return refused('journey-not-closed');
  const again = meetingsAgain(context, state, state, Object.entries(ended.meetings ?? {}), today(context, stamp));
  const { command } = ended;
  if (ended.hold) return accepted({ kind: 'readmitted', command, reason, heldWorkingDays: 0 }, ...again);
  const { moved, ...stood } = stoodStill(context, state, ended.at, stamp.now);
  return accepted({ kind: 'readmitted', command, reason, ...stood }, ...moved, ...again);
}
