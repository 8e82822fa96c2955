import type { BulkActRequest, BulkActResponse, BulkDryRunResponse } from '@citypath/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newIdempotencyKey } from '../../api/writes';

type NamedJourneys = NonNullable<BulkActRequest['journeys']>;

interface Ways {
  look: () => Promise<BulkDryRunResponse>;
  /** For the journeys that take it, each as it was seen. */
  start: (journeys: NamedJourneys, idempotencyKey: string) => Promise<BulkActResponse>;
}

/**
 * An act upon many cities is looked at before it can be confirmed, and exactly what was seen is what is done; its page
 * comes next.
 * @param asked all that is asked, as text: what was looked at under another one counts no more
 */
export function useLookFirst(asked: string, ways: Ways) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [idempotencyKey, setIdempotencyKey] = useState(newIdempotencyKey);
  const looking = useMutation({ mutationFn: (_asked: string) => ways.look() });
  const starting = useMutation({
    mutationFn: (journeys: NamedJourneys) => ways.start(journeys, idempotencyKey),
    onSuccess: (started) => {
      void queryClient.invalidateQueries({ queryKey: ['bulk-acts'] });
      void navigate(`/bulk-acts/${encodeURIComponent(started.id)}`);
    },
  });
  const seen = looking.data?.journeys ?? [];
  const willing = seen.flatMap(({ journeyId, seen }) => (seen === null ? [] : [{ id: journeyId, seen }]));
  return {
    looking,
    starting,
    /** What is seen is what would be done now. */
    isSeen: looking.data !== undefined && looking.variables === asked,
    willing,
    look: () => {
      if (!looking.isPending && !starting.isPending) looking.mutate(asked);
    },
    confirm: () => starting.mutate(willing),
    /** The form has changed. */
    changed: () => {
      looking.reset();
      // Another content is another request.
      setIdempotencyKey(newIdempotencyKey());
      starting.reset();
    },
  };
}

export type LookFirst = ReturnType<typeof useLookFirst>;
