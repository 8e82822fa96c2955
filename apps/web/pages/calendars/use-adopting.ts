import type { AdoptionResult, CalendarOffer } from '@citypath/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { adoptCalendars } from '../../api/calendars';
import { newIdempotencyKey } from '../../api/writes';

/** The api takes up to ten at once. */
const AT_A_TIME = 5;

/** How far an adoption is. */
export interface Adopting {
  results: ReadonlyMap<string, AdoptionResult>;
  isPending: boolean;
  error: Error | null;
  start: (reason: string, offers: CalendarOffer[]) => void;
}

/**
 * Adopts for many cities, a few at a time, so that one sees how far it is. What was done stays done: after a failure the
 * same cities may be sent again.
 */
export function useAdopting(): Adopting {
  const queryClient = useQueryClient();
  const [results, setResults] = useState<ReadonlyMap<string, AdoptionResult>>(new Map());
  const running = useMutation({
    mutationFn: async ({ reason, offers }: { reason: string; offers: CalendarOffer[] }) => {
      const idempotencyKey = newIdempotencyKey();
      for (let from = 0; from < offers.length; from += AT_A_TIME) {
        const some = offers.slice(from, from + AT_A_TIME);
        const asked = some.map(({ journeyId, hash }) => ({ journeyId, hash }));
        const answer = await adoptCalendars(reason, asked, idempotencyKey);
        setResults((known) => new Map([...known, ...answer.results.map((one) => [one.journeyId, one] as const)]));
      }
    },
    onSettled: () => queryClient.invalidateQueries(),
  });
  return {
    results,
    isPending: running.isPending,
    error: running.error,
    start: (reason, offers) => {
      setResults(new Map());
      running.mutate({ reason, offers });
    },
  };
}
