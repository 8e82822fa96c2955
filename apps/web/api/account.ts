import type { OrganisationResponse, SessionsResponse } from '@citypath/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from './request';

/** What the page of one's own account asks the api. */

export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: async ({ signal }) => (await request('/api/v1/account/sessions', { signal })).body as SessionsResponse,
});

export const organisationQuery = queryOptions({
  queryKey: ['account', 'organisation'],
  queryFn: async ({ signal }) =>
    (await request('/api/v1/account/organisation', { signal })).body as OrganisationResponse,
});

/** @param id of a session; null: all but the one that asks */
export async function endSession(id: string | null): Promise<void> {
  const path = id === null ? '/api/v1/account/sessions' : `/api/v1/account/sessions/${encodeURIComponent(id)}`;
  await request(path, { method: 'DELETE' });
}

export async function unlinkOrganisation(): Promise<void> {
  await request('/api/v1/account/organisation', { method: 'DELETE' });
}
