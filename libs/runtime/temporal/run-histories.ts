import type { Client } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';

type Events = temporal.api.history.v1.IHistoryEvent[];
type Payloads = temporal.api.common.v1.IPayloads | null | undefined;

/** A run of a workflow that Temporal still knows. */
export interface KnownRun {
  workflowId: string;
  runId: string;
  startedAtMs: number;
  /** Null: it runs. */
  endedAtMs: number | null;
  isRunning: boolean;
}

/** What a run was given and what it asked for, decoded. */
export interface RunHistory {
  /** What it began with. */
  input: unknown;
  /** Each activity, in the order in which they were asked for; `ended`: what came of it, null: not known. */
  activities: {
    type: string;
    input: unknown;
    ended: { kind: 'completed'; result: unknown } | { kind: 'failed' } | null;
  }[];
  /** The arguments of the updates that it took. */
  updates: unknown[];
}

/** Lists every run of a type that Temporal keeps, ended or not. @throws whatever the driver throws */
export async function* knownRuns(client: Client, workflowType: string): AsyncGenerator<KnownRun> {
  for await (const run of client.workflow.list({ query: `WorkflowType = '${workflowType}'` })) yield knownRun(run);
}

/** @returns the newest run of a workflow, also where no list shows it yet; null: Temporal knows none */
export async function newestRun(client: Client, workflowId: string): Promise<KnownRun | null> {
  const described = await client.workflow
    .getHandle(workflowId)
    .describe()
    .catch((error: unknown) => {
      if (error instanceof Error && error.name === 'WorkflowNotFoundError') return null;
      throw error;
    });
  return described && knownRun(described);
}

/** gRPC's number for "there is no such thing". */
const NOT_FOUND = 5;

/** Reads the whole history of a run. @returns null: it is gone, though a list may still show it */
export async function readRun(client: Client, { workflowId, runId }: KnownRun): Promise<RunHistory | null> {
  try {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    return decoded(events ?? []);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NOT_FOUND) return null;
    throw error;
  }
}

function knownRun(run: {
  workflowId: string;
  runId: string;
  startTime: Date;
  closeTime?: Date;
  status: { name: string };
}): KnownRun {
  const { workflowId, runId, startTime, closeTime, status } = run;
  const isRunning = status.name === 'RUNNING';
  const [startedAtMs, endedAtMs] = [startTime.getTime(), isRunning ? null : (closeTime?.getTime() ?? null)];
  return { workflowId, runId, startedAtMs, endedAtMs, isRunning };
}

function decoded(events: Events): RunHistory {
  const history: RunHistory = { input: null, activities: [], updates: [] };
  const scheduled = new Map<string, RunHistory['activities'][number]>();
  for (const event of events) {
    const started = event.workflowExecutionStartedEventAttributes;
    if (started) history.input = first(started.input);
    const asked = event.activityTaskScheduledEventAttributes;
    if (asked) {
      const activity = { type: asked.activityType?.name ?? '', input: first(asked.input), ended: null };
      history.activities.push(activity);
      scheduled.set(String(event.eventId), activity);
    }
    const completed = event.activityTaskCompletedEventAttributes;
    const done = completed && scheduled.get(String(completed.scheduledEventId));
    if (done) done.ended = { kind: 'completed', result: first(completed.result) };
    const failed = event.activityTaskFailedEventAttributes ?? event.activityTaskCanceledEventAttributes;
    const given = failed && scheduled.get(String(failed.scheduledEventId));
    if (given) given.ended = { kind: 'failed' };
    const update = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest;
    if (update) history.updates.push(first(update.input?.args));
  }
  return history;
}

function first(payloads: Payloads): unknown {
  const [payload] = payloads?.payloads ?? [];
  return payload?.data?.length ? defaultPayloadConverter.fromPayload<unknown>(payload) : null;
}
