import type { JoinPreviewResponse, JoinRequest, PersonShort, ProgrammeOutlineResponse } from '@citypath/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read } from './reads';
import { request } from './request';

/** What a city tells when it joins, and what would follow from it. */
export const programmeOutlineQuery = (programme: string) =>
  queryOptions({
    queryKey: ['programmes', programme, 'outline'],
    queryFn: async ({ signal }) =>
      (await read(`/programmes/${encodeURIComponent(programme)}/outline`, {}, signal)) as ProgrammeOutlineResponse,
    staleTime: Infinity,
  });

/** Somebody who was looked for, as far as it takes to choose one. */
interface PeopleFound {
  people: { person: PersonShort; address: string }[];
}

export const findPeopleQuery = (find: string) =>
  queryOptions({
    queryKey: ['people', 'find', find],
    queryFn: async ({ signal }) => (await read('/people', { find, limit: 20 }, signal)) as PeopleFound,
    placeholderData: keepPreviousData,
  });

export async function previewJoining(body: JoinRequest): Promise<JoinPreviewResponse> {
  const answer = await request('/api/v1/journeys/preview', { method: 'POST', body });
  return answer.body as JoinPreviewResponse;
}
