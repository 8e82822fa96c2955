import type {
  FindingsResponse,
  MachineryResponse,
  RunAct,
  RunActResponse,
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
  idempotencyKey: string,
): Promise<RunActResponse> {
  const path = `/api/v1/journeys/${encodeURIComponent(journeyId)}/run/${act}`;
  const answer = await request(path, { method: 'POST', body, idempotencyKey });
  return answer.body as RunActResponse;
}
