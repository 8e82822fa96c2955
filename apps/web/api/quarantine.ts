import type { QuarantineResponse } from '@citypath/contracts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { read } from './reads';

export const quarantineQuery = infiniteQueryOptions({
  queryKey: ['quarantine'],
  queryFn: async ({ pageParam, signal }) =>
    (await read('/quarantine', { after: pageParam, limit: 50 }, signal)) as QuarantineResponse,
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
});
