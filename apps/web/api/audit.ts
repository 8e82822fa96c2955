import type { AuditResponse } from '@citypath/contracts';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { read } from './reads';

/** What of the trail is asked for; nothing asked: all that one may see. */
export interface AuditAsk {
  programme?: string | undefined;
  city?: string | undefined;
  person?: string | undefined;
  act?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
}

export const auditQuery = (ask: AuditAsk) =>
  infiniteQueryOptions({
    queryKey: ['audit', ask],
    queryFn: async ({ pageParam, signal }) =>
      (await read('/audit', { ...ask, after: pageParam, limit: 50 }, signal)) as AuditResponse,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

/** Where the same view is a file. */
export function auditFileAddress(ask: AuditAsk, format: 'xlsx' | 'csv'): string {
  const search = new URLSearchParams({ format });
  for (const [key, value] of Object.entries(ask) as [string, string | undefined][])
    if (value !== undefined && value !== '') search.set(key, value);
  return `/api/v1/audit-export?${search.toString()}`;
}
