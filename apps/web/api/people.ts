import type {
  CreatePersonRequest,
  CreatePersonResponse,
  PackResponse,
  PeopleResponse,
  PersonResponse,
  ProgrammeResponse,
} from '@citypath/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from './request';

/** People and the seats of programmes: what pages read and write of them. */

const root = '/api/v1';
const segment = encodeURIComponent;

async function readPeople(find: string, after: string | null, limit: number, signal: AbortSignal) {
  const search = new URLSearchParams({ limit: String(limit) });
  if (find !== '') search.set('find', find);
  if (after !== null) search.set('after', after);
  return (await request(`${root}/people?${search.toString()}`, { signal })).body as PeopleResponse;
}

export const peopleQuery = (find: string) =>
  infiniteQueryOptions({
    queryKey: ['people', 'list', find],
    queryFn: ({ pageParam, signal }) => readPeople(find, pageParam, 50, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

/** The first few who fit, to choose from. */
export const foundPeopleQuery = (find: string) =>
  queryOptions({
    queryKey: ['people', 'found', find],
    queryFn: ({ signal }) => readPeople(find, null, 6, signal),
    placeholderData: keepPreviousData,
  });

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: async ({ signal }) => (await request(`${root}/people/${segment(id)}`, { signal })).body as PersonResponse,
  });

/** Begins with 'journey', so that live changes make it old. */
export const packQuery = (journeyId: string, seat: string) =>
  queryOptions({
    queryKey: ['journey', journeyId, 'pack', seat],
    queryFn: async ({ signal }) => {
      const path = `${root}/journeys/${segment(journeyId)}/seats/${segment(seat)}/pack`;
      return (await request(path, { signal })).body as PackResponse;
    },
  });

export const programmeQuery = (key: string) =>
  queryOptions({
    queryKey: ['programmes', 'one', key],
    queryFn: async ({ signal }) =>
      (await request(`${root}/programmes/${segment(key)}`, { signal })).body as ProgrammeResponse,
  });

export async function addPerson(body: CreatePersonRequest, idempotencyKey: string): Promise<CreatePersonResponse> {
  return (await request(`${root}/people`, { method: 'POST', body, idempotencyKey })).body as CreatePersonResponse;
}

/** @param part what is replaced: all details, or the leave, the hours of letters, their hold, or the administrator's role */
export async function putPerson(
  id: string,
  part: '' | '/leave' | '/post-window' | '/letter-hold' | '/administrator',
  body: unknown,
): Promise<PersonResponse> {
  const path = `${root}/people/${segment(id)}${part}`;
  return (await request(path, { method: 'PUT', body })).body as PersonResponse;
}

/** @param person null: the seat is vacant from now on */
export async function putProgrammeSeat(programme: string, seat: string, person: string | null): Promise<void> {
  await request(`${root}/programmes/${segment(programme)}/seats/${segment(seat)}`, { method: 'PUT', body: { person } });
}

export async function erasePerson(id: string, body: unknown, idempotencyKey: string): Promise<void> {
  await request(`${root}/people/${segment(id)}/erasure`, { method: 'POST', body, idempotencyKey });
}

/** Where everything kept about a person is downloaded. */
export function exportAddress(id: string): string {
  return `${root}/people/${segment(id)}/export`;
}
