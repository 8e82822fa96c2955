import type { RightsResponse } from '@citypath/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from './request';

/** Who may do what; it changes only with a newer api. */
export const rightsQuery = queryOptions({
  queryKey: ['rights'],
  queryFn: async ({ signal }) => (await request('/api/v1/rights', { signal })).body as RightsResponse,
});
