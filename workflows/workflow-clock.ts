import type { Instant } from '@citypath/calendar';

/**
 * The one clock of workflow code: the time of the task at hand, the same again on replay. Inside Temporal's
 * sandbox `Date.now` is that time; this file is therefore nothing for any other process.
 */
export function nowInWorkflow(): Instant {
  return new Date(Date.now()).toISOString() as Instant;
}
