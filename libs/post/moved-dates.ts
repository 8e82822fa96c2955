import type { Fact, JourneyState, LetterDue, MovedDate } from '@citypath/journey';

/** The dates that a letter tells of, where a newer calendar caused it; undefined for any other letter. */
export function movedDatesFor(
  fact: Fact,
  { seat, holder }: Pick<LetterDue, 'seat' | 'holder'>,
): MovedDate[] | undefined {
  if (fact.kind !== 'calendar-adopted') return undefined;
  return fact.told?.find(({ to }) => to.seat === seat && to.holder === holder)?.moved ?? [];
}

/** Whether a moved date is still the one that counts: not where its step was settled since, or moved once more. */
export function stillCounts({ step: ref, clock, dueOn }: MovedDate, state: JourneyState): boolean {
  const step = state.steps[ref];
  return clock === 'accepting'
    ? step?.status === 'submitted' && step.acceptanceDueOn === dueOn
    : step?.status === 'open' && step.dueOn === dueOn;
}
