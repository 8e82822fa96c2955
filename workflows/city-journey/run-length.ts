import { dayAt, endOfDay, quarterEnd, quarterOf, type CalendarData, type Instant } from '@citypath/calendar';
import { workflowInfo } from '@temporalio/workflow';

const EVENTS_A_RUN = 250;

/** The end of the calendar quarter, on the city's clock: no run, and so no branch of old rules, outlives it. */
export function runEndsAt(calendar: CalendarData, startedAt: Instant): Instant {
  return endOfDay(calendar, quarterEnd(quarterOf(dayAt(calendar, startedAt))));
}

/** Whether the run's history is long enough to begin a new one. */
export function runIsLong(): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return continueAsNewSuggested || historyLength >= EVENTS_A_RUN;
}
