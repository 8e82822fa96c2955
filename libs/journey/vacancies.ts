import type { Addressee } from './addressee';
import type { SeatKey } from './grammar';
import { addressee, isVacant, responsibleSeat } from './owners';
import { seatDefinition, type RuleContext } from './rule-context';
import type { JourneyState } from './state';

/** Seats that nobody holds though an open step is theirs; an office without a named person is no vacancy. */
export function vacantSeats(context: RuleContext, state: JourneyState): SeatKey[] {
  const wanted = new Set(
    Object.values(state.steps)
      .filter((step) => step.status === 'open')
      .map((step) => responsibleSeat(context, state, step.ref)),
  );
  return [...wanted]
    .filter((seat) => isVacant(context, state, seat))
    .filter((seat) => seatDefinition(context.definition, seat)?.office !== true);
}

/** Whose task it is to fill a seat: the seat that the programme names, where somebody sits in it, and the manager. */
export function fillersOf(context: RuleContext, state: JourneyState, seat: SeatKey): Addressee[] {
  const filler = seatDefinition(context.definition, seat)?.filledBy;
  const manager = addressee(state, context.definition.acceptance.whileVacant);
  return filler !== undefined && !isVacant(context, state, filler) && filler !== manager.seat
    ? [addressee(state, filler), manager]
    : [manager];
}
