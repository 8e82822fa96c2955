import type { Addressee } from '../addressee';
import type { ProgrammeDefinition, SeatKey } from '../grammar';
import { addressee } from '../owners';
import { seatDefinition, type RuleContext } from '../rule-context';
import type { JourneyState } from '../state';

/** Who runs the cities of the programme: the seat that acts where nobody else does. */
export function managerOf({ definition }: RuleContext, state: JourneyState): Addressee {
  return addressee(state, definition.acceptance.whileVacant);
}

/** Who stands above the manager: the highest seat of the programme that its ladders reach. */
export function directorOf({ definition }: RuleContext, state: JourneyState): Addressee {
  return addressee(state, directorSeat(definition));
}

/** Who is told that somebody is not reached: the manager; of the manager themself the director. */
export function caretakerOf(context: RuleContext, state: JourneyState, unreached: SeatKey): Addressee {
  const manager = managerOf(context, state);
  return manager.seat === unreached ? directorOf(context, state) : manager;
}

function directorSeat(definition: ProgrammeDefinition): SeatKey {
  const { escalation, acceptance, seats } = definition;
  const isAbove = (seat: SeatKey): boolean =>
    seat !== acceptance.whileVacant && seatDefinition(definition, seat)?.of === 'programme';
  const told = [...acceptance.rungs, ...escalation.rungs].map(({ seat }) => seat).filter(isAbove);
  const others = seats.filter(({ key, readOnly }) => isAbove(key) && readOnly !== true).map(({ key }) => key);
  return told.at(-1) ?? others[0] ?? acceptance.whileVacant;
}
