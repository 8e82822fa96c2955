import type {
  BulkActJourneysResponse,
  BulkActRequest,
  BulkActResponse,
  BulkActsResponse,
  BulkChoicesResponse,
  BulkDryRunResponse,
  BulkUndoRequest,
} from '@citypath/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read } from './reads';
import { request } from './request';
import { newIdempotencyKey } from './writes';

const segment = encodeURIComponent;
/** While it goes on, it is looked at so often. */
const lookEveryMs = 1_000;
/** The days ahead of hundreds of cities are played before the answer comes. */
const patienceMs = 120_000;

export const bulkActsQuery = (programme: string) =>
  queryOptions({
    queryKey: ['bulk-acts', 'of', programme],
    queryFn: async ({ signal }) => (await read('/bulk-acts', { programme }, signal)) as BulkActsResponse,
  });

export const bulkChoicesQuery = (programme: string) =>
  queryOptions({
    queryKey: ['bulk-acts', 'choices', programme],
    queryFn: async ({ signal }) => (await read('/bulk-acts/choices', { programme }, signal)) as BulkChoicesResponse,
  });

export const bulkActQuery = (id: string) =>
  queryOptions({
    queryKey: ['bulk-acts', 'one', id],
    queryFn: async ({ signal }) => (await read(`/bulk-acts/${segment(id)}`, {}, signal)) as BulkActResponse,
    refetchInterval: ({ state }) =>
      state.data?.status === 'running' || state.data?.status === 'waiting' ? lookEveryMs : false,
  });

/** @param stamp how far it is: what became of the cities is asked again as it goes on */
export const bulkActJourneysQuery = (id: string, only: string, stamp: string) =>
  infiniteQueryOptions({
    queryKey: ['bulk-acts', 'journeys', id, only, stamp],
    queryFn: async ({ pageParam, signal }) =>
      (await read(
        `/bulk-acts/${segment(id)}/journeys`,
        { only, after: pageParam, limit: 200 },
        signal,
      )) as BulkActJourneysResponse,
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

export async function lookAtMany(body: BulkActRequest): Promise<BulkDryRunResponse> {
  return (await request('/api/v1/bulk-acts/dry-run', { method: 'POST', body, patienceMs })).body as BulkDryRunResponse;
}

export async function startMany(body: BulkActRequest, idempotencyKey: string): Promise<BulkActResponse> {
  const answer = await request('/api/v1/bulk-acts', { method: 'POST', body, idempotencyKey, patienceMs });
  return answer.body as BulkActResponse;
}

export async function lookAtTakingBack(id: string, body: BulkUndoRequest): Promise<BulkDryRunResponse> {
  const answer = await request(`/api/v1/bulk-acts/${segment(id)}/undo/dry-run`, { method: 'POST', body, patienceMs });
  return answer.body as BulkDryRunResponse;
}

export async function takeBackMany(
  id: string,
  body: BulkUndoRequest,
  idempotencyKey: string,
): Promise<BulkActResponse> {
  const path = `/api/v1/bulk-acts/${segment(id)}/undo`;
  return (await request(path, { method: 'POST', body, idempotencyKey, patienceMs })).body as BulkActResponse;
}

/** Stops it, or goes on with it. */
export async function doWithMany(id: string, act: 'stop' | 'resume'): Promise<BulkActResponse> {
  const answer = await request(`/api/v1/bulk-acts/${segment(id)}/${act}`, {
    method: 'POST',
    body: {},
    idempotencyKey: newIdempotencyKey(),
    patienceMs,
  });
  return answer.body as BulkActResponse;
}
