import type { NeedSection, NeedsResponse } from '@citypath/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from './request';

async function readNeeds(
  ask: { section: NeedSection | null; after: string | null; limit: number },
  signal: AbortSignal,
): Promise<NeedsResponse> {
  const search = new URLSearchParams({ limit: String(ask.limit) });
  if (ask.section !== null) search.set('section', ask.section);
  if (ask.after !== null) search.set('after', ask.after);
  return (await request(`/api/v1/needs?${search.toString()}`, { signal })).body as NeedsResponse;
}

/** What waits for the reader; of one section, or (null) of all. */
export const needsQuery = (section: NeedSection | null) =>
  infiniteQueryOptions({
    queryKey: ['needs', 'list', section ?? ''],
    queryFn: ({ pageParam, signal }) => readNeeds({ section, after: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

/** How much waits for the reader; what others are late with is not counted. */
export const needsCountQuery = queryOptions({
  queryKey: ['needs', 'count'],
  queryFn: ({ signal }) => readNeeds({ section: null, after: null, limit: 1 }, signal),
  select: ({ counts: { late: _, ...own } }) => Object.values(own).reduce((sum, count) => sum + count, 0),
});
