/** Puts things that come in order under their days, in the order in which the days first come. */
export function byDay<Thing>(things: readonly Thing[], dayOf: (thing: Thing) => string): [day: string, of: Thing[]][] {
  const days = new Map<string, Thing[]>();
  for (const thing of things) {
    const day = dayOf(thing);
    const ofDay = days.get(day);
    if (ofDay) ofDay.push(thing);
    else days.set(day, [thing]);
  }
  return [...days];
}
