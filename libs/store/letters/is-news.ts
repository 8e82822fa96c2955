/**
 * Whether a letter (`letter`: its alias) told of an act before the clock went on about it. Such a one that was merged
 * into a level of the clock's must not be lost with it; a level of the clock's is followed by another.
 */
export function isNews(letter: string): string {
  return `${letter}.kind IN ('step-opened', 'to-accept') AND ${letter}.threshold LIKE 'seq:%'`;
}
