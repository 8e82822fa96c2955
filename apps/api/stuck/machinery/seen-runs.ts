import type { Instant } from '@citypath/calendar';
import { CITY_JOURNEY, JOURNAL_DISAGREES } from '@citypath/workflows/messages';
import { TemporalDoor } from '@citypath/runtime';
import type { Client } from '@temporalio/client';
import { Inject, Injectable } from '@nestjs/common';
import { TASK_QUEUE } from '../../tokens';
import { closingOf, instantOf, isNotFound, lastFailureOf, type Closing } from './temporal-words';

/** What Temporal shows of the journeys at one moment: two questions about the queue, and one listing. */
export interface RunsSeen {
  /** When a worker last asked for work; null: none has within five minutes. */
  polledAt: Instant | null;
  /** Since when the oldest piece of work waits that nobody has taken; null: none does. */
  waitingSince: Instant | null;
  /** Ids of the workflows that run. */
  running: ReadonlySet<string>;
  /** Those of them whose workflow task fails again and again, as Temporal marks them by itself. */
  inTrouble: string[];
}

/** What became of one run that should run, or what keeps it from going on. */
export type RunStanding =
  | { kind: 'missing' }
  | ({ kind: 'ended' } & Closing)
  | { kind: 'disagrees'; at: Instant | null }
  | { kind: 'workflow-task-failing'; attempts: number; sinceAt: Instant | null; cause: string | null }
  | { kind: 'activity-failing'; attempts: number; sinceAt: Instant | null; cause: string | null }
  | { kind: 'runs' };

const WITHIN_MS = 5_000;
/** The stand of the queues, as Temporal's protocol numbers them: work for workflows, and for activities. */
const WORKFLOWS = 1;
const ACTIVITIES = 2;
const PAGE_SIZE = 1_000;
const NANOS_PER_MS = 1_000_000;
const MS_PER_SECOND = 1_000;

/** Looks at the runs of journeys from outside, in bulk; a single run is asked about only where something is wrong with it. */
@Injectable()
export class SeenRuns {
  constructor(
    private readonly door: TemporalDoor,
    @Inject(TASK_QUEUE) private readonly taskQueue: string,
  ) {}

  /** @throws whatever the driver throws when Temporal is away */
  async look(now: Instant): Promise<RunsSeen> {
    return this.door.within(async (client) => {
      const [workflows, activities, running, inTrouble] = await Promise.all([
        this.queue(client, WORKFLOWS, now),
        this.queue(client, ACTIVITIES, now),
        idsOf(client, `WorkflowType = '${CITY_JOURNEY}' AND ExecutionStatus = 'Running'`),
        // Servers that do not mark such runs do not know the name either.
        idsOf(
          client,
          `WorkflowType = '${CITY_JOURNEY}' AND ExecutionStatus = 'Running' AND TemporalReportedProblems IS NOT NULL`,
        ).catch(() => []),
      ]);
      return {
        // A worker asks for both; the one that it has not asked for is the one that nobody does.
        polledAt: earliest(workflows.polledAt, activities.polledAt),
        waitingSince: workflows.waitingSince ?? activities.waitingSince,
        running: new Set(running),
        inTrouble,
      };
    }, WITHIN_MS);
  }

  /** @throws whatever the driver throws when Temporal is away */
  async standingOf(journeyId: string): Promise<RunStanding> {
    return this.door.within((client) => standingOf(client, journeyId), WITHIN_MS);
  }

  private async queue(
    { workflowService, options: { namespace } }: Client,
    taskQueueType: number,
    now: Instant,
  ): Promise<{ polledAt: Instant | null; waitingSince: Instant | null }> {
    const { pollers, stats } = await workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: this.taskQueue },
      taskQueueType,
      reportStats: true,
    });
    const polls = pollers.flatMap(({ lastAccessTime }) => instantOf(lastAccessTime) ?? []);
    const age = stats?.approximateBacklogAge;
    const waits = Number(stats?.approximateBacklogCount ?? 0) > 0;
    const ageMs = Number(age?.seconds ?? 0) * MS_PER_SECOND + (age?.nanos ?? 0) / NANOS_PER_MS;
    return {
      polledAt: polls.sort().at(-1) ?? null,
      waitingSince: waits ? (new Date(Date.parse(now) - ageMs).toISOString() as Instant) : null,
    };
  }
}

function earliest(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || b === null ? null : a < b ? a : b;
}

async function idsOf({ workflowService, options: { namespace } }: Client, query: string): Promise<string[]> {
  const ids: string[] = [];
  let nextPageToken: Uint8Array | undefined;
  do {
    const page = await workflowService.listWorkflowExecutions({
      namespace,
      query,
      pageSize: PAGE_SIZE,
      ...(nextPageToken && { nextPageToken }),
    });
    ids.push(...page.executions.flatMap(({ execution }) => execution?.workflowId ?? []));
    nextPageToken = page.nextPageToken.length > 0 ? page.nextPageToken : undefined;
  } while (nextPageToken);
  return ids;
}

async function standingOf(client: Client, journeyId: string): Promise<RunStanding> {
  const { workflowService, options } = client;
  const execution = { workflowId: journeyId };
  const described = await workflowService
    .describeWorkflowExecution({ namespace: options.namespace, execution })
    .catch((error: unknown) => {
      if (isNotFound(error)) return null;
      throw error;
    });
  if (described === null) return { kind: 'missing' };
  const { workflowExecutionInfo: info, pendingActivities, pendingWorkflowTask: task } = described;
  const closing = closingOf(info);
  if (closing) {
    const failure = await lastFailureOf(client, journeyId);
    if (failure?.type === JOURNAL_DISAGREES) return { kind: 'disagrees', at: closing.at };
    return { kind: 'ended', ...closing, cause: failure?.message ?? closing.cause };
  }
  const failing = pendingActivities.find(({ attempt }) => (attempt ?? 1) > 1);
  if (failing) {
    return {
      kind: 'activity-failing',
      attempts: (failing.attempt ?? 1) - 1,
      sinceAt: instantOf(failing.scheduledTime) ?? instantOf(failing.lastStartedTime),
      cause: failing.lastFailure?.message ?? null,
    };
  }
  if ((task?.attempt ?? 1) > 1) {
    const failure = await lastFailureOf(client, journeyId);
    return {
      kind: 'workflow-task-failing',
      attempts: (task?.attempt ?? 1) - 1,
      sinceAt: instantOf(task?.originalScheduledTime),
      cause: failure?.message ?? null,
    };
  }
  return { kind: 'runs' };
}
