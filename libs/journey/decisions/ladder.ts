import { addDays, instantAt, isDay, workingDaysBetween } from '@citypath/calendar';
import type { Command, CommandStamp } from '../command';
import { cadenceFault } from '../check-cadence';
import { stepDefinition, type RuleContext } from '../rule-context';
import type { JourneyState } from '../state';
import { acceptorOf, addressee, ownerOf } from '../owners';
import { accepted, findStep, isFound, refused, today, type Answer } from './answer';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** An acknowledgement holds the ladder at most so long; then there is more to say than "I own it". */
const LONGEST_ACKNOWLEDGEMENT_WORKING_DAYS = 20;

/** Whoever has the step (or is to accept it) says until when they own it. */
export function acknowledge(
  context: RuleContext,
  state: JourneyState,
  { step: ref, untilOn, note }: Of<'acknowledge'>,
  stamp: CommandStamp,
): Answer {
  const found = findStep(context, state, ref);
  if (!isFound(found)) return found;
  const { step } = found;
  const submitted = step.status === 'submitted';
  if (step.status !== 'open' && !submitted)
    return refused('step-not-open', '/step', { step: ref, status: step.status });
  const on = today(context, stamp);
  if (!isDay(untilOn)) return refused('day-malformed', '/untilOn');
  if (untilOn < on) return refused('day-in-the-past', '/untilOn', { day: untilOn, today: on });
  const most = LONGEST_ACKNOWLEDGEMENT_WORKING_DAYS;
  if (workingDaysBetween(context.calendar, on, untilOn) > most)
    return refused('acknowledgement-too-long', '/untilOn', { maxWorkingDays: most });
  const { seat } = (submitted ? acceptorOf : ownerOf)(context, state, ref);
  return accepted({
    kind: 'step-acknowledged',
    step: ref,
    round: step.round,
    untilOn,
    on,
    quietUntilAt: instantAt(context.calendar, addDays(untilOn, 1), '00:00'),
    seat,
    ...(note === undefined ? {} : { note }),
  });
}

/** The manager lets a prepared letter go, as it is or in other words. */
export function releaseRung(
  context: RuleContext,
  state: JourneyState,
  { step: ref, words }: Of<'release-rung'>,
  stamp: CommandStamp,
): Answer {
  const found = findPrepared(context, state, ref);
  if (!('prepared' in found)) return found;
  const { prepared, round, submitted } = found;
  const { threshold, dueOn, rung, about, lastRung, reaches } = prepared;
  return accepted({
    kind: submitted ? 'acceptance-rung-reached' : 'rung-reached',
    step: ref,
    round,
    threshold,
    dueOn,
    rung,
    on: today(context, stamp),
    about,
    ...(lastRung ? { lastRung: true } : {}),
    to: reaches,
    released: true,
    ...(words === undefined ? {} : { words }),
  });
}

/** The manager keeps a prepared letter back; the ladder goes on, counted from today. */
export function declineRung(
  context: RuleContext,
  state: JourneyState,
  { step: ref, reason }: Of<'decline-rung'>,
  stamp: CommandStamp,
): Answer {
  const found = findPrepared(context, state, ref);
  if (!('prepared' in found)) return found;
  const { threshold, dueOn, rung, about, lastRung, reaches } = found.prepared;
  const on = today(context, stamp);
  return accepted({
    kind: 'rung-declined',
    ...{ step: ref, round: found.round, threshold, dueOn, rung, on, about, reaches, reason },
    ...(lastRung ? { lastRung: true } : {}),
  });
}

function findPrepared(context: RuleContext, state: JourneyState, ref: string) {
  const found = findStep(context, state, ref);
  if (!isFound(found)) return found;
  if (state.status === 'on-hold') return refused('journey-on-hold', undefined, { untilOn: state.hold?.untilOn ?? '' });
  const { step } = found;
  const waiting = step.ladder?.prepared;
  if (!waiting) return refused('rung-not-prepared', '/step', { step: ref });
  const submitted = step.status === 'submitted';
  // Since it was prepared a hold may have moved the day, and the office another holder.
  const dueOn = (submitted ? step.acceptanceDueOn : step.dueOn) ?? waiting.dueOn;
  const prepared = { ...waiting, dueOn, reaches: addressee(state, waiting.reaches.seat) };
  return { prepared, round: step.round, submitted };
}

/** The city goes by a cadence of its own: for one step, for all occurrences of one, or for all. */
export function setCadence(
  context: RuleContext,
  _state: JourneyState,
  { step, cadence, reason }: Of<'set-cadence'>,
): Answer {
  if (step !== null && !stepDefinition(context.definition, step)) return refused('step-unknown', '/step', { step });
  const fault = cadence === null ? null : cadenceFault(cadence);
  if (fault !== null) return refused('cadence-malformed', `/cadence/${fault}`);
  return accepted({ kind: 'cadence-set', of: step, cadence, ...(reason === undefined ? {} : { reason }) });
}
