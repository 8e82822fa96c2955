import type { Addressee } from './addressee';
import type { DatesTold, FactBody } from './fact';
import { acceptorOf, ownerOf } from './owners';
import type { RuleContext } from './rule-context';
import type { JourneyState } from './state';

/**
 * Who is to hear of which moved dates: whoever has the step, or is to accept it. One entry a seat and person, in the
 * order of the moves.
 */
export function datesTold(context: RuleContext, state: JourneyState, facts: readonly FactBody[]): DatesTold[] {
  const told: DatesTold[] = [];
  for (const fact of facts) {
    if (fact.kind !== 'due-moved') continue;
    const { step, clock, dueOn, previousOn } = fact;
    const to = clock === 'accepting' ? acceptorOf(context, state, step) : ownerOf(context, state, step);
    const known = told.find((entry) => isSame(entry.to, to));
    const moved = { step, clock, dueOn, previousOn };
    if (known) known.moved.push(moved);
    else told.push({ to, moved: [moved] });
  }
  return told;
}

/** Of one person in two seats the first stands for both; a programme's seat, whose holder is not known here, for itself. */
function isSame(a: Addressee, b: Addressee): boolean {
  return a.holder === null || b.holder === null ? a.seat === b.seat : a.holder === b.holder;
}
