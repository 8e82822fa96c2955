import type { SeatKey, StepRef } from '@citypath/journey';
import type { GivenAct } from '../commands/given-act';

/** The step in the address of an act. @throws Error on a route whose address names none */
export function stepOf({ target }: Pick<GivenAct, 'target'>): StepRef {
  if (target.kind !== 'step') throw new Error('The address of this act names no step');
  return target.ref;
}

/** The seat in the address of an act. @throws Error on a route whose address names none */
export function seatOf({ target }: GivenAct): SeatKey {
  if (target.kind !== 'seat') throw new Error('The address of this act names no seat');
  return target.seat;
}
