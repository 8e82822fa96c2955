import type {
  AdoptionsResponse,
  CalendarResponse,
  CalendarsResponse,
  ClosuresResponse,
  OffersResponse,
} from '@citypath/contracts';
import { queryOptions } from '@tanstack/react-query';
import { read } from './reads';
import { request } from './request';

/** Calendars of working days, what is laid over them, and their adoption. */

export const calendarsQuery = queryOptions({
  queryKey: ['calendars', 'list'],
  queryFn: async ({ signal }) => (await read('/calendars', {}, signal)) as CalendarsResponse,
});

export const calendarQuery = (key: string) =>
  queryOptions({
    queryKey: ['calendars', 'country', key],
    queryFn: async ({ signal }) =>
      (await read(`/calendars/${encodeURIComponent(key)}`, {}, signal)) as CalendarResponse,
  });

export const closuresQuery = (city: string) =>
  queryOptions({
    queryKey: ['calendars', 'closures', city],
    queryFn: async ({ signal }) =>
      (await read(`/cities/${encodeURIComponent(city)}/closures`, {}, signal)) as ClosuresResponse,
  });

/** Journeys that a newer calendar is there for. `enabled`: only who runs programmes may ask. */
export const offersQuery = (enabled: boolean) =>
  queryOptions({
    queryKey: ['calendars', 'offers'],
    queryFn: async ({ signal }) => (await read('/calendar-adoptions', {}, signal)) as OffersResponse,
    enabled,
  });

export async function addMark(path: string, body: object, idempotencyKey: string): Promise<void> {
  await request(`/api/v1${path}`, { method: 'POST', body, idempotencyKey });
}

export async function takeBackMark(path: string): Promise<void> {
  await request(`/api/v1${path}`, { method: 'DELETE' });
}

export async function adoptCalendars(
  reason: string,
  journeys: { journeyId: string; hash: string }[],
  idempotencyKey: string,
): Promise<AdoptionsResponse> {
  // Each journey may take its five seconds.
  const ask = { method: 'POST', body: { reason, journeys }, idempotencyKey, patienceMs: 90_000 } as const;
  return (await request('/api/v1/calendar-adoptions', ask)).body as AdoptionsResponse;
}
