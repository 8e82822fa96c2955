/** First wait after the stream of changes broke, and the longest one. */
const firstMs = 1_000;
const longestMs = 30_000;

/**
 * How long to wait before the stream of changes is opened again.
 * @param failures how often in a row it failed; 1 for the first time
 * @param chance from 0 to 1: spreads the pages of one office, so that they do not all come back at once
 * @returns milliseconds, twice as long each time up to half a minute, less up to a quarter by chance
 */
export function retryDelayMs(failures: number, chance: number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1));
  return Math.round(whole * (1 - chance / 4));
}
