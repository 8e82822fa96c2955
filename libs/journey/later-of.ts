import type { Instant } from '@citypath/calendar';

/** The later of what was told and where a hold says to go on; a takeover's "tell the newest" stays as it is. */
export function laterOf(told: Instant | null, untilAt: Instant | null): Instant | null {
  return told !== null && untilAt !== null && untilAt > told ? untilAt : told;
}
