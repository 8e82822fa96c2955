import { z } from 'zod';
import { city } from './person';
import { instantOut, text } from './primitives';

/** How a run of a workflow stands, or how it came to its end. */
export const runStatus = z
  .enum(['running', 'paused', 'completed', 'failed', 'cancelled', 'terminated', 'went-on-anew', 'timed-out', 'unknown'])
  .meta({ id: 'RunStatus' });
export type RunStatus = z.infer<typeof runStatus>;

/** `GET /api/v1/journeys/:id/workflow?run=&before=` */
export const workflowViewQuery = z.strictObject({
  /** One of the runs; the newest unless given. */
  run: z.uuid().optional(),
  /** Only events before the one of this number. */
  before: z.coerce.number().int().min(1).max(1_000_000).optional(),
});
export type WorkflowViewQuery = z.input<typeof workflowViewQuery>;

export const workflowRun = z
  .object({
    runId: z.string(),
    status: runStatus,
    startedAt: instantOut.nullable(),
    closedAt: instantOut.nullable(),
    /** How many events its history has. */
    events: z.number(),
  })
  .meta({ id: 'WorkflowRun' });
export type WorkflowRun = z.infer<typeof workflowRun>;

/** Something that the running one has asked for and not got yet. */
export const pendingActivity = z
  .object({
    type: z.string(),
    state: z.enum(['scheduled', 'started', 'cancelling', 'paused', 'unknown']),
    attempt: z.number(),
    /** Null: it has not failed. */
    lastFailure: z.string().nullable(),
    nextAttemptAt: instantOut.nullable(),
  })
  .meta({ id: 'PendingActivity' });
export type PendingActivity = z.infer<typeof pendingActivity>;

/** One event of a history: what Temporal calls it, and what it means. Never what it carries. */
export const workflowEvent = z
  .object({ id: z.number(), at: instantOut.nullable(), type: z.string(), sentence: text })
  .meta({ id: 'WorkflowEvent' });
export type WorkflowEvent = z.infer<typeof workflowEvent>;

/** Work for workflows or for activities, as the queue of the workers has it. */
export const taskQueueHalf = z
  .object({
    takes: z.enum(['workflows', 'activities']),
    pollers: z.array(
      z.object({
        /** Process and machine; null: it calls itself otherwise. */
        identity: z.string().nullable(),
        polledAt: instantOut.nullable(),
        /** Null: the worker names none. */
        build: z.string().nullable(),
      }),
    ),
    /** How much waits that nobody has taken; null: the server does not say. */
    backlog: z.number().nullable(),
  })
  .meta({ id: 'TaskQueueHalf' });
export type TaskQueueHalf = z.infer<typeof taskQueueHalf>;

/** What Temporal holds of the workflow of a journey. */
export const workflowViewResponse = z
  .object({
    journeyId: z.string(),
    city,
    lookedAt: instantOut,
    /** Temporal's own page of this workflow; null: its address is not configured. */
    temporalPage: z.string().nullable(),
    /** The newest first, at most 20; none: Temporal does not know the workflow. */
    runs: z.array(workflowRun),
    /** Whose events these are; null: there is no run. */
    runId: z.string().nullable(),
    pendingActivities: z.array(pendingActivity),
    /** Work of the workflow itself that is not done yet; from the second attempt on it has failed before. */
    pendingTask: z.object({ attempt: z.number() }).nullable(),
    /** The newest first. */
    events: z.array(workflowEvent),
    /** Ask with `before` of this number for older events; null: there are none. */
    before: z.number().nullable(),
    queue: z.object({ name: z.string(), halves: z.array(taskQueueHalf) }),
  })
  .meta({ id: 'WorkflowViewResponse' });
export type WorkflowViewResponse = z.infer<typeof workflowViewResponse>;
