import { addMonths, dayAt, type Day, type Instant } from '@citypath/calendar';
import { forecastLetters } from './forecast';
import type { SeatKey, StepKey } from './grammar';
import type { TextRef } from './ids';
import { ladderView } from './ladder/ladder-view';
import { neverMet } from './never-met';
import { requireStep, type RuleContext } from './rule-context';
import { runningSteps } from './running-steps';
import type { JourneyState, StepState } from './state';
import { vacantSeats } from './vacancies';
import { whyOfStep, type NextLetter, type WhyOfStep } from './why';

/** What holds a journey up, of people: in this order, since what nobody but the programme can mend comes first. */
export type StuckCause = Stuck['cause'];

export type Stuck =
  | StuckStep
  /** Needs what never comes. */
  | { cause: 'never-met'; step: StepKey; missing: StepKey[] }
  | { cause: 'on-hold'; sinceOn: Day; untilOn: Day; awaiting: TextRef }
  | { cause: 'nothing-open'; next: NextLetter | null };

export interface StuckStep {
  cause:
    | 'contact-lost'
    | 'to-release'
    | 'ladder-ended'
    | 'vacancy'
    | 'acceptance-overdue'
    | 'overdue'
    | 'to-accept'
    | 'to-be-confirmed'
    | 'on-its-way';
  /** The seat that nobody holds, where that is the cause. */
  vacant: SeatKey | null;
  why: WhyOfStep;
}

/** How far ahead the next letter is looked for where nothing is open. */
const LOOK_AHEAD_MONTHS = 18;

/** What holds a running journey up most, by the rules that run it; null where it does not run. */
export function stuck(context: RuleContext, state: JourneyState, now: Instant): Stuck | null {
  if (state.status !== 'active' && state.status !== 'on-hold') return null;
  const today = dayAt(context.calendar, now);
  const { hold } = state;
  if (hold) {
    const sinceOn = dayAt(context.calendar, hold.sinceAt);
    return { cause: 'on-hold', sinceOn, untilOn: hold.untilOn, awaiting: hold.awaiting };
  }
  const vacant = new Set(vacantSeats(context, state));
  const found = runningSteps(state)
    .map((step) => ({ step, ...causeOf(context, state, step, vacant, today) }))
    .sort((a, b) => rankOf(a, context).localeCompare(rankOf(b, context)))[0];
  if (found && !mayWait(found)) return asStuck(context, state, found, today);
  const [never] = neverMet(context, state);
  if (never) return { cause: 'never-met', ...never };
  if (found) return asStuck(context, state, found, today);
  const until = addMonths(today, LOOK_AHEAD_MONTHS);
  return { cause: 'nothing-open', next: forecastLetters(context, state, now, until, 1)[0] ?? null };
}

type Found = Pick<StuckStep, 'cause' | 'vacant'> & { step: StepState };

/** Nobody is late with it. */
function mayWait({ cause }: Found): boolean {
  return cause === 'to-accept' || cause === 'to-be-confirmed' || cause === 'on-its-way';
}

function asStuck(context: RuleContext, state: JourneyState, { cause, vacant, step }: Found, today: Day): StuckStep {
  return { cause, vacant, why: whyOfStep(context, state, step, today) };
}

function causeOf(
  context: RuleContext,
  state: JourneyState,
  step: StepState,
  vacancies: ReadonlySet<SeatKey>,
  today: Day,
): Pick<StuckStep, 'cause' | 'vacant'> {
  const ladder = ladderView(context, state, step, today)?.kind;
  if (ladder === 'contact-lost' || ladder === 'to-release') return { cause: ladder, vacant: null };
  if (ladder === 'ended') return { cause: 'ladder-ended', vacant: null };
  const { responsible, optional } = requireStep(context.definition, step.ref);
  if (step.status === 'submitted') {
    const isLate = step.acceptanceDueOn !== null && step.acceptanceDueOn < today;
    return { cause: isLate ? 'acceptance-overdue' : 'to-accept', vacant: null };
  }
  if (optional === true) return { cause: 'on-its-way', vacant: null };
  if (vacancies.has(responsible)) return { cause: 'vacancy', vacant: responsible };
  if (step.dueOn === null) return { cause: 'to-be-confirmed', vacant: null };
  return { cause: step.dueOn < today ? 'overdue' : 'on-its-way', vacant: null };
}

const ORDER: StuckStep['cause'][] = [
  'contact-lost',
  'to-release',
  'ladder-ended',
  'vacancy',
  'acceptance-overdue',
  'overdue',
  'to-accept',
  'to-be-confirmed',
  'on-its-way',
];

/**
 * Sorts as text: by cause, then what is due first. Optional steps come after all others of their cause, and a period
 * whose day is not known after everything: nobody works on it.
 */
function rankOf({ cause, step }: Found, { definition }: RuleContext): string {
  const dueOn = step.status === 'submitted' ? step.acceptanceDueOn : step.dueOn;
  const { kind, optional } = requireStep(definition, step.ref);
  const place = cause === 'to-be-confirmed' && kind === 'period' ? ORDER.length : ORDER.indexOf(cause);
  return `${place} ${optional === true ? '1' : '0'} ${dueOn ?? '9999'} ${step.ref}`;
}
