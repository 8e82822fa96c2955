import type { Instant } from '@citypath/calendar';
import type { Client } from '@temporalio/client';

/** How a run came to its end, other than as its journey did. */
export interface Closing {
  status: 'terminated' | 'cancelled' | 'timed-out' | 'failed' | 'completed';
  at: Instant | null;
  /** The reason that was given, or how it failed. */
  cause: string | null;
}

type Described = Awaited<ReturnType<Client['workflowService']['describeWorkflowExecution']>>;

/** The ends of a run, as Temporal's protocol numbers them. A run that continued as new has another one after it. */
const CLOSED: Record<number, Closing['status']> = {
  2: 'completed',
  3: 'failed',
  4: 'cancelled',
  5: 'terminated',
  7: 'timed-out',
};

/** gRPC's number for "there is no such thing". */
const NOT_FOUND = 5;

/** How many of the last events are looked at to find why a run failed. */
const LAST_EVENTS = 10;

const MS_PER_SECOND = 1_000;
const NANOS_PER_MS = 1_000_000;

/** A moment as Temporal's protocol has it; null where it has none. */
export function instantOf(at: { seconds?: unknown; nanos?: number | null } | null | undefined): Instant | null {
  if (!at) return null;
  const ms = Number(at.seconds ?? 0) * MS_PER_SECOND + (at.nanos ?? 0) / NANOS_PER_MS;
  return ms > 0 ? (new Date(ms).toISOString() as Instant) : null;
}

/** @returns null for a run that runs */
export function closingOf(info: Described['workflowExecutionInfo']): Closing | null {
  const status = CLOSED[info?.status ?? 0];
  return status === undefined ? null : { status, at: instantOf(info?.closeTime), cause: null };
}

export function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === NOT_FOUND;
}

/** Why a run ended, or why its last workflow task failed, from the end of its history. */
export async function lastFailureOf(
  { workflowService, options: { namespace } }: Client,
  workflowId: string,
): Promise<{ type: string | null; message: string | null } | null> {
  const { history } = await workflowService.getWorkflowExecutionHistoryReverse({
    namespace,
    execution: { workflowId },
    maximumPageSize: LAST_EVENTS,
  });
  for (const event of history?.events ?? []) {
    const failure =
      event.workflowExecutionFailedEventAttributes?.failure ?? event.workflowTaskFailedEventAttributes?.failure;
    if (failure) return { type: failure.applicationFailureInfo?.type ?? null, message: failure.message ?? null };
    const reason = event.workflowExecutionTerminatedEventAttributes?.reason;
    if (reason) return { type: null, message: reason };
  }
  return null;
}
