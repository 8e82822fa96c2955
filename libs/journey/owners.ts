import type { Addressee } from './addressee';
import type { SeatKey } from './grammar';
import type { StepRef } from './ids';
import { requireStep, seatDefinition, type RuleContext } from './rule-context';
import type { JourneyState, StepState } from './state';

/** All that is asked of a journey to say who sits in a seat. */
type Seated = Pick<JourneyState, 'seats'>;
/** The same, to say who has a step. */
type Shared = Seated & { steps: Readonly<Record<StepRef, Pick<StepState, 'responsible'>>> };
type Defined = Pick<RuleContext, 'definition'>;

/**
 * Who has the step now: the responsible seat, or while it is vacant the first of those named to act for it.
 * A programme's seat counts as held (who holds it is a people's record), so every step has an owner.
 */
export function ownerOf(context: Defined, state: Shared, ref: StepRef): Addressee {
  const { whileVacant } = requireStep(context.definition, ref);
  return firstHeld(context, state, [responsibleSeat(context, state, ref), ...whileVacant]);
}

/** The seat whose step it is: that of the programme's definition, unless it was given to another. */
export function responsibleSeat({ definition }: Defined, { steps }: Pick<Shared, 'steps'>, ref: StepRef): SeatKey {
  return steps[ref]?.responsible ?? requireStep(definition, ref).responsible;
}

/** Who accepts the step now; a programme's seat stands in for a city's seat that nobody holds. */
export function acceptorOf(context: Defined, state: Seated, ref: StepRef): Addressee {
  const step = requireStep(context.definition, ref);
  return firstHeld(context, state, [step.accepts, context.definition.acceptance.whileVacant]);
}

/** The seat with its holder; its liaison stands for a seat that has no named holder. */
export function addressee(state: Seated, seat: SeatKey): Addressee {
  const held = state.seats[seat];
  return { seat, holder: held?.holder ?? held?.liaison ?? null };
}

/** A city's seat that nobody holds, neither a person nor a liaison. */
export function isVacant(context: Defined, state: Seated, seat: SeatKey): boolean {
  return seatDefinition(context.definition, seat)?.of === 'city' && addressee(state, seat).holder === null;
}

function firstHeld(context: Defined, state: Seated, chain: SeatKey[]): Addressee {
  const seat = chain.find((candidate) => !isVacant(context, state, candidate));
  // A checked definition ends each chain at a programme's seat, which is never vacant.
  return addressee(state, seat ?? context.definition.acceptance.whileVacant);
}
