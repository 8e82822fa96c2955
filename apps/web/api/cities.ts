import type { AddCityRequest, CitiesResponse, CityProposalResponse, PutCityResponse } from '@citypath/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read } from './reads';
import { request } from './request';
import { newIdempotencyKey } from './writes';

/** The list of cities, and how one is added or corrected. */
export const citiesQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['cities', 'list', q],
    queryFn: async ({ pageParam, signal }) =>
      (await read('/cities', { q, after: pageParam, limit: 100 }, signal)) as CitiesResponse,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

/** A city as far as it is typed. */
export interface TypedCity {
  nameEn: string;
  nameZh: string;
  level: string;
  gbCode: string;
  country: string;
  /** Of the city that is corrected. */
  key: string | null;
}

export const cityProposalQuery = (typed: TypedCity) =>
  queryOptions({
    queryKey: ['cities', 'proposal', typed],
    queryFn: async ({ signal }) => (await read('/cities/proposal', { ...typed }, signal)) as CityProposalResponse,
    placeholderData: keepPreviousData,
  });

export async function addCity(body: AddCityRequest): Promise<PutCityResponse> {
  const answer = await request('/api/v1/cities', { method: 'POST', body, idempotencyKey: newIdempotencyKey() });
  return answer.body as PutCityResponse;
}

export async function correctCity(key: string, body: AddCityRequest): Promise<PutCityResponse> {
  const { key: _, ...city } = body;
  const answer = await request(`/api/v1/cities/${encodeURIComponent(key)}`, { method: 'PUT', body: city });
  return answer.body as PutCityResponse;
}
