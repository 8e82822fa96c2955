import { addMonths, dayAt, workingDaysBetween, type Day, type Instant } from '@citypath/calendar';
import { allSteps } from './all-steps';
import type { Addressee } from './fact';
import { forecastLetters, type ForecastLetter } from './forecast';
import type { StepRef } from './ids';
import { acceptorOf, isVacant, ownerOf } from './owners';
import type { RuleContext } from './rule-context';
import type { JourneyState, StepState } from './state';

/** What a journey waits for: the most pressing thing first. Readers add names. */
export type Why =
  | { kind: 'completed' | 'withdrawn' | 'unborn' }
  | { kind: 'on-hold'; sinceOn: Day; untilOn: Day }
  | (WaitsForStep & { kind: 'overdue'; dueOn: Day; lateWorkingDays: number })
  | (WaitsForStep & { kind: 'acceptance-overdue'; dueOn: Day; lateWorkingDays: number })
  | (WaitsForStep & { kind: 'open'; dueOn: Day; inWorkingDays: number })
  | (WaitsForStep & { kind: 'to-accept'; dueOn: Day; inWorkingDays: number })
  | (WaitsForStep & { kind: 'to-be-confirmed' })
  | { kind: 'nothing-open'; next: ForecastLetter | null };

interface WaitsForStep {
  step: StepRef;
  /** Who is to act; `forSeat` is set when they act for a responsible seat that is vacant. */
  who: Addressee;
  forSeat: string | null;
  sinceOn: Day | null;
  /** What happens next by itself about this step. */
  next: ForecastLetter | null;
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
  if (!pressing) return { kind: 'nothing-open', next: nextLetters(context, state, now)[0] ?? null };
  return waitsFor(context, state, pressing.step, now, today);
}

/** What the journey waits for at one of its open or submitted steps. */
export function whyOfStep(context: RuleContext, state: JourneyState, ref: StepRef, now: Instant): Why | null {
  const step = state.steps[ref];
  if (state.status !== 'active' || (step?.status !== 'open' && step?.status !== 'submitted')) return null;
  return waitsFor(context, state, step, now, dayAt(context.calendar, now));
}

function waitsFor(context: RuleContext, state: JourneyState, step: StepState, now: Instant, today: Day): Why {
  const submitted = step.status === 'submitted';
  const who = submitted ? acceptorOf(context, state, step.ref) : ownerOf(context, state, step.ref);
  const definition = context.definition.steps.find(({ key }) => key === step.step);
  const meant = submitted ? definition?.accepts : definition?.responsible;
  const about = {
    step: step.ref,
    who,
    forSeat: meant !== undefined && meant !== who.seat && isVacant(context, state, meant) ? meant : null,
    sinceOn: submitted ? step.submittedOn : step.openedOn,
    next: nextLetters(context, state, now).find((letter) => letter.step === step.ref) ?? null,
  };
  const dueOn = submitted ? step.acceptanceDueOn : step.dueOn;
  if (dueOn === null) return { kind: 'to-be-confirmed', ...about };
  const days = workingDaysBetween(context.calendar, today, dueOn);
  if (today > dueOn)
    return {
      kind: submitted ? 'acceptance-overdue' : 'overdue',
      dueOn,
      lateWorkingDays: workingDaysBetween(context.calendar, dueOn, today),
      ...about,
    };
  return { kind: submitted ? 'to-accept' : 'open', dueOn, inWorkingDays: days, ...about };
}

function nextLetters(context: RuleContext, state: JourneyState, now: Instant): ForecastLetter[] {
  return forecastLetters(context, state, now, addMonths(dayAt(context.calendar, now), LOOK_AHEAD_MONTHS), 40);
}

/** Sorts as text: what hurts now, then what is due soonest, then what nobody has dated. Optional steps come after all others. */
function rankOf(step: StepState, today: Day, optional: boolean): string {
  const dueOn = step.status === 'submitted' ? step.acceptanceDueOn : step.dueOn;
  if (optional) return `4 ${dueOn ?? '9999'}`;
  if (dueOn === null) return '3';
  return dueOn < today ? `1 ${dueOn}` : `2 ${dueOn}`;
}
