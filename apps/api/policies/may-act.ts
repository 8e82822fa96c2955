import type { ActName } from '@citypath/contracts';
import type { JourneyState, RuleContext } from '@citypath/journey';
import type { Reader } from '../session/reader';
import { actRules, type ActTarget, type Standing } from './act-rules';
import { DIRECTOR, holdsProgrammeSeat, MANAGER } from './programme-seats';

export type { ActTarget, Standing };

/** Whether a person may do an act to a journey, by the seats as they are now. Not whether the rules will take it. */
export function mayAct(
  context: RuleContext,
  state: JourneyState,
  reader: Reader,
  act: ActName,
  target: ActTarget,
): Standing {
  return actRules[act].standing({ context, state, reader, target });
}

/** Whether a person may take cities into a programme. */
export function mayJoinCities(reader: Reader, programme: string): boolean {
  return reader.administrator || holdsProgrammeSeat(reader, programme, MANAGER);
}

/** Whether a person may add and correct cities: managers and directors of any programme do, a city is everybody’s. */
export function mayKeepCities(reader: Reader): boolean {
  return reader.administrator || reader.seats.some(({ seat }) => seat === MANAGER || seat === DIRECTOR);
}
