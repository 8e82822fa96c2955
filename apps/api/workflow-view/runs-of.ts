import type { PendingActivity, RunStatus, WorkflowRun, WorkflowViewResponse } from '@citypath/contracts';
import type { Client } from '@temporalio/client';
import { instantOf, isNotFound } from '../stuck/machinery/temporal-words';
import { withoutPeople } from './without-people';

export type Described = Awaited<ReturnType<Client['workflowService']['describeWorkflowExecution']>>;
type Info = NonNullable<Described['workflowExecutionInfo']>;

const MOST_RUNS = 20;

/** As Temporal's protocol numbers them. */
const STATUS: Record<number, RunStatus> = {
  1: 'running',
  2: 'completed',
  3: 'failed',
  4: 'cancelled',
  5: 'terminated',
  6: 'went-on-anew',
  7: 'timed-out',
  8: 'paused',
};
const ACTIVITY_STATE: Record<number, PendingActivity['state']> = {
  1: 'scheduled',
  2: 'started',
  3: 'cancelling',
  4: 'paused',
  5: 'paused',
};

/**
 * The runs of a workflow that Temporal keeps, the newest first, and what it says of the newest.
 * @throws whatever the driver throws when Temporal is away
 */
export async function runsOf(
  { workflowService, options: { namespace } }: Client,
  workflowId: string,
): Promise<{ runs: WorkflowRun[]; newest: Described | null }> {
  const [newest, listed] = await Promise.all([
    workflowService.describeWorkflowExecution({ namespace, execution: { workflowId } }).catch(orNull),
    workflowService.listWorkflowExecutions({ namespace, query: `WorkflowId = '${workflowId}'`, pageSize: MOST_RUNS }),
  ]);
  // The list is behind by a moment: of the newest run the description counts.
  const runs = new Map<string, WorkflowRun>();
  for (const info of [...listed.executions, ...(newest?.workflowExecutionInfo ? [newest.workflowExecutionInfo] : [])]) {
    const run = runOf(info);
    runs.set(run.runId, run);
  }
  const sorted = [...runs.values()].sort((a, b) => ((a.startedAt ?? '') < (b.startedAt ?? '') ? 1 : -1));
  return { runs: sorted.slice(0, MOST_RUNS), newest };
}

/** What the newest run still waits for. */
export function pendingOf(newest: Described | null): Pick<WorkflowViewResponse, 'pendingActivities' | 'pendingTask'> {
  const task = newest?.pendingWorkflowTask;
  return {
    pendingActivities: (newest?.pendingActivities ?? []).map((activity) => ({
      type: activity.activityType?.name ?? '',
      state: ACTIVITY_STATE[activity.state ?? 0] ?? 'unknown',
      attempt: activity.attempt ?? 1,
      lastFailure: withoutPeople(activity.lastFailure?.message),
      nextAttemptAt: instantOf(activity.nextAttemptScheduleTime),
    })),
    pendingTask: task ? { attempt: task.attempt ?? 1 } : null,
  };
}

function runOf(info: Info): WorkflowRun {
  return {
    runId: info.execution?.runId ?? '',
    status: STATUS[info.status ?? 0] ?? 'unknown',
    startedAt: instantOf(info.startTime),
    closedAt: instantOf(info.closeTime),
    events: Number(info.historyLength ?? 0),
  };
}

function orNull(error: unknown): null {
  if (isNotFound(error)) return null;
  throw error;
}
