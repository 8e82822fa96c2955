import { isDay } from '@citypath/calendar';
import type { Command, CommandStamp } from '../command';
import type { RuleContext } from '../rule-context';
import type { JourneyState } from '../state';
import { isMeeting, tellingGuests } from '../meetings';
import { isSettled } from '../needs';
import { accepted, findStep, isFound, refused, today, type Answer } from './answer';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** How long after a takeover dates that have already passed may still be recorded. */
const TAKEOVER_MS = 24 * 60 * 60 * 1000;

/**
 * A new day is agreed for an open step; the baseline stays. While a running city is being taken over the day may lie
 * in the past, and the newest threshold that has passed is told once.
 */
export function agreeDate(
  context: RuleContext,
  state: JourneyState,
  command: Of<'agree-date'>,
  stamp: CommandStamp,
): Answer {
  const found = findStep(context, state, command.step);
  if (!isFound(found)) return found;
  const { step } = found;
  if (step.status !== 'open') return refused('step-not-open', '/step', { step: step.ref, status: step.status });
  if (!isDay(command.dueOn)) return refused('day-malformed', '/dueOn');
  const takingOver = isTakingOver(state, stamp);
  const on = today(context, stamp);
  if (command.dueOn < on && !takingOver) return refused('day-in-the-past', '/dueOn', { day: command.dueOn, today: on });
  if (state.joinedOn !== null && command.dueOn < state.joinedOn) {
    return refused('day-before-joining', '/dueOn', { day: command.dueOn, joinedOn: state.joinedOn });
  }
  return accepted({
    kind: 'date-agreed',
    step: step.ref,
    dueOn: command.dueOn,
    previousOn: step.dueOn,
    reason: command.reason,
    planned: command.planned ?? false,
    // The same day again has nothing new to tell.
    retell: takingOver && command.dueOn !== step.dueOn,
  });
}

function isTakingOver(state: JourneyState, stamp: CommandStamp): boolean {
  return state.takeover && state.joinedAt !== null && Date.parse(stamp.now) - Date.parse(state.joinedAt) < TAKEOVER_MS;
}

/** An event or a review's session gets its day, or another one; without a day it is to be confirmed again. */
export function scheduleEvent(
  context: RuleContext,
  state: JourneyState,
  command: Of<'schedule-event'>,
  stamp: CommandStamp,
): Answer {
  const found = findStep(context, state, command.step);
  if (!isFound(found)) return found;
  const { definition, step } = found;
  if (!isMeeting(definition)) return refused('step-not-an-event', '/step', { step: step.ref });
  if (isSettled(step) || step.status === 'submitted')
    return refused('step-already-settled', '/step', { step: step.ref, status: step.status });
  if (command.on !== null) {
    if (!isDay(command.on)) return refused('day-malformed', '/on');
    const on = today(context, stamp);
    if (command.on < on) return refused('day-in-the-past', '/on', { day: command.on, today: on });
  }
  const { on, time, place } = command;
  const told = tellingGuests(context, state, step, on);
  return accepted({
    kind: 'event-scheduled',
    step: step.ref,
    on,
    previousOn: step.eventOn,
    ...(time === undefined ? {} : { time }),
    ...(place === undefined ? {} : { place }),
    ...(definition.due.rule === 'event-day' && on !== null && step.agreed ? { dueFollows: true } : {}),
    ...told,
  });
}
