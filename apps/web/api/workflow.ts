import type { WorkflowViewResponse } from '@citypath/contracts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { read } from './reads';

/** What Temporal holds of the workflow of a journey; older events page by page. `run` null: the newest run. */
export const workflowQuery = (journeyId: string, run: string | null) =>
  infiniteQueryOptions({
    queryKey: ['workflow', journeyId, run ?? ''],
    queryFn: async ({ pageParam, signal }) => {
      const path = `/journeys/${encodeURIComponent(journeyId)}/workflow`;
      return (await read(path, { run, before: pageParam }, signal)) as WorkflowViewResponse;
    },
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.before,
  });
