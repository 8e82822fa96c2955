import { randomUUID } from 'node:crypto';
import { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import type { TemporalSettings } from './temporal-door';

/** What a Temporal server says of itself and of the namespace that journeys run in. */
export interface TemporalStanding {
  /** '1.31.2' */
  version: string;
  /** Its clock, and ours when it was read; null where the server would not say. */
  clock: { at: Date; oursAt: Date } | null;
  /** Null: there is no such namespace. */
  namespace: {
    /** How long ended runs are kept. */
    keepsDays: number;
    /** Search attributes that it lacks. */
    lacks: string[];
    /** Whether a worker asked for work on the task queue within the last minutes. */
    polled: { workflows: boolean; activities: boolean };
  } | null;
}

const CONNECT_WITHIN_MS = 5_000;
const CALL_WITHIN_MS = 5_000;
const SECONDS_PER_DAY = 86_400;
/** A worker's question for work waits a minute at most; what did not ask for longer is gone, though still listed. */
const ASKS_WITHIN_MS = 90_000;
/** gRPC's number for "there is none". */
const NOT_FOUND = 5;

const { TASK_QUEUE_TYPE_WORKFLOW, TASK_QUEUE_TYPE_ACTIVITY } = temporal.api.enums.v1.TaskQueueType;

/**
 * Looks at the server, at the namespace and at who polls the task queue; changes nothing.
 * @param keywords the search attributes that journeys are started with
 * @throws Error when the server does not answer
 */
export async function temporalStanding(
  { temporalAddress: address, temporalNamespace: namespace }: TemporalSettings,
  taskQueue: string,
  keywords: readonly string[],
): Promise<TemporalStanding> {
  const connection = await Connection.connect({ address, connectTimeout: CONNECT_WITHIN_MS });
  const within = <Result>(call: () => Promise<Result>) => connection.withDeadline(Date.now() + CALL_WITHIN_MS, call);
  try {
    const { serverVersion } = await within(() => connection.workflowService.getSystemInfo({}));
    const version = serverVersion;
    const described = await within(() => connection.workflowService.describeNamespace({ namespace })).catch(orNull);
    if (described === null) return { version, clock: null, namespace: null };
    const { customAttributes } = await within(() => connection.operatorService.listSearchAttributes({ namespace }));
    const clock = await clockOf(connection, namespace).catch(() => null);
    const asked = async (type: temporal.api.enums.v1.TaskQueueType) => {
      const { pollers } = await within(() =>
        connection.workflowService.describeTaskQueue({
          namespace,
          taskQueue: { name: taskQueue },
          taskQueueType: type,
        }),
      );
      const nowMs = (clock?.at ?? new Date()).getTime();
      return pollers.some(({ lastAccessTime }) => nowMs - millisecondsOf(lastAccessTime) < ASKS_WITHIN_MS);
    };
    return {
      version,
      clock,
      namespace: {
        keepsDays: Number(described.config?.workflowExecutionRetentionTtl?.seconds ?? 0) / SECONDS_PER_DAY,
        lacks: keywords.filter((name) => !(name in customAttributes)),
        polled: {
          workflows: await asked(TASK_QUEUE_TYPE_WORKFLOW),
          activities: await asked(TASK_QUEUE_TYPE_ACTIVITY),
        },
      },
    };
  } finally {
    await connection.close();
  }
}

/**
 * No call gives the server's time, but it notes by its own clock when somebody asked for work: so we ask, on a queue
 * of our own that nobody gives work to, and read the note.
 */
async function clockOf(connection: Connection, namespace: string): Promise<TemporalStanding['clock']> {
  const taskQueue = { name: 'citypath-doctor' };
  const identity = `doctor-${randomUUID()}`;
  const leave = new AbortController();
  const oursAt = new Date();
  const polling = connection.withAbortSignal(leave.signal, () =>
    connection.withDeadline(Date.now() + 2 * CALL_WITHIN_MS, () =>
      connection.workflowService.pollWorkflowTaskQueue({ namespace, taskQueue, identity }),
    ),
  );
  // It ends when we leave, or because the server does not let us poll: then the note never comes.
  const ended = polling.then(
    () => true,
    () => true,
  );
  try {
    for (;;) {
      const look = connection.withDeadline(Date.now() + CALL_WITHIN_MS, () =>
        connection.workflowService.describeTaskQueue({ namespace, taskQueue, taskQueueType: TASK_QUEUE_TYPE_WORKFLOW }),
      );
      const note = (await look).pollers.find((poller) => poller.identity === identity);
      if (note) return { at: new Date(millisecondsOf(note.lastAccessTime)), oursAt };
      if (await Promise.race([ended, Promise.resolve(false)])) return null;
    }
  } finally {
    leave.abort();
    await ended;
  }
}

function millisecondsOf(stamp: object | null | undefined): number {
  const { seconds, nanos } = (stamp ?? {}) as { seconds?: unknown; nanos?: number | null };
  return Number(seconds ?? 0) * 1_000 + Math.round((nanos ?? 0) / 1e6);
}

function orNull(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === NOT_FOUND) return null;
  throw error;
}
