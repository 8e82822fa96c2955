import type { MachineryResponse, StuckCause, StuckResponse } from '@citypath/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read } from './reads';

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
