/** Any number: what matters is that it is always the same. */
const SEED = 20_261_130;

/**
 * How often a property is tried. `npm test` tries the same every time, so that what it says hangs on the code alone;
 * `npm run properties` tries fifty times as often, from anywhere.
 */
export function propertyRuns(usual: number): { numRuns: number; seed?: number } {
  const times = Number(process.env['CITYPATH_PROPERTY_TIMES'] ?? 1);
  return times > 1 ? { numRuns: usual * times } : { numRuns: usual, seed: SEED };
}
