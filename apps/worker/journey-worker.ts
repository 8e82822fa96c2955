import type { BulkActActivities, CityJourneyActivities } from '@citypath/workflows/activities';
import { Worker, type NativeConnection, type WorkflowBundleOption } from '@temporalio/worker';

export interface JourneyWorkerOptions {
  connection: NativeConnection;
  namespace: string;
  /** Workflows and their activities share one queue, so that the server can hand over a record at once. */
  taskQueue: string;
  activities: CityJourneyActivities & Partial<BulkActActivities>;
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
    workflowBundle: options.workflowBundle ?? { codePath: builtBundle() },
    shutdownGraceTime: SHUTDOWN_GRACE_MS,
    shutdownForceTime: SHUTDOWN_GRACE_MS * 1.5,
  });
}

/** By the names that the workflows call them by; instances carry more than that. */
function named({ record, giveNext, endBulkAct }: JourneyWorkerOptions['activities']): object {
  return { record, ...(giveNext && { giveNext }), ...(endBulkAct && { endBulkAct }) };
}

function builtBundle(): string {
  try {
    return require.resolve('@citypath/workflows/bundle');
  } catch {
    throw new Error('The workflows are not bundled yet: run `npm run build`.');
  }
}
