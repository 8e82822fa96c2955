import { dayAt, type Instant } from '@citypath/calendar';
import { runningSteps } from './running-steps';
import { dueByRule, standingDue } from './due';
import type { FactBody } from './fact';
import { guestsChanged } from './meetings';
import { nextRound } from './next-round';
import { openings } from './occurrences';
import { ownerOf } from './owners';
import type { RuleContext } from './rule-context';
import type { JourneyState } from './state';
import { fillersOf, vacantSeats } from './vacancies';

/**
 * What follows by itself from where the journey stands: steps whose needs are met open, dates that have become
 * known are set, a vacancy that matters is told, a meeting has other guests. Applied again and again until nothing follows.
 * @param joining what follows from the city's joining: it stands in the welcome letter
 */
export function consequences(context: RuleContext, state: JourneyState, now: Instant, joining: boolean): FactBody[] {
  if (state.status !== 'active' && state.status !== 'on-hold') return [];
  return firstNonEmpty(
    () => opened(context, state, now, joining),
    () => datesMoved(context, state, 'anchor'),
    () => vacancies(context, state),
    () => guestsChanged(context, state, now),
  );
}

function firstNonEmpty(...sources: (() => FactBody[])[]): FactBody[] {
  for (const source of sources) {
    const facts = source();
    if (facts.length > 0) return facts;
  }
  return [];
}

function opened(context: RuleContext, state: JourneyState, now: Instant, joining: boolean): FactBody[] {
  const today = dayAt(context.calendar, now);
  return context.definition.steps.flatMap((step) =>
    openings(context, state, step, now)
      .filter((opening) => opening.at === undefined)
      .map(({ ref, title }): FactBody => {
        const round = nextRound(state, ref);
        return {
          kind: 'step-opened',
          step: ref,
          round,
          dueOn: dueByRule(context, state, ref, today),
          happenedOn: today,
          ...(title === undefined ? {} : { title }),
          owner: ownerOf(context, state, ref),
          tell: !joining,
          takenOver: joining && state.takeover,
        };
      }),
  );
}

/**
 * Running steps whose rule now gives another day: an anchor became known or moved, or what is counted by was
 * adopted anew. Days that people agreed stay.
 */
export function datesMoved(
  context: RuleContext,
  state: JourneyState,
  cause: 'anchor' | 'calendar' | 'definition',
): FactBody[] {
  return runningSteps(state).flatMap((step): FactBody[] => {
    const submitted = step.status === 'submitted';
    if (!submitted && step.agreed) return [];
    const previousOn = submitted ? step.acceptanceDueOn : step.dueOn;
    const dueOn = standingDue(context, state, step);
    if (dueOn === previousOn) return [];
    const clock = submitted ? 'accepting' : 'responsible';
    return [
      { kind: 'due-moved', step: step.ref, clock, dueOn, previousOn, cause, heldWorkingDays: 0, toldUntilAt: null },
    ];
  });
}

function vacancies(context: RuleContext, state: JourneyState): FactBody[] {
  return vacantSeats(context, state)
    .filter((seat) => state.seats[seat]?.vacancyTold !== true)
    .map((seat) => ({ kind: 'vacancy-noticed', seat, to: fillersOf(context, state, seat) }));
}
