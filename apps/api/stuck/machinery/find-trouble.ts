import type { Instant } from '@citypath/calendar';
import type { AwaitedRecovery, OutboxStanding, RunningJourney } from '@citypath/store';
import { TERMINATED_HERE } from '@citypath/workflows/messages';
import type { RunsSeen, RunStanding } from './seen-runs';
import type { JourneyTrouble, Trouble } from './trouble';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** A worker asks again at least every minute; one that has not for so long is gone. */
const WORKER_ASKS_WITHIN_MS = 80 * SECOND_MS;
/** A worker that listens takes what comes at once; what waits for longer is taken by nobody. */
const TAKEN_WITHIN_MS = 5 * SECOND_MS;
/** A moment that passed longer ago was missed. */
const MOMENT_WITHIN_MS = 3 * MINUTE_MS;
/** The courier looks every few seconds. */
const POSTED_WITHIN_MS = 15 * MINUTE_MS;
/** Some mail servers say "later" to every first letter; these are none of those. */
const MANY_DEFERRED = 5;
const DEFERRED_WITHIN_MS = 60 * MINUTE_MS;

/** Whether nobody takes what the task queue holds. */
export function workerIsAway({ polledAt, waitingSince }: RunsSeen, now: Instant): boolean {
  if (polledAt === null || isBefore(polledAt, now, WORKER_ASKS_WITHIN_MS)) return true;
  return waitingSince !== null && isBefore(waitingSince, now, TAKEN_WITHIN_MS) && polledAt < waitingSince;
}

/** Journeys whose run has to be looked at by itself: Temporal marks it, or its moment has passed. */
export function suspects(journeys: readonly RunningJourney[], seen: RunsSeen, now: Instant): RunningJourney[] {
  const marked = new Set(seen.inTrouble);
  return journeys.filter(
    ({ id, nextMomentAt }) => seen.running.has(id) && (marked.has(id) || momentIsMissed(nextMomentAt, now)),
  );
}

/** Whether a moment at which a journey does something by itself has passed without it. */
export function momentIsMissed(nextMomentAt: Instant | null, now: Instant): boolean {
  return nextMomentAt !== null && isBefore(nextMomentAt, now, MOMENT_WITHIN_MS);
}

/** Records that came back from a backup, until they were recovered. */
export function troubleOfRestore(awaited: AwaitedRecovery | null): Trouble[] {
  if (awaited === null) return [];
  return [{ kind: 'restore-unrecovered', sinceAt: awaited.restoredAt, backupOf: awaited.backupOf }];
}

/** What the letters show. */
export function troubleOfLetters(outbox: OutboxStanding, now: Instant): Trouble[] {
  const { waiting, oldestAt, deferred, deferredSince, response } = outbox;
  const isStalled = oldestAt !== null && isBefore(oldestAt, now, POSTED_WITHIN_MS);
  const isRefused =
    deferredSince !== null && (deferred >= MANY_DEFERRED || isBefore(deferredSince, now, DEFERRED_WITHIN_MS));
  return [
    ...(isStalled ? [{ kind: 'outbox-stalled' as const, sinceAt: oldestAt, letters: waiting }] : []),
    ...(isRefused
      ? [{ kind: 'mail-refusing' as const, sinceAt: deferredSince, letters: deferred, cause: response }]
      : []),
  ];
}

/**
 * What keeps a run from going on; null where nothing does.
 * @param workerAway then a task that nobody takes says nothing of the journey
 */
export function troubleOfRun(
  journey: RunningJourney,
  standing: RunStanding,
  workerAway: boolean,
  now: Instant,
): JourneyTrouble | null {
  switch (standing.kind) {
    case 'missing':
      return { kind: 'workflow-missing', journey, sinceAt: null };
    case 'ended':
      if (standing.status === 'terminated' && standing.cause === TERMINATED_HERE) {
        return { kind: 'workflow-ended', journey, sinceAt: standing.at, how: 'ended-here', cause: null };
      }
      return { kind: 'workflow-ended', journey, sinceAt: standing.at, how: standing.status, cause: standing.cause };
    case 'disagrees':
      return { kind: 'journal-disagrees', journey, sinceAt: standing.at };
    case 'activity-failing':
    case 'workflow-task-failing': {
      const { kind, attempts, sinceAt, cause } = standing;
      return cause === null && workerAway ? null : { kind, journey, sinceAt, attempts, cause };
    }
    case 'runs': {
      const { nextMomentAt } = journey;
      const isMissed = momentIsMissed(nextMomentAt, now) && !workerAway;
      return isMissed ? { kind: 'moment-missed', journey, sinceAt: nextMomentAt } : null;
    }
  }
}

function isBefore(at: Instant, now: Instant, byMs: number): boolean {
  return Date.parse(now) - Date.parse(at) > byMs;
}
