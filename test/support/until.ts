import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 20;

/**
 * Looks until something is so, and gives what was found. For what no event tells of: the state of a server.
 * @param what completes "Waited in vain until …"
 * @param look gives null, undefined or false while it is not so
 */
export async function until<Found>(
  what: string,
  look: () => Promise<Found | null | undefined | false> | Found | null | undefined | false,
  withinMs = 90_000,
): Promise<Found> {
  const giveUpAt = performance.now() + withinMs;
  while (performance.now() < giveUpAt) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`Waited in vain until ${what}.`);
}
