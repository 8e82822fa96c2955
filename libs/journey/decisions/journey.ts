import {
  addWorkingDays,
  checkCalendar,
  dayAt,
  firstWorkingDayOnOrAfter,
  instantAt,
  isDay,
  workingDaysBetween,
  type Instant,
} from '@citypath/calendar';
import { allSteps } from '../all-steps';
import { resumption } from '../clock';
import type { Command, CommandStamp } from '../command';
import { datesMoved } from '../consequences';
import { datesTold } from '../dates-told';
import { calledOff } from '../meetings';
import { isSettled } from '../needs';
import type { RuleContext } from '../rule-context';
import type { JourneyState } from '../state';
import { accepted, refused, today, type Answer } from './answer';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** The clock stops because of somebody who is waited for, until a day, at most so long. */
export function hold(context: RuleContext, state: JourneyState, command: Of<'hold'>, stamp: CommandStamp): Answer {
  if (state.hold) return refused('journey-on-hold', undefined, { untilOn: state.hold.untilOn });
  const on = today(context, stamp);
  if (!isDay(command.untilOn)) return refused('day-malformed', '/untilOn');
  if (command.untilOn <= on) return refused('day-in-the-past', '/untilOn', { day: command.untilOn, today: on });
  const { maxWorkingDays } = context.definition.hold;
  if (workingDaysBetween(context.calendar, on, command.untilOn) > maxWorkingDays)
    return refused('hold-too-long', '/untilOn', { maxWorkingDays });
  return accepted({ kind: 'held', awaiting: command.awaiting, reason: command.reason, untilOn: command.untilOn });
}

/** The hold ends before its day. */
export function resume(context: RuleContext, state: JourneyState, command: Of<'resume'>, stamp: CommandStamp): Answer {
  if (!state.hold) return refused('journey-not-on-hold');
  return accepted(...resumption(context, state, state.hold, stamp.now, command.reason));
}

/** The city leaves the programme; its data stay. */
export function withdraw(
  context: RuleContext,
  state: JourneyState,
  command: Of<'withdraw'>,
  stamp: CommandStamp,
): Answer {
  return accepted({ kind: 'withdrawn', reason: command.reason }, ...calledOff(state, today(context, stamp)));
}

/** The journey is complete: every step that is neither optional nor repeating is settled. */
export function finish(context: RuleContext, state: JourneyState, command: Of<'finish'>, stamp: CommandStamp): Answer {
  const open = allSteps(context, state)
    .filter(({ definition, step }) => definition.optional !== true && !definition.repeats && !isSettled(step))
    .map(({ ref }) => ref);
  if (open.length > 0) return refused('steps-still-open', undefined, { count: open.length, first: open[0] ?? '' });
  return accepted(
    { kind: 'finished', ...(command.reason === undefined ? {} : { reason: command.reason }) },
    ...calledOff(state, today(context, stamp)),
  );
}

/** Days are counted by another calendar from now on; the open steps' dates by rule are counted anew. */
export function adoptCalendar(
  context: RuleContext,
  state: JourneyState,
  command: Of<'adopt-calendar'>,
  stamp: CommandStamp,
): Answer {
  const complaint = checkCalendar(command.calendar)[0];
  if (complaint !== undefined) return refused('calendar-malformed', '/calendar', { complaint });
  const adopted = { ...context, calendar: command.calendar };
  const { hash, reason } = command;
  const moved = datesMoved(adopted, state, 'calendar');
  const told = datesTold(adopted, state, moved);
  const telling = told.length === 0 ? {} : { told, tellAt: nextMorning(adopted, stamp.now) };
  return accepted({ kind: 'calendar-adopted', hash, reason, ...telling }, ...moved);
}

/** The first working morning after an instant. */
function nextMorning({ calendar }: RuleContext, now: Instant): Instant {
  const today = firstWorkingDayOnOrAfter(calendar, dayAt(calendar, now));
  const morning = instantAt(calendar, today);
  return morning > now ? morning : instantAt(calendar, addWorkingDays(calendar, today, 1));
}
