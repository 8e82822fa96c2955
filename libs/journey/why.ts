import { addMonths, dayAt, workingDaysBetween, type Day, type Instant } from '@citypath/calendar';
import { allSteps } from './all-steps';
import type { Addressee } from './addressee';
import { forecastLetters, type ForecastLetter } from './forecast';
import type { StepRef } from './ids';
import { ladderView, type LadderView } from './ladder/ladder-view';
import { ownerNow } from './ladder/next-rung';
import { presumedDelivered } from './ladder/presumed-report';
import type { LetterKind } from './letter';
import { addressee, isVacant, responsibleSeat } from './owners';
import type { RuleContext } from './rule-context';
import type { JourneyState, StepState } from './state';
import { untoldThresholds, type Threshold } from './thresholds';

/** What a journey waits for: the most pressing thing first. Readers add names. */
export type Why =
  | { kind: 'completed' | 'withdrawn' | 'unborn' }
  | { kind: 'on-hold'; sinceOn: Day; untilOn: Day }
  | (WaitsForStep & { kind: 'overdue'; dueOn: Day; lateWorkingDays: number })
  | (WaitsForStep & { kind: 'acceptance-overdue'; dueOn: Day; lateWorkingDays: number })
  | (WaitsForStep & { kind: 'open'; dueOn: Day; inWorkingDays: number })
  | (WaitsForStep & { kind: 'to-accept'; dueOn: Day; inWorkingDays: number })
  | (WaitsForStep & { kind: 'to-be-confirmed' })
  /** Optional, and its day has passed: still asked for, never overdue. */
  | (WaitsForStep & { kind: 'optional-past-its-day'; dueOn: Day })
  | { kind: 'nothing-open'; next: NextLetter | null };

/** The same of a step. */
export type WhyOfStep = Extract<Why, WaitsForStep>;

/** What happens next by itself. */
export type NextLetter = Pick<ForecastLetter, 'dueAt' | 'on' | 'kind' | 'step' | 'seat' | 'holder'>;

export interface WaitsForStep {
  step: StepRef;
  /** Who is to act; `forSeat` is set when they act for a responsible seat that is vacant. */
  who: Addressee;
  forSeat: string | null;
  sinceOn: Day | null;
  /** Why its ladder does not simply climb; null where it does. */
  ladder: LadderView | null;
  /** What happens next by itself about this step. */
  next: NextLetter | null;
}

/** How far ahead the next letter is looked for. */
const LOOK_AHEAD_MONTHS = 18;

/** One answer to "what does this journey wait for?", from the same rules that run it. */
export function why(context: RuleContext, state: JourneyState, now: Instant): Why {
  const { status } = state;
  if (status === 'unborn' || status === 'completed' || status === 'withdrawn') return { kind: status };
  const today = dayAt(context.calendar, now);
  if (state.hold)
    return { kind: 'on-hold', sinceOn: dayAt(context.calendar, state.hold.sinceAt), untilOn: state.hold.untilOn };

  const pressing = allSteps(context, state)
    .filter(({ step }) => step.status === 'open' || step.status === 'submitted')
    .map(({ step, definition }) => ({
      step,
      optional: definition.optional === true,
      rank: rankOf(step, today, definition.optional === true),
    }))
    .sort((a, b) => a.rank.localeCompare(b.rank))[0];
  if (!pressing)
    return {
      kind: 'nothing-open',
      next: forecastLetters(context, state, now, addMonths(today, LOOK_AHEAD_MONTHS), 1)[0] ?? null,
    };
  return whyOfStep(context, state, pressing.step, today);
}

/** What one open or submitted step waits for. */
export function whyOfStep(context: RuleContext, state: JourneyState, step: StepState, today: Day): WhyOfStep {
  const submitted = step.status === 'submitted';
  const who = ownerNow(context, state, step);
  const definition = context.definition.steps.find(({ key }) => key === step.step);
  const meant = submitted ? definition?.accepts : definition && responsibleSeat(context, state, step.ref);
  const about = {
    step: step.ref,
    who,
    forSeat: meant !== undefined && meant !== who.seat && isVacant(context, state, meant) ? meant : null,
    sinceOn: submitted ? step.submittedOn : step.openedOn,
    ladder: ladderView(context, state, step, today),
    next: nextLetterOf(context, state, step),
  };
  const dueOn = submitted ? step.acceptanceDueOn : step.dueOn;
  if (dueOn === null) return { kind: 'to-be-confirmed', ...about };
  if (today > dueOn && !submitted && definition?.optional === true)
    return { kind: 'optional-past-its-day', dueOn, ...about };
  if (today > dueOn)
    return {
      kind: submitted ? 'acceptance-overdue' : 'overdue',
      dueOn,
      lateWorkingDays: workingDaysBetween(context.calendar, dueOn, today),
      ...about,
    };
  const inWorkingDays = workingDaysBetween(context.calendar, today, dueOn);
  return { kind: submitted ? 'to-accept' : 'open', dueOn, inWorkingDays, ...about };
}

/** What the clock tells next about one step, read off its own thresholds: cheap enough for a board of a thousand cities. */
function nextLetterOf(context: RuleContext, state: JourneyState, step: StepState): NextLetter | null {
  // As everywhere where something is foretold, what went counts as delivered.
  const next = untoldThresholds(context, state, presumedDelivered(step))[0];
  if (!next) return null;
  const { seat, holder } = 'seat' in next ? addressee(state, next.seat) : ownerNow(context, state, step);
  return {
    dueAt: next.at,
    on: dayAt(context.calendar, next.at),
    kind: letterKinds[next.kind],
    step: step.ref,
    seat,
    holder,
  };
}

const letterKinds: Record<Threshold['kind'], LetterKind> = {
  reminder: 'reminder',
  overdue: 'overdue',
  rung: 'escalation',
  'rung-to-prepare': 'to-release',
  'release-deadline': 'to-release',
  'acceptance-reminder': 'to-accept',
};

/** Sorts as text: what hurts now, then what is due soonest, then what nobody has dated. Optional steps come after all others. */
function rankOf(step: StepState, today: Day, optional: boolean): string {
  const dueOn = step.status === 'submitted' ? step.acceptanceDueOn : step.dueOn;
  if (optional) return `4 ${dueOn ?? '9999'}`;
  if (dueOn === null) return '3';
  return dueOn < today ? `1 ${dueOn}` : `2 ${dueOn}`;
}
