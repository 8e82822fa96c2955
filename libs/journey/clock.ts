import {
  addWorkingDays,
  dayAt,
  firstWorkingDayOnOrAfter,
  instantAt,
  workingDaysBetween,
  type Day,
  type Instant,
} from '@citypath/calendar';
import type { FactBody } from './fact';
import type { StepRef } from './ids';
import { openings } from './occurrences';
import { ownerNow } from './ladder/next-rung';
import { rungFacts } from './ladder/rung-facts';
import { requireStep, type RuleContext } from './rule-context';
import { runningSteps } from './running-steps';
import { untoldLetters, untoldThresholds, type OwnThreshold } from './thresholds';
import type { HoldState, JourneyState, StepState } from './state';

/**
 * What has fallen due by the clock at `now` and is not told yet. Of several passed thresholds of a step only the
 * newest to the holder is told: one letter after an outage, not a storm. A ladder climbs one rung at a time.
 */
export function clockFacts(context: RuleContext, state: JourneyState, now: Instant): FactBody[] {
  if (state.status === 'on-hold' && state.hold) {
    return resumesAt(context, state.hold) <= now ? resumption(context, state, state.hold, now, null) : [];
  }
  if (state.status !== 'active') return [];
  return runningSteps(state).flatMap((step) => passed(context, state, step, now));
}

/**
 * The next instant at which the clock has something to say; null when it never will. After a command this may lie
 * before `now` (the newest passed threshold of a takeover); after settling at `now` it is always later.
 */
export function nextMoment(context: RuleContext, state: JourneyState, now: Instant): Instant | null {
  if (state.status === 'on-hold' && state.hold) return resumesAt(context, state.hold);
  if (state.status !== 'active') return null;
  let next: Instant | null = null;
  const consider = (at: Instant | undefined): void => {
    if (at !== undefined && (next === null || at < next)) next = at;
  };
  for (const step of runningSteps(state)) consider(untoldThresholds(context, state, step)[0]?.at);
  for (const step of context.definition.steps) {
    if (step.repeats) for (const opening of openings(context, state, step, now)) consider(opening.at);
  }
  return next;
}

/** A hold until a day off ends on the next working morning: what it tells then goes to people at work. */
function resumesAt({ calendar }: RuleContext, { untilOn }: HoldState): Instant {
  return instantAt(calendar, firstWorkingDayOnOrAfter(calendar, untilOn));
}

/** The end of a hold: the clocks of what is open go on, each date later by the working days that were held. */
export function resumption(
  context: RuleContext,
  state: JourneyState,
  hold: HoldState,
  now: Instant,
  reason: string | null,
): FactBody[] {
  const { moved, ...stood } = stoodStill(context, state, hold.sinceAt, now);
  return [{ kind: 'resumed', reason, ...stood }, ...moved];
}

/** What it means that the clocks of a journey stood still for a time. */
export interface StoodStill {
  heldWorkingDays: number;
  ladders?: Record<StepRef, Day>;
  /** The days of running steps, each later by the working days that passed. */
  moved: FactBody[];
}

/** Nothing is told of the time between: what counts from something moves, and of what does not the newest is told. */
export function stoodStill(context: RuleContext, state: JourneyState, sinceAt: Instant, now: Instant): StoodStill {
  const { calendar } = context;
  const heldSince = dayAt(calendar, sinceAt);
  const today = dayAt(calendar, now);
  const morning = instantAt(calendar, today);
  // A hold that began before a morning gives that morning's letters back on the day it ends.
  const toldUntilAt = sinceAt < instantAt(calendar, heldSince) && now >= morning ? justBefore(morning) : now;
  return {
    heldWorkingDays: heldDays(context, heldSince, today),
    ...heldLadders(context, state, heldSince, today),
    moved: runningSteps(state).flatMap((step) => heldDate(context, step, sinceAt, today, toldUntilAt)),
  };
}

/**
 * Only dates that count from something move with a hold. A fixed day, an event's day and a quarter's end belong to
 * the world outside: they stay, and the newest passed threshold is told on resuming.
 */
function heldDate(
  context: RuleContext,
  step: StepState,
  sinceAt: Instant,
  today: Day,
  toldUntilAt: Instant,
): FactBody[] {
  const submitted = step.status === 'submitted';
  if (!submitted && requireStep(context.definition, step.ref).due.rule !== 'after') return [];
  const previousOn = submitted ? step.acceptanceDueOn : step.dueOn;
  // A clock that was set during the hold has stood still from then on only.
  const setAt = clockSetAt(step);
  const stoodSinceAt = setAt !== null && setAt > sinceAt ? setAt : sinceAt;
  const days = heldDays(context, dayAt(context.calendar, stoodSinceAt), today);
  if (previousOn === null || days === 0) return [];
  const dueOn = addWorkingDays(context.calendar, previousOn, days);
  const clock = submitted ? 'accepting' : 'responsible';
  return [
    { kind: 'due-moved', step: step.ref, clock, dueOn, previousOn, cause: 'hold', heldWorkingDays: days, toldUntilAt },
  ];
}

/**
 * When the step was opened, handed in, returned or agreed anew, or sooner: that sets both marks of what is told. What keeps
 * one of them quiet for longer (a cadence, somebody's word) sets no clock.
 */
function clockSetAt({ toldUntilAt, rungToldUntilAt }: StepState): Instant | null {
  if (toldUntilAt === null || rungToldUntilAt === null) return null;
  return toldUntilAt < rungToldUntilAt ? toldUntilAt : rungToldUntilAt;
}

function heldDays(context: RuleContext, from: Day, to: Day): number {
  return Math.max(0, workingDaysBetween(context.calendar, from, to));
}

function justBefore(instant: Instant): Instant {
  return new Date(Date.parse(instant) - 1).toISOString() as Instant;
}

/** Ladders that had begun when the hold did stood still with all else; what counts from a day to come does not. */
function heldLadders(
  context: RuleContext,
  state: JourneyState,
  heldSince: Day,
  today: Day,
): { ladders?: Record<StepRef, Day> } {
  const ladders = runningSteps(state).flatMap(({ ref, ladder }): [StepRef, Day][] => {
    const fromOn = ladder?.fromOn ?? null;
    if (fromOn === null) return [];
    const days = heldDays(context, fromOn > heldSince ? fromOn : heldSince, today);
    return days === 0 ? [] : [[ref, addWorkingDays(context.calendar, fromOn, days)]];
  });
  return ladders.length === 0 ? {} : { ladders: Object.fromEntries(ladders) };
}

function passed(context: RuleContext, state: JourneyState, step: StepState, now: Instant): FactBody[] {
  const newest = untoldLetters(context, state, step)
    .filter(({ at }) => at <= now)
    .at(-1);
  return [...(newest ? [letterFact(context, state, step, newest)] : []), ...rungFacts(context, state, step, now)];
}

function letterFact(context: RuleContext, state: JourneyState, step: StepState, threshold: OwnThreshold): FactBody {
  const dueOn = step.status === 'submitted' ? step.acceptanceDueOn : step.dueOn;
  if (dueOn === null) throw new Error(`Step ${step.ref} has thresholds but no due day.`);
  return {
    kind: FACTS[threshold.kind],
    step: step.ref,
    round: step.round,
    threshold: threshold.label,
    dueOn,
    to: ownerNow(context, state, step),
  };
}

const FACTS = {
  reminder: 'reminder-fell-due',
  overdue: 'overdue-fell-due',
  'acceptance-reminder': 'acceptance-reminder-fell-due',
} as const;
