import {
  addDays,
  addWorkingDays,
  instantAt,
  lastWorkingDayOnOrBefore,
  type Day,
  type Instant,
} from '@citypath/calendar';
import type { Cadence, SeatKey, StepDefinition } from './grammar';
import { nextRung, releaseDeadline } from './ladder/next-rung';
import { directorOf, managerOf } from './ladder/overseers';
import { requireStep, type RuleContext } from './rule-context';
import type { JourneyState, StepState } from './state';

/** A morning on which something is told if nobody acts before. */
export type Threshold = OwnThreshold | RungThreshold;

/** Of whoever has the step. */
export interface OwnThreshold {
  at: Instant;
  kind: 'reminder' | 'overdue' | 'acceptance-reminder';
  /** Days from the due day (or from submission): '-3', '0', '+4'. */
  label: string;
}

/** The next rung of the ladder; or the day on which a prepared letter that nobody released is told to the director. */
export interface RungThreshold {
  at: Instant;
  kind: 'rung' | 'rung-to-prepare' | 'release-deadline';
  label: string;
  /** Who is told: for a letter that is prepared the manager. */
  seat: SeatKey;
}

/**
 * All thresholds of an open or submitted step that are not told yet, in order of time; those already passed too. The
 * mornings are the city's. Of the ladder only the next rung is known: the one after counts from its delivery.
 */
export function untoldThresholds(context: RuleContext, state: JourneyState, step: StepState): Threshold[] {
  const own = untoldLetters(context, state, step);
  const rung = rungThreshold(context, state, step);
  return rung === null ? own : [...own, rung].sort(byTime);
}

/** Those to whoever has the step. */
export function untoldLetters(context: RuleContext, state: JourneyState, step: StepState): OwnThreshold[] {
  const { toldUntilAt } = step;
  const all = schedule(context, state, step);
  return toldUntilAt === null ? all : all.filter(({ at }) => at > toldUntilAt);
}

function rungThreshold(context: RuleContext, state: JourneyState, step: StepState): RungThreshold | null {
  const deadline = releaseDeadline(context, step);
  if (deadline !== null && step.ladder?.prepared)
    return {
      at: deadline,
      kind: 'release-deadline',
      label: step.ladder.prepared.threshold,
      seat: directorOf(context, state).seat,
    };
  const ahead = nextRung(context, state, step);
  if (ahead === null) return null;
  const { at, label, seat, isPrepared } = ahead;
  return isPrepared
    ? { at, kind: 'rung-to-prepare', label, seat: managerOf(context, state).seat }
    : { at, kind: 'rung', label, seat };
}

function byTime(a: Threshold, b: Threshold): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}

/**
 * Schedules by what they depend on, for each pinned context. Worth keeping: a forecast asks for the same one at every
 * moment. A context sees as many as it has steps and due days, some thousands in years.
 */
const schedules = new WeakMap<RuleContext, Map<string, OwnThreshold[]>>();

function schedule(context: RuleContext, state: JourneyState, step: StepState): OwnThreshold[] {
  let ofContext = schedules.get(context);
  if (!ofContext) schedules.set(context, (ofContext = new Map<string, OwnThreshold[]>()));
  const own = cadenceOf(context, state, step);
  const from = step.status === 'submitted' ? `${step.submittedOn}+${step.acceptanceHeldWorkingDays}` : step.dueOn;
  // The city's own cadence is no part of the context: two cities of one programme share it, and one changes its mind.
  const key = `${step.step} ${step.status} ${from} ${own.isOfCity ? JSON.stringify(own.cadence) : ''}`;
  let found = ofContext.get(key);
  if (!found) ofContext.set(key, (found = computeSchedule(context, step, own.cadence).sort(byTime)));
  return found;
}

/** The city's own cadence for the step or for all, else the programme's for the step or for all. */
function cadenceOf(
  { definition }: RuleContext,
  { cadence: own }: JourneyState,
  { ref, step }: StepState,
): { cadence: Cadence; isOfCity: boolean } {
  const ofCity = own?.steps?.[ref] ?? own?.steps?.[step] ?? own?.all;
  if (ofCity) return { cadence: ofCity, isOfCity: true };
  return { cadence: requireStep(definition, ref).cadence ?? definition.cadence, isOfCity: false };
}

function computeSchedule(context: RuleContext, step: StepState, cadence: Cadence): OwnThreshold[] {
  const definition = requireStep(context.definition, step.ref);
  if (step.status === 'open' && step.dueOn !== null) return whileOpen(context, definition, cadence, step.dueOn);
  return step.status === 'submitted' && step.submittedOn !== null
    ? whileSubmitted(context, step.submittedOn, step.acceptanceHeldWorkingDays)
    : [];
}

function whileOpen(context: RuleContext, definition: StepDefinition, cadence: Cadence, dueOn: Day): OwnThreshold[] {
  const { calendar } = context;
  const before = cadence.before.days.map((days): OwnThreshold => {
    const day = cadence.before.unit === 'working-days' ? addWorkingDays(calendar, dueOn, -days) : addDays(dueOn, -days);
    // A reminder is never later than promised: one that would fall on a day off goes the working day before.
    return {
      at: instantAt(calendar, lastWorkingDayOnOrBefore(calendar, day)),
      kind: 'reminder',
      label: days === 0 ? '0' : `-${days}`,
    };
  });
  if (definition.optional) return before;
  const after = cadence.afterWorkingDays.map((days): OwnThreshold => ({
    at: morningAfter(context, dueOn, days),
    kind: 'overdue',
    label: `+${days}`,
  }));
  return [...before, ...after];
}

function whileSubmitted(context: RuleContext, submittedOn: Day, heldWorkingDays: number): OwnThreshold[] {
  const from = heldWorkingDays === 0 ? submittedOn : addWorkingDays(context.calendar, submittedOn, heldWorkingDays);
  return context.definition.acceptance.remindOnWorkingDays.map((days) => ({
    at: morningAfter(context, from, days),
    kind: 'acceptance-reminder',
    label: `+${days}`,
  }));
}

function morningAfter(context: RuleContext, day: Day, workingDays: number): Instant {
  return instantAt(context.calendar, addWorkingDays(context.calendar, day, workingDays));
}
