import type { Concluded, LetterOutcome } from '@citypath/store';

/** What a tick of the courier did. */
export interface TickReport {
  /** How many letters ended how. Of a digest's letters the first counts as its message, the others as merged. */
  settled: Record<LetterOutcome['kind'] | Exclude<Concluded['kind'], 'put-back'>, number>;
  /** Letters of couriers that died: the written ones are unknown, the others due again. */
  recovered: { unknown: number; dueAgain: number };
  /** Letters that could not be written; they are tried again later. */
  failures: { letterId: string; error: unknown }[];
  /** Why the mail server could not be spoken with, where that ended the tick early. */
  serverAway: string | null;
  /** Letters are still waiting: tick again at once. */
  more: boolean;
}

/** The report of a tick that has done nothing yet. */
export function emptyReport(recovered: TickReport['recovered']): TickReport {
  return {
    settled: {
      accepted: 0,
      refused: 0,
      unknown: 0,
      deferred: 0,
      suppressed: 0,
      held: 0,
      merged: 0,
      'passed-on': 0,
    },
    recovered,
    failures: [],
    serverAway: null,
    more: false,
  };
}

/** Whether a tick found anything to do. */
export function didSomething({ settled, recovered, failures }: TickReport): boolean {
  const letters = Object.values(settled).reduce((sum, count) => sum + count, 0);
  return letters + recovered.unknown + recovered.dueAgain + failures.length > 0;
}
