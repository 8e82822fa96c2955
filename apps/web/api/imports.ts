import type { ImportMapping, ImportResponse, ImportRowsResponse, ImportsResponse } from '@citypath/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read } from './reads';
import { request } from './request';
import { newIdempotencyKey } from './writes';

const segment = encodeURIComponent;
/** While something goes on in the background, it is looked at so often. */
const lookEveryMs = 1_000;
/** Five thousand rows are held against the rules before the answer comes. */
const patienceMs = 180_000;

export const importsQuery = (programme: string) =>
  queryOptions({
    queryKey: ['imports', 'of', programme],
    queryFn: async ({ signal }) => (await read('/imports', { programme }, signal)) as ImportsResponse,
  });

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'one', id],
    queryFn: async ({ signal }) => (await read(`/imports/${segment(id)}`, {}, signal)) as ImportResponse,
    refetchInterval: ({ state }) =>
      state.data?.status === 'running' || state.data?.status === 'undoing' ? lookEveryMs : false,
  });

export const importRowsQuery = (id: string, only: string, stamp: string) =>
  infiniteQueryOptions({
    queryKey: ['imports', 'rows', id, only, stamp],
    queryFn: async ({ pageParam, signal }) =>
      (await read(
        `/imports/${segment(id)}/rows`,
        { only, after: pageParam, limit: 100 },
        signal,
      )) as ImportRowsResponse,
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

export const templateAddress = (programme: string) => `/api/v1/imports/template?programme=${segment(programme)}`;
export const refusedRowsAddress = (id: string) => `/api/v1/imports/${segment(id)}/refused`;

export async function uploadImport(programme: string, file: File): Promise<ImportResponse> {
  const query = new URLSearchParams({ programme, name: file.name.slice(0, 200) });
  const answer = await request(`/api/v1/imports?${query.toString()}`, {
    method: 'POST',
    file,
    idempotencyKey: newIdempotencyKey(),
    patienceMs,
  });
  return answer.body as ImportResponse;
}

export async function mapImport(id: string, body: ImportMapping): Promise<ImportResponse> {
  const answer = await request(`/api/v1/imports/${segment(id)}/mapping`, { method: 'PUT', body, patienceMs });
  return answer.body as ImportResponse;
}

export async function correctCell(id: string, line: number, field: string, value: string): Promise<ImportResponse> {
  const path = `/api/v1/imports/${segment(id)}/rows/${line}`;
  return (await request(path, { method: 'PUT', body: { field, value }, patienceMs })).body as ImportResponse;
}

/** Begins it, takes it back, or lets its letters go. */
export async function doWithImport(
  id: string,
  act: 'start' | 'undo' | 'letters',
  body: object = {},
): Promise<ImportResponse> {
  const answer = await request(`/api/v1/imports/${segment(id)}/${act}`, {
    method: 'POST',
    body,
    idempotencyKey: newIdempotencyKey(),
    patienceMs,
  });
  return answer.body as ImportResponse;
}
