import type { RunningJourney } from '../../time-skipping/running-journey';

type HistoryEvent = NonNullable<Awaited<ReturnType<RunningJourney['histories']>>[number]['events']>[number];

/** What a journey left in Temporal. */
export interface HistoryCost {
  runs: number;
  events: number;
  /** Events of the longest run. */
  longestRun: number;
  timers: number;
  activities: number;
  updates: number;
  /** What a Temporal bill counts: the start, timers, activities, updates, signals, continue-as-new, upserts. */
  actions: number;
}

/** Counts the histories of all runs of a journey. */
export async function historyCost(journey: RunningJourney): Promise<HistoryCost> {
  const runs = (await journey.histories()).map(({ events }) => events ?? []);
  const events = runs.flat();
  const count = (attributes: keyof HistoryEvent): number => events.filter((event) => event[attributes] != null).length;
  const timers = count('timerStartedEventAttributes');
  const activities = count('activityTaskScheduledEventAttributes');
  const updates = count('workflowExecutionUpdateAcceptedEventAttributes');
  const rest =
    count('workflowExecutionSignaledEventAttributes') +
    count('workflowExecutionContinuedAsNewEventAttributes') +
    count('upsertWorkflowSearchAttributesEventAttributes');
  return {
    runs: runs.length,
    events: events.length,
    longestRun: Math.max(...runs.map(({ length }) => length)),
    timers,
    activities,
    updates,
    actions: 1 + timers + activities + updates + rest,
  };
}
