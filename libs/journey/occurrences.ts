import {
  addMonths,
  dayAt,
  firstWorkingDayOnOrAfter,
  instantAt,
  nextQuarter,
  quarterOf,
  quarterStart,
  type Day,
  type Instant,
  type Quarter,
} from '@citypath/calendar';
import { dueByRule } from './due';
import type { StepDefinition } from './grammar';
import { stepRef, type StepRef } from './ids';
import { isSettled, itemRefs, needsMet } from './needs';
import type { RuleContext } from './rule-context';
import type { JourneyState } from './state';

export interface Opening {
  ref: StepRef;
  title?: string;
  /** A moment of the future at which it opens by itself; absent: its needs are met now. */
  at?: Instant;
}

/**
 * What may open of a step: at once (its needs are met and nothing has opened it yet), or at a moment to come
 * (a repeating step's next occurrence). Occurrences whose due day has passed are never created.
 * @param now an instant; openings at or before it are returned without `at`
 */
export function openings(context: RuleContext, state: JourneyState, step: StepDefinition, now: Instant): Opening[] {
  if (!needsMet(context, state, step.needs)) return [];
  if (step.repeats) return repeated(context, state, step, now);
  const refs: Opening[] = step.perItem
    ? isSettled(state.steps[step.perItem.step])
      ? itemRefs(state, step)
      : []
    : [{ ref: step.key }];
  return refs.filter(({ ref }) => isUnopened(state, ref));
}

/** Never opened, or waiting again after it was sent back. */
function isUnopened(state: JourneyState, ref: StepRef): boolean {
  const status = state.steps[ref]?.status;
  return status === undefined || status === 'waiting';
}

function repeated(context: RuleContext, state: JourneyState, step: StepDefinition, now: Instant): Opening[] {
  // Or an occurrence would open during a hold whenever somebody happens to give a command.
  if (state.status !== 'active') return [];
  const { from, until, every } = step.repeats ?? { from: step.key, every: 'quarter' };
  if (!isSettled(state.steps[from]) || (until !== undefined && isSettled(state.steps[until]))) return [];
  const candidates = every === 'quarter' ? quarters(context, now) : years(context, state, from, now);
  return candidates
    .filter(({ occurrence, on }) => worthOpening(context, state, stepRef(step.key, occurrence), on, now))
    .map(({ occurrence, on }) => {
      const at = on === null ? now : instantAt(context.calendar, on);
      return { ref: stepRef(step.key, occurrence), ...(at > now ? { at } : {}) };
    });
}

interface Candidate {
  occurrence: string;
  /** The working day on whose morning it opens; null: at once. */
  on: Day | null;
}

/** This quarter's occurrence and the next one's. */
function quarters(context: RuleContext, now: Instant): Candidate[] {
  const current = quarterOf(dayAt(context.calendar, now));
  const opensOn = (quarter: Quarter): Day => firstWorkingDayOnOrAfter(context.calendar, quarterStart(quarter));
  return [current, nextQuarter(current)].map((occurrence) => ({ occurrence, on: opensOn(occurrence) }));
}

/** The running year's occurrence, counted from the day `from` was done, and the next one's; only the first where that day is not known. */
function years(context: RuleContext, state: JourneyState, from: string, now: Instant): Candidate[] {
  const today = dayAt(context.calendar, now);
  const done = state.steps[from]?.doneOn ?? null;
  if (done === null) return [{ occurrence: '1', on: null }];
  let passed = 0;
  while (addMonths(done, 12 * (passed + 1)) <= today) passed += 1;
  const candidate = (year: number): Candidate => ({
    occurrence: String(year + 1),
    on: year === 0 ? null : firstWorkingDayOnOrAfter(context.calendar, addMonths(done, 12 * year)),
  });
  return [candidate(passed), candidate(passed + 1)];
}

function worthOpening(context: RuleContext, state: JourneyState, ref: StepRef, on: Day | null, now: Instant): boolean {
  const today = dayAt(context.calendar, now);
  const opensOn = on ?? today;
  if (!isUnopened(state, ref) || (context.definition.endsOn !== undefined && opensOn > context.definition.endsOn))
    return false;
  const due = dueByRule(context, state, ref, opensOn);
  return due === null || due >= today;
}
