import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { listenToChanges } from '../api/live-changes';

/** So long the stream may be away before it is worth a word: a restart of the api takes less. */
const quietMs = 4_000;

/**
 * Keeps what pages show up to date: what changed is read again, and everything is after the stream was broken.
 * @returns whether the api has been away for longer than is worth keeping quiet about
 */
export function useLiveChanges(): boolean {
  const queryClient = useQueryClient();
  const [away, setAway] = useState(false);

  useEffect(() => {
    let quietTimer: ReturnType<typeof setTimeout> | undefined;
    const stop = listenToChanges({
      changed(journeys) {
        for (const journeyId of journeys.keys())
          void queryClient.invalidateQueries({ queryKey: ['journey', journeyId] });
        void queryClient.invalidateQueries({ queryKey: ['board'] });
        void queryClient.invalidateQueries({ queryKey: ['letters'] });
        void queryClient.invalidateQueries({ queryKey: ['needs'] });
      },
      everythingChanged() {
        void queryClient.invalidateQueries();
      },
      opened(again) {
        clearTimeout(quietTimer);
        quietTimer = undefined;
        setAway(false);
        if (again) void queryClient.invalidateQueries();
      },
      broken() {
        quietTimer ??= setTimeout(() => setAway(true), quietMs);
      },
    });
    return () => {
      clearTimeout(quietTimer);
      stop();
    };
  }, [queryClient]);

  return away;
}
