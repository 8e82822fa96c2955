import type { BulkActActivities, CityJourneyActivities, WatchActivities } from '@citypath/workflows/activities';
import { Worker, type NativeConnection, type WorkflowBundleOption } from '@temporalio/worker';

export interface JourneyWorkerOptions {
  connection: NativeConnection;
  namespace: string;
  /** Workflows and their activities share one queue, so that the server can hand over a record at once. */
  taskQueue: string;
  activities: CityJourneyActivities & Partial<BulkActActivities & WatchActivities>;
  /** The workflows' code; without it, the bundle that the build made. */
  workflowBundle?: WorkflowBundleOption;
}

/** How long records in progress may take to finish when the worker stops. */
const SHUTDOWN_GRACE_MS = 5_000;

/** A worker for city journeys; `run()` makes it work. */
export function createJourneyWorker(options: JourneyWorkerOptions): Promise<Worker> {
  const { connection, namespace, taskQueue, activities } = options;
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    activities: named(activities),
    // Which run it is that records: a workflow cannot tell it without changing what it has recorded in its history.
    interceptors: {
      activity: [
        ({ info }) => ({
          inbound: {
            execute: (input, next) =>
              info.activityType === 'record'
                ? next({ ...input, args: [...input.args, info.workflowExecution?.runId ?? null] })
                : next(input),
          },
        }),
      ],
    },
    workflowBundle: options.workflowBundle ?? { codePath: builtBundle() },
    shutdownGraceTime: SHUTDOWN_GRACE_MS,
    shutdownForceTime: SHUTDOWN_GRACE_MS * 1.5,
  });
}

/** By the names that the workflows call them by; instances carry more than that. */
function named({ record, giveNext, endBulkAct, lookOver }: JourneyWorkerOptions['activities']): object {
  const more = { giveNext, endBulkAct, lookOver };
  return { record, ...Object.fromEntries(Object.entries(more).filter(([, activity]) => activity)) };
}

function builtBundle(): string {
  try {
    return require.resolve('@citypath/workflows/bundle');
  } catch {
    throw new Error('The workflows are not bundled yet: run `npm run build`.');
  }
}
