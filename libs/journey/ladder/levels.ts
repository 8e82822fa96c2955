import type { EscalationPolicy, SeatKey } from '../grammar';
import { requireStep, seatDefinition, type RuleContext } from '../rule-context';
import type { StepState } from '../state';

/** A rung or one of its repeats, as the ladder climbs them. */
export interface Level {
  seat: SeatKey;
  /** Working days after the delivery of the level before; of the first after the due day (or submission). */
  afterWorkingDays: number;
  /** The same from the due day, if each level is delivered on its day: '+10'. */
  label: string;
  /** A person lets the letter go. */
  isPrepared: boolean;
}

/** The levels that a running step climbs; none for an optional step that is still open. */
export function levelsOf(context: RuleContext, step: StepState): Level[] {
  const definition = requireStep(context.definition, step.ref);
  if (step.status === 'submitted') return laidOut(context, context.definition.acceptance);
  if (step.status !== 'open' || definition.optional) return [];
  return laidOut(context, definition.escalation ?? context.definition.escalation);
}

function laidOut(context: RuleContext, { rungs, repeats }: EscalationPolicy): Level[] {
  const last = rungs.at(-1);
  const again =
    last && repeats
      ? Array.from({ length: repeats.times }, () => ({ ...last, afterWorkingDays: repeats.everyWorkingDays }))
      : [];
  let days = 0;
  return [...rungs, ...again].map(({ afterWorkingDays, seat, how }) => {
    days += afterWorkingDays;
    const isPrepared = how === 'prepare' || isLeadership(context, seat);
    return { seat, afterWorkingDays, label: `+${days}`, isPrepared };
  });
}

/** No definition can make a letter go to a city's leadership by itself. */
function isLeadership({ definition }: RuleContext, seat: SeatKey): boolean {
  return seatDefinition(definition, seat)?.leadership === true;
}
