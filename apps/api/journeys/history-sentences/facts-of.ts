import type { Fact, FactKind } from '@citypath/journey';

export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;

/** Makes a guard that tells the facts of some kinds from all others. */
export function factsOf<const K extends FactKind>(...kinds: K[]): (fact: Fact) => fact is FactOf<K> {
  const wanted: ReadonlySet<FactKind> = new Set(kinds);
  return (fact): fact is FactOf<K> => wanted.has(fact.kind);
}
