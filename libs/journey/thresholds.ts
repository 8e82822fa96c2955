import {
  addDays,
  addWorkingDays,
  instantAt,
  lastWorkingDayOnOrBefore,
  type Day,
  type Instant,
} from '@citypath/calendar';
import type { EscalationPolicy, SeatKey, StepDefinition } from './grammar';
import { acceptorOf, ownerOf } from './owners';
import { requireStep, type RuleContext } from './rule-context';
import type { JourneyState, StepState } from './state';

/** A morning on which something is told if nobody acts before. */
export interface Threshold {
  at: Instant;
  kind: 'reminder' | 'overdue' | 'rung' | 'acceptance-reminder' | 'acceptance-rung';
  /** Days from the due day (or from submission): '-3', '0', '+4'. */
  label: string;
  /** Of a rung: the seat it reaches. */
  seat?: SeatKey;
}

/**
 * All thresholds of an open or submitted step that are not told yet, in order of time; those already passed too.
 * The mornings are the city's. Thresholds to the holder and rungs are told apart, so both may fall on one morning.
 */
export function untoldThresholds(context: RuleContext, state: JourneyState, step: StepState): Threshold[] {
  const own = step.status === 'submitted' ? acceptorOf(context, state, step.ref) : ownerOf(context, state, step.ref);
  return schedule(context, step).filter((threshold) => {
    const isRung = threshold.seat !== undefined;
    const toldUntilAt = isRung ? step.rungToldUntilAt : step.toldUntilAt;
    // A rung that would tell the owner of their own delay climbs nowhere.
    return (toldUntilAt === null || threshold.at > toldUntilAt) && threshold.seat !== own.seat;
  });
}

/**
 * Schedules by what they depend on, for each pinned context. Worth keeping: a forecast asks for the same one at every
 * moment. A context sees as many as it has steps and due days, some thousands in years.
 */
const schedules = new WeakMap<RuleContext, Map<string, Threshold[]>>();

function schedule(context: RuleContext, step: StepState): Threshold[] {
  let ofContext = schedules.get(context);
  if (!ofContext) schedules.set(context, (ofContext = new Map<string, Threshold[]>()));
  const from = step.status === 'submitted' ? `${step.submittedOn}+${step.acceptanceHeldWorkingDays}` : step.dueOn;
  const key = `${step.step} ${step.status} ${from}`;
  let found = ofContext.get(key);
  if (!found) ofContext.set(key, (found = computeSchedule(context, step)));
  return found;
}

function computeSchedule(context: RuleContext, step: StepState): Threshold[] {
  const definition = requireStep(context.definition, step.ref);
  const thresholds =
    step.status === 'open' && step.dueOn !== null
      ? whileOpen(context, definition, step.dueOn)
      : step.status === 'submitted' && step.submittedOn !== null
        ? whileSubmitted(context, step.submittedOn, step.acceptanceHeldWorkingDays)
        : [];
  return thresholds.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function whileOpen(context: RuleContext, definition: StepDefinition, dueOn: Day): Threshold[] {
  const { calendar } = context;
  const cadence = definition.cadence ?? context.definition.cadence;
  const before = cadence.before.days.map((days): Threshold => {
    const day = cadence.before.unit === 'working-days' ? addWorkingDays(calendar, dueOn, -days) : addDays(dueOn, -days);
    // A reminder is never later than promised: one that would fall on a day off goes the working day before.
    return {
      at: instantAt(calendar, lastWorkingDayOnOrBefore(calendar, day)),
      kind: 'reminder',
      label: days === 0 ? '0' : `-${days}`,
    };
  });
  if (definition.optional) return before;
  const after = cadence.afterWorkingDays.map((days): Threshold => ({
    at: morningAfter(context, dueOn, days),
    kind: 'overdue',
    label: `+${days}`,
  }));
  return [
    ...before,
    ...after,
    ...rungs(context, dueOn, definition.escalation ?? context.definition.escalation, 'rung'),
  ];
}

function whileSubmitted(context: RuleContext, submittedOn: Day, heldWorkingDays: number): Threshold[] {
  const from = heldWorkingDays === 0 ? submittedOn : addWorkingDays(context.calendar, submittedOn, heldWorkingDays);
  const { acceptance } = context.definition;
  const reminders = acceptance.remindOnWorkingDays.map((days): Threshold => ({
    at: morningAfter(context, from, days),
    kind: 'acceptance-reminder',
    label: `+${days}`,
  }));
  return [...reminders, ...rungs(context, from, acceptance, 'acceptance-rung')];
}

function rungs(
  context: RuleContext,
  from: Day,
  policy: EscalationPolicy,
  kind: 'rung' | 'acceptance-rung',
): Threshold[] {
  return policy.rungs.map(({ afterWorkingDays, seat }) => ({
    at: morningAfter(context, from, afterWorkingDays),
    kind,
    label: `+${afterWorkingDays}`,
    seat,
  }));
}

function morningAfter(context: RuleContext, day: Day, workingDays: number): Instant {
  return instantAt(context.calendar, addWorkingDays(context.calendar, day, workingDays));
}
