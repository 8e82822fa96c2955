import {
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { nowInWorkflow } from '../workflow-clock';
import type { BulkActActivities, BulkActEnd } from './bulk-act.activities';
import { stopBulkAct, type BulkActInput } from './bulk-act.messages';

/** One activity gives so many journeys their command, so many at the same time. */
const BATCH = { journeys: 20, atOnce: 5 };
/** What could not be given is tried again after so long. */
const AGAIN_AFTER_MS = 2_000;
const EVENTS_A_RUN = 250;

const { giveNext, endBulkAct } = proxyActivities<BulkActActivities>({
  // A journey that does not answer holds a batch for seconds.
  startToCloseTimeout: '60 seconds',
  // This is how long a worker that died does.
  heartbeatTimeout: '5 seconds',
  // Without an end, in bounded intervals: while the database is away, the rest waits.
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '10 seconds' },
});

/**
 * One act upon many journeys, a batch after the other. It knows nothing but its id: what is to be done, and what
 * became of each journey, stands in the records, so that a run may end at any batch and another one goes on.
 */
export async function bulkAct(input: BulkActInput): Promise<void> {
  const { bulkActId } = input;
  let stopAsked = false;
  const mustStop = () => stopAsked;
  let ended = false;
  setHandler(stopBulkAct, async () => {
    stopAsked = true;
    await condition(() => ended);
    return true as const;
  });

  let end: BulkActEnd | null = null;
  while (end === null) {
    if (mustStop()) {
      end = 'stopped';
      break;
    }
    const given = await giveNext({ bulkActId, at: nowInWorkflow(), ...BATCH });
    if (given.kind === 'nothing-left') end = 'done';
    else if (given.kind === 'rights-ended') end = 'rights-ended';
    else {
      if (given.later > 0) await condition(mustStop, AGAIN_AFTER_MS);
      // Hazard: no await between this check and the next run, or a stop that comes in between is lost.
      if (isLong() && !mustStop() && allHandlersFinished()) return continueAsNew<typeof bulkAct>(input);
    }
  }
  await endBulkAct({ bulkActId, at: nowInWorkflow(), end });
  ended = true;
  await condition(allHandlersFinished);
}

function isLong(): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return continueAsNewSuggested || historyLength >= EVENTS_A_RUN;
}
