import { proxyActivities } from '@temporalio/workflow';
import type { WatchActivities, WatchOutcome } from './watch.activities';

const { lookOver } = proxyActivities<WatchActivities>({
  startToCloseTimeout: '4 minutes',
  // The next look comes in a few minutes; one that fails says nothing new until then.
  retry: { maximumAttempts: 1 },
});

/** One look over all journeys, started by a Temporal Schedule. */
export async function watch(): Promise<WatchOutcome> {
  return lookOver();
}
