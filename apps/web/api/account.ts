import type { OrganisationResponse, SessionsResponse } from '@citypath/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from './request';

/** What the page of one's own account asks the api. */

/** @param person null: oneself; somebody else only for administrators */
export const sessionsQuery = (person: string | null) =>
  queryOptions({
    queryKey: ['account', 'sessions', person],
    queryFn: async ({ signal }) => (await request(sessionsPath(person), { signal })).body as SessionsResponse,
  });

export const organisationQuery = queryOptions({
  queryKey: ['account', 'organisation'],
  queryFn: async ({ signal }) =>
    (await request('/api/v1/account/organisation', { signal })).body as OrganisationResponse,
});

/** @param id of a session; null: all but the one that asks */
export async function endSession(person: string | null, id: string | null): Promise<void> {
  const path = id === null ? sessionsPath(person) : `${sessionsPath(person)}/${encodeURIComponent(id)}`;
  await request(path, { method: 'DELETE' });
}

function sessionsPath(person: string | null): string {
  return person === null ? '/api/v1/account/sessions' : `/api/v1/people/${encodeURIComponent(person)}/sessions`;
}

export async function unlinkOrganisation(): Promise<void> {
  await request('/api/v1/account/organisation', { method: 'DELETE' });
}
