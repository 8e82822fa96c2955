import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { failureOf } from '../api/problem-error';
import { act, askAfterAct, newIdempotencyKey, type Taken } from '../api/writes';

/** How often it is asked whether an act that was taken is recorded. */
const askEveryMs = 1_500;
/** After so many times it is said that it takes long. */
const longAfterAsks = 20;

export interface DoingAct {
  /** `seen`: what was looked at beforehand. */
  send: (body: Record<string, unknown>, seen?: string) => void;
  /** It is on its way, or taken and not recorded yet. */
  busy: boolean;
  /** Taken by the api (202), not recorded yet. */
  beingRecorded: 'no' | 'yes' | 'for-long';
  /** No answer came: whether it arrived is not known. */
  isUnanswered: boolean;
  error: Error | null;
}

/**
 * Does an act, once: the Idempotency-Key is made when the form is opened, so that sending again is the same request.
 * @param onRecorded called once it is recorded, after what pages show was marked as old
 */
export function useAct(href: string, journeyId: string, onRecorded: () => void): DoingAct {
  const [idempotencyKey] = useState(newIdempotencyKey);
  const queryClient = useQueryClient();
  const recorded = useRef(onRecorded);
  useEffect(() => {
    recorded.current = onRecorded;
  });

  const sending = useMutation({
    mutationFn: ({ body, seen }: { body: Record<string, unknown>; seen: string | undefined }) =>
      act(href, body, idempotencyKey, seen),
  });
  const taken = sending.data?.kind === 'being-recorded' ? sending.data : null;
  const [asks, setAsks] = useState(0);
  const asking = useQuery({
    queryKey: ['command', taken?.commandId],
    queryFn: async ({ signal }): Promise<Taken> => {
      if (!taken) throw new Error('Nothing was taken.');
      setAsks((count) => count + 1);
      return askAfterAct(taken.commandId, taken.journeyId, signal);
    },
    enabled: taken !== null,
    refetchInterval: ({ state }) =>
      state.data?.kind === 'recorded' || failureIsFinal(state.error) ? false : askEveryMs,
    gcTime: 0,
    retry: false,
  });

  const isRecorded = sending.data?.kind === 'recorded' || asking.data?.kind === 'recorded';
  useEffect(() => {
    if (!isRecorded) return;
    for (const queryKey of [['journey', journeyId], ['board'], ['letters'], ['needs']])
      void queryClient.invalidateQueries({ queryKey });
    recorded.current();
  }, [isRecorded, journeyId, queryClient]);

  const refusedLater = taken !== null && failureIsFinal(asking.error) ? asking.error : null;
  const waiting = taken !== null && !isRecorded && refusedLater === null;
  const error = sending.error ?? refusedLater;
  return {
    send: (body, seen) => sending.mutate({ body, seen }),
    busy: sending.isPending || waiting || isRecorded,
    beingRecorded: !waiting ? 'no' : asks > longAfterAsks ? 'for-long' : 'yes',
    isUnanswered: error !== null && failureOf(error).kind === 'no-answer',
    error,
  };
}

/** The api knows what became of it; being away for a moment says nothing. */
function failureIsFinal(error: Error | null): boolean {
  if (!error) return false;
  const failure = failureOf(error);
  return failure.kind === 'problem' && failure.problem.status !== 503;
}
