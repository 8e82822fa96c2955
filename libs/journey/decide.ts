import { assertNever } from './assert-never';
import type { Command, CommandStamp } from './command';
import { adoptDefinition } from './decisions/adopt-definition';
import { comment } from './decisions/comment';
import { goTo, restartFrom } from './decisions/course';
import { agreeDate, scheduleEvent } from './decisions/dates';
import { join } from './decisions/join';
import { adoptCalendar, finish, hold, resume, withdraw } from './decisions/journey';
import { acknowledge, declineRung, releaseRung, setCadence } from './decisions/ladder';
import { postReported } from './decisions/post-reported';
import { reassign } from './decisions/reassign';
import { appoint, handOver, nameLiaison, vacate } from './decisions/seats';
import { accept, returnStep, submit } from './decisions/submission';
import { complete, reopen, skip, waive } from './decisions/settling';
import type { FactBody } from './fact';
import { accepted, refused } from './decisions/answer';
import type { Decision } from './refusal';
import { readmit } from './readmission/readmit';
import type { RuleContext } from './rule-context';
import type { JourneyState } from './state';
import { undo } from './undo/undo';

/**
 * Answers one command, on a state that is settled up to `stamp.now`, with facts or a named refusal. What follows by
 * itself (steps that open, dates that become known) is not part of the answer: see `consequences`.
 */
export function decide(
  context: RuleContext,
  state: JourneyState,
  command: Command,
  stamp: CommandStamp,
): Decision<FactBody> {
  if (command.kind === 'join') return join(context, state, command, stamp);
  if (command.kind === 'post-reported') return postReported(context, state, command, stamp);
  if (state.status === 'unborn') return refused('journey-not-joined');
  if (command.kind === 'readmit') return readmit(context, state, command, stamp);
  if (state.status === 'completed' || state.status === 'withdrawn')
    return refused('journey-closed', undefined, { status: state.status });
  switch (command.kind) {
    case 'appoint':
      return appoint(context, state, command, stamp);
    case 'hand-over':
      return handOver(context, state, command, stamp);
    case 'vacate':
      return vacate(context, state, command, stamp);
    case 'name-liaison':
      return nameLiaison(context, state, command);
    case 'schedule-event':
      return scheduleEvent(context, state, command, stamp);
    case 'submit':
      return submit(context, state, command, stamp);
    case 'accept':
      return accept(context, state, command, stamp);
    case 'return':
      return returnStep(context, state, command, stamp);
    case 'complete':
      return complete(context, state, command, stamp);
    case 'waive':
      return waive(context, state, command, stamp);
    case 'skip':
      return skip(context, state, command, stamp);
    case 'reopen':
      return reopen(context, state, command, stamp);
    case 'reassign':
      return reassign(context, state, command);
    case 'comment':
      return comment(context, state, command, stamp);
    case 'agree-date':
      return agreeDate(context, state, command, stamp);
    case 'hold':
      return hold(context, state, command, stamp);
    case 'resume':
      return resume(context, state, command, stamp);
    case 'withdraw':
      return withdraw(context, state, command, stamp);
    case 'finish':
      return finish(context, state, command, stamp);
    case 'adopt-calendar':
      return adoptCalendar(context, state, command, stamp);
    case 'adopt-definition':
      return adoptDefinition(context, state, command);
    case 'acknowledge':
      return acknowledge(context, state, command, stamp);
    case 'release-rung':
      return releaseRung(context, state, command, stamp);
    case 'decline-rung':
      return declineRung(context, state, command, stamp);
    case 'set-cadence':
      return setCadence(context, state, command);
    case 'go-to':
      return goTo(context, state, command, stamp);
    case 'restart-from':
      return restartFrom(context, state, command, stamp);
    case 'undo':
      return undo(context, state, command, stamp);
    case 'clock-struck':
      return accepted();
    default:
      return assertNever(command);
  }
}
