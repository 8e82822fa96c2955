import type { TaskQueueHalf } from '@citypath/contracts';
import type { Client } from '@temporalio/client';
import { instantOf } from '../stuck/machinery/temporal-words';
import { identityOf } from './without-people';

/** The two halves of a queue, as Temporal's protocol numbers them. */
const HALVES = { workflows: 1, activities: 2 } as const;

/** Who asks for work, and how much waits. @throws whatever the driver throws when Temporal is away */
export async function taskQueueOf(client: Client, name: string): Promise<TaskQueueHalf[]> {
  return Promise.all([halfOf(client, name, 'workflows'), halfOf(client, name, 'activities')]);
}

async function halfOf(
  { workflowService, options: { namespace } }: Client,
  name: string,
  takes: TaskQueueHalf['takes'],
): Promise<TaskQueueHalf> {
  const { pollers, stats } = await workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name },
    taskQueueType: HALVES[takes],
    reportStats: true,
  });
  const count = stats?.approximateBacklogCount;
  return {
    takes,
    pollers: pollers.map(({ identity, lastAccessTime, deploymentOptions, workerVersionCapabilities }) => ({
      identity: identityOf(identity),
      polledAt: instantOf(lastAccessTime),
      build: (deploymentOptions?.buildId || workerVersionCapabilities?.buildId) ?? null,
    })),
    backlog: count === null || count === undefined ? null : Number(count),
  };
}
