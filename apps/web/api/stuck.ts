import type {
  FindingsResponse,
  MachineryResponse,
  RunAct,
  RunActResponse,
  RunDryRunResponse,
  StuckCause,
  StuckResponse,
} from '@citypath/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read } from './reads';
import { request } from './request';

/** How often the machinery is looked at while the page is open. */
const lookEveryMs = 15_000;

/** Why journeys stand where they stand. Old with every change, as what needs the reader is. */
export const stuckQuery = (programme: string | null, cause: StuckCause | null) =>
  infiniteQueryOptions({
    queryKey: ['needs', 'stuck', programme ?? '', cause ?? ''],
    queryFn: async ({ pageParam, signal }) =>
      (await read('/stuck', { programme, cause, after: pageParam, limit: 50 }, signal)) as StuckResponse,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

export const machineryQuery = queryOptions({
  queryKey: ['machinery'],
  queryFn: async ({ signal }) => (await read('/stuck/machinery', {}, signal)) as MachineryResponse,
  refetchInterval: lookEveryMs,
});

export const findingsQuery = queryOptions({
  queryKey: ['machinery', 'findings'],
  queryFn: async ({ signal }) => (await read('/findings', {}, signal)) as FindingsResponse,
  refetchInterval: lookEveryMs,
});

/** Does something to the workflow of a journey. */
export async function actOnRun(
  journeyId: string,
  act: RunAct,
  body: Record<string, unknown>,
  { idempotencyKey, seen }: { idempotencyKey: string; seen: string },
): Promise<RunActResponse> {
  const answer = await request(pathOfRunAct(journeyId, act), { method: 'POST', body, idempotencyKey, seen });
  return answer.body as RunActResponse;
}

/** What an act would do to the workflow of a journey, looked at each time anew. */
export const runLookQuery = (journeyId: string, act: RunAct) =>
  queryOptions({
    queryKey: ['run-look', journeyId, act],
    queryFn: async ({ signal }) => {
      const answer = await request(`${pathOfRunAct(journeyId, act)}/dry-run`, { method: 'POST', body: {}, signal });
      return answer.body as RunDryRunResponse;
    },
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
    refetchOnWindowFocus: false,
  });

function pathOfRunAct(journeyId: string, act: RunAct): string {
  return `/api/v1/journeys/${encodeURIComponent(journeyId)}/run/${act}`;
}
