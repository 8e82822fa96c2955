import { workingDaysBetween, type Day } from '@citypath/calendar';
import type { Sign } from '@citypath/contracts';
import type { RuleContext, StepState, StepView } from '@citypath/journey';
import { assertNever } from '../assert-never';

/** The sign of a step on the city's `today`. */
export function stepSign({ step, definition }: StepView, onHold: boolean, today: Day): Sign {
  switch (step.status) {
    case 'done':
      return 'done';
    case 'skipped':
    case 'waived':
      return 'not-needed';
    case 'waiting':
      return 'waiting';
    case 'submitted':
      return onHold ? 'on-hold' : 'submitted';
    case 'open':
      if (onHold) return 'on-hold';
      return isLate(step, definition.optional === true, today) ? 'late' : 'open';
    default:
      return assertNever(step.status);
  }
}

function isLate(step: StepState, optional: boolean, today: Day): boolean {
  return !optional && step.dueOn !== null && step.dueOn < today;
}

/** The day that counts now: of a submitted step the one by which it is to be accepted. */
export function currentDueOn(step: StepState): Day | null {
  if (step.status === 'submitted') return step.acceptanceDueOn;
  return step.status === 'open' ? step.dueOn : null;
}

/** Working days from today to a due day; negative when it is past. */
export function workingDaysLeft({ calendar }: RuleContext, today: Day, dueOn: Day | null): number | null {
  if (dueOn === null) return null;
  return dueOn < today ? -workingDaysBetween(calendar, dueOn, today) : workingDaysBetween(calendar, today, dueOn);
}

/** The most pressing first: what is late, then what is due soonest, then what has no day; optional steps last. */
export function byPressure(today: Day): (a: StepView, b: StepView) => number {
  const rank = ({ step, definition }: StepView): string => {
    const dueOn = currentDueOn(step);
    if (definition.optional === true) return `4 ${dueOn ?? '9'}`;
    if (dueOn === null) return '3';
    return dueOn < today ? `1 ${dueOn}` : `2 ${dueOn}`;
  };
  return (a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0);
}

/** Waits for somebody: open or handed in. */
export function isWanted({ step }: StepView): boolean {
  return step.status === 'open' || step.status === 'submitted';
}
