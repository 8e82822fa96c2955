import { dayAt, type Day, type Instant } from '@citypath/calendar';
import { dueByRule } from './due';
import type { Addressee, FactBody } from './fact';
import { openings } from './occurrences';
import { addressee, isVacant, ownerOf } from './owners';
import { requireStep, seatDefinition, type RuleContext } from './rule-context';
import type { JourneyState, StepState } from './state';

/**
 * What follows by itself from where the journey stands: steps whose needs are met open, dates that have become
 * known are set, a vacancy that matters is told. Applied again and again until nothing follows.
 */
export function consequences(context: RuleContext, state: JourneyState, now: Instant): FactBody[] {
  if (state.status !== 'active' && state.status !== 'on-hold') return [];
  return firstNonEmpty(
    () => opened(context, state, now),
    () => datesMoved(context, state),
    () => vacancies(context, state),
  );
}

function firstNonEmpty(...sources: (() => FactBody[])[]): FactBody[] {
  for (const source of sources) {
    const facts = source();
    if (facts.length > 0) return facts;
  }
  return [];
}

function opened(context: RuleContext, state: JourneyState, now: Instant): FactBody[] {
  const today = dayAt(context.calendar, now);
  // What is open when the city joins stands in the welcome letter.
  const joining = state.joinedAt === now;
  return context.definition.steps.flatMap((step) =>
    openings(context, state, step, now)
      .filter((opening) => opening.at === undefined)
      .map(({ ref, title }): FactBody => {
        const round = (state.steps[ref]?.round ?? 0) + 1;
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

/** Open steps whose rule now gives another day; days that people agreed stay. */
function datesMoved(context: RuleContext, state: JourneyState): FactBody[] {
  return Object.values(state.steps).flatMap((step): FactBody[] => {
    if (step.status !== 'open' || step.agreed || step.openedOn === null) return [];
    const dueOn = dueByRule(context, state, step.ref, step.openedOn);
    return dueOn === step.dueOn ? [] : [ruleDateMoved(step, dueOn, 'anchor')];
  });
}

/** A date that moved by rule without a hold and without anybody agreeing it. */
export function ruleDateMoved(
  step: StepState,
  dueOn: Day | null,
  cause: 'anchor' | 'calendar' | 'definition',
): FactBody {
  const { ref, dueOn: previousOn } = step;
  return {
    kind: 'due-moved',
    step: ref,
    clock: 'responsible',
    dueOn,
    previousOn,
    cause,
    heldWorkingDays: 0,
    toldUntilAt: null,
  };
}

/** Seats that nobody holds though an open step is theirs; an office without a named person is no vacancy. */
function vacancies(context: RuleContext, state: JourneyState): FactBody[] {
  const wanted = new Set(
    Object.values(state.steps)
      .filter((step) => step.status === 'open')
      .map((step) => requireStep(context.definition, step.ref).responsible),
  );
  return [...wanted]
    .filter((seat) => isVacant(context, state, seat) && state.seats[seat]?.vacancyTold !== true)
    .filter((seat) => seatDefinition(context.definition, seat)?.office !== true)
    .map((seat) => ({ kind: 'vacancy-noticed', seat, to: vacancyToldTo(context, state, seat) }));
}

function vacancyToldTo(context: RuleContext, state: JourneyState, seat: string): Addressee[] {
  const filler = seatDefinition(context.definition, seat)?.filledBy;
  const manager = addressee(state, context.definition.acceptance.whileVacant);
  return filler !== undefined && !isVacant(context, state, filler) && filler !== manager.seat
    ? [addressee(state, filler), manager]
    : [manager];
}
