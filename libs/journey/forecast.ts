import { dayAt, type Day, type Instant } from '@citypath/calendar';
import { allSteps } from './all-steps';
import { nextMoment } from './clock';
import { countedAfter, dueByRule } from './due';
import type { Fact } from './fact';
import type { Needs, StepDefinition } from './grammar';
import { stepRef, type StepRef } from './ids';
import { clockStamp, judge } from './judge';
import { presumedReport } from './ladder/presumed-report';
import type { LetterDue } from './letter';
import { lettersDue } from './letters-due';
import { isSettled } from './needs';
import { requireStep, type RuleContext } from './rule-context';
import type { JourneyState } from './state';

export interface Forecast {
  /** Every letter that becomes due if nobody acts, in order of time. */
  letters: ForecastLetter[];
  /** When each step will be done if everyone keeps to the dates from today on; null: it hangs on a date to be confirmed. */
  steps: Record<StepRef, Day | null>;
}

export interface ForecastLetter extends Omit<LetterDue, 'seq'> {
  /** The city's day on which it becomes due. */
  on: Day;
}

/** What lies ahead from `now` to the end of `untilOn` (the city's day) by the very rules that will run. */
export function forecast(context: RuleContext, state: JourneyState, now: Instant, untilOn: Day): Forecast {
  return { letters: forecastLetters(context, state, now, untilOn), steps: forecastSteps(context, state, now) };
}

/** What silence causes at one moment, and how the journey stands after it. */
export interface ForeseenMoment {
  at: Instant;
  /** The city's day. */
  on: Day;
  facts: readonly Fact[];
  state: JourneyState;
}

/** The forecast gives itself the report of a post that delivers: what goes arrives, and ladders climb by the same rules. */
function presumed(context: RuleContext, state: JourneyState, now: Instant): JourneyState {
  const report = presumedReport(state);
  if (report === null) return state;
  const judged = judge(context, state, report, clockStamp(now));
  if (judged.kind === 'refused') throw new Error('The post is never refused.');
  return judged.state;
}

/** The moments to the end of `untilOn` (the city's day): the clock strikes at each, and nothing else happens. */
export function* foreseenMoments(
  context: RuleContext,
  state: JourneyState,
  now: Instant,
  untilOn: Day,
): Generator<ForeseenMoment> {
  let silent = presumed(context, state, now);
  let next = nextMoment(context, silent, now);
  while (next !== null) {
    // A moment that has passed already is told at once, not in the past.
    const at = next > now ? next : now;
    const on = dayAt(context.calendar, at);
    if (on > untilOn) return;
    const judged = judge(context, silent, { kind: 'clock-struck' }, clockStamp(at));
    if (judged.kind === 'refused') throw new Error('The clock is never refused.');
    yield { at, on, facts: judged.facts, state: judged.state };
    silent = presumed(context, judged.state, at);
    next = nextMoment(context, silent, at);
    if (next !== null && next <= at) throw new Error(`The rules of ${silent.journeyId} stand still at ${at}.`);
  }
}

/**
 * The letters that silence causes.
 * @param limit stop after so many letters
 */
export function forecastLetters(
  context: RuleContext,
  state: JourneyState,
  now: Instant,
  untilOn: Day,
  limit = Infinity,
): ForecastLetter[] {
  const letters: ForecastLetter[] = [];
  if (limit <= 0) return letters;
  for (const { on, facts } of foreseenMoments(context, state, now, untilOn)) {
    for (const fact of facts) for (const { seq: _, ...letter } of lettersDue(fact)) letters.push({ ...letter, on });
    if (letters.length >= limit) break;
  }
  return letters.slice(0, limit);
}

/** When each step will be done if everyone keeps to the dates from today on. Never before today. */
export function forecastSteps(context: RuleContext, state: JourneyState, now: Instant): Record<StepRef, Day | null> {
  const today = dayAt(context.calendar, now);
  const later = (a: Day, b: Day): Day => (a > b ? a : b);
  const known = new Map<StepRef, Day | null>();

  const ofStep = (key: string): Day | null => {
    const milestone = context.definition.milestones?.find((candidate) => candidate.key === key);
    if (milestone) return ofNeeds(milestone.needs);
    const views = allSteps(context, state).filter(({ definition }) => definition.key === key);
    const days = views.map(({ ref }) => ofRef(ref));
    return days.length === 0 || days.includes(null) ? null : (days as Day[]).reduce(later, today);
  };
  const ofNeeds = (needs: Needs | undefined): Day | null => {
    if (needs === undefined) return today;
    if (typeof needs === 'string') return ofStep(needs);
    if ('allOf' in needs) {
      const days = needs.allOf.map(ofNeeds);
      return days.includes(null) ? null : (days as Day[]).reduce(later, today);
    }
    const days = needs.anyOf.map(ofNeeds).filter((day): day is Day => day !== null);
    return days.reduce<Day | null>((soonest, day) => (soonest === null || day < soonest ? day : soonest), null);
  };
  const ofRef = (ref: StepRef): Day | null => {
    const found = known.get(ref);
    if (found !== undefined) return found;
    known.set(ref, null);
    const day = compute(ref);
    known.set(ref, day);
    return day;
  };
  const compute = (ref: StepRef): Day | null => {
    const step = state.steps[ref];
    if (isSettled(step)) return today;
    if (step?.status === 'submitted') return later(step.acceptanceDueOn ?? today, today);
    if (step?.status === 'open') return step.dueOn === null ? null : later(step.dueOn, today);
    const definition = requireStep(context.definition, ref);
    const opensOn = ofNeeds(definition.needs);
    if (opensOn === null) return null;
    const due = dueIfOpened(context, state, definition, ref, opensOn, (key) => ofRef(key));
    return due === null ? null : later(due, opensOn);
  };

  const result: Record<StepRef, Day | null> = {};
  for (const { ref } of allSteps(context, state)) {
    const step = state.steps[ref];
    result[ref] = isSettled(step) ? (step?.doneOn ?? null) : ofRef(ref);
  }
  return result;
}

/** The rule's day of a step that will open later; anchors that are not known yet take their own forecast. */
function dueIfOpened(
  context: RuleContext,
  state: JourneyState,
  step: StepDefinition,
  ref: StepRef,
  opensOn: Day,
  forecastOf: (ref: StepRef) => Day | null,
): Day | null {
  const known = dueByRule(context, state, ref, opensOn);
  if (
    known !== null ||
    step.due.rule !== 'after' ||
    step.due.anchor.of === 'joining' ||
    step.due.anchor.step === undefined
  )
    return known;
  const anchored = stepRef(step.due.anchor.step, null);
  // Done on a day that nobody knows is not an anchor, and no forecast makes it one.
  const from = isSettled(state.steps[anchored]) ? null : forecastOf(anchored);
  return from === null ? null : countedAfter(context, from, step, ref);
}
