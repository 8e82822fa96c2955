import type { DryRunResponse } from '@citypath/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { lookAt } from '../../api/writes';

export interface DryRun {
  look: (body: Record<string, unknown>) => void;
  /** What was shown last, and whether it is what would be sent now. */
  shown: DryRunResponse | null;
  busy: boolean;
  error: Error | null;
  /** What the act is confirmed with; undefined: nothing that would be sent now was looked at. */
  seenOf: (body: Record<string, unknown>) => string | undefined;
  forget: () => void;
}

/** A look at what an act would change; it changes nothing, and may be taken as often as one likes. */
export function useDryRun(href: string): DryRun {
  const [looked, setLooked] = useState<{ body: string; shown: DryRunResponse } | null>(null);
  const looking = useMutation({
    mutationFn: (body: Record<string, unknown>) => lookAt(href, body),
    onSuccess: (shown, body) => setLooked({ body: JSON.stringify(body), shown }),
    onError: () => setLooked(null),
  });
  return {
    look: looking.mutate,
    shown: looked?.shown ?? null,
    busy: looking.isPending,
    error: looking.error,
    seenOf: (body) => (looked?.body === JSON.stringify(body) ? looked.shown.seen : undefined),
    forget: () => {
      setLooked(null);
      looking.reset();
    },
  };
}
