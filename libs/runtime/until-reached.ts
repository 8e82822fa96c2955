import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Opens something that may still be starting, or be away: tries until it is there, in bounded intervals.
 * @param what its name in the log
 */
export async function untilReached<Opened>(what: string, logger: Logger, open: () => Promise<Opened>): Promise<Opened> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await open();
    } catch (error) {
      logger.warn({ err: error, retryAfterMs: pauseMs }, `${what} cannot be reached yet`);
      await pause(pauseMs);
    }
  }
}
