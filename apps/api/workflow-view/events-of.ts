import type { WorkflowEvent } from '@citypath/contracts';
import type { Client } from '@temporalio/client';
import { instantOf } from '../stuck/machinery/temporal-words';
import { eventInWords } from './event-in-words';
import type { HistoryEvent } from './history-event';

const EVENTS_A_PAGE = 50;
/** Runs go on anew at about 250 events: older ones are found within a page or two. */
const READ_AT_ONCE = 250;

/**
 * The last events of a run, the newest first.
 * @param before only those with a smaller number
 * @throws whatever the driver throws when Temporal is away, or does not know the run
 */
export async function eventsOf(
  { workflowService, options: { namespace } }: Client,
  execution: { workflowId: string; runId: string },
  before = Infinity,
): Promise<WorkflowEvent[]> {
  const found: HistoryEvent[] = [];
  let nextPageToken: Uint8Array | undefined;
  do {
    const page = await workflowService.getWorkflowExecutionHistoryReverse({
      namespace,
      execution,
      maximumPageSize: before === Infinity ? EVENTS_A_PAGE : READ_AT_ONCE,
      ...(nextPageToken && { nextPageToken }),
    });
    found.push(...(page.history?.events ?? []).filter(({ eventId }) => Number(eventId) < before));
    nextPageToken = page.nextPageToken.length > 0 ? page.nextPageToken : undefined;
  } while (nextPageToken && found.length < EVENTS_A_PAGE);
  return found.slice(0, EVENTS_A_PAGE).map((event) => ({
    id: Number(event.eventId),
    at: instantOf(event.eventTime),
    type: typeOf(event),
    sentence: eventInWords(typeOf(event), event),
  }));
}

const ATTRIBUTES = 'EventAttributes';

/** 'TimerFired': as Temporal's own page calls it. The driver knows it by what the event carries. */
function typeOf(event: HistoryEvent): string {
  const carries = Object.entries(event).find(([name, value]) => name.endsWith(ATTRIBUTES) && value)?.[0];
  if (carries === undefined) return `EventType${event.eventType ?? 0}`;
  return carries.charAt(0).toUpperCase() + carries.slice(1, -ATTRIBUTES.length);
}
