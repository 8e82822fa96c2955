import type { ProgrammeDefinition, SeatKey } from '@citypath/journey';
import type { Reader } from '../session/reader';

/** The seats that run a programme. The grammar leaves them to each programme; the roles of CityPath are these two. */
export const MANAGER = 'manager';
export const DIRECTOR = 'director';

/** @param seat any seat of the programme unless given */
export function holdsProgrammeSeat(reader: Reader, programme: string, seat?: SeatKey): boolean {
  return reader.seats.some((held) => held.programme === programme && (seat === undefined || held.seat === seat));
}

/** Whether a person sits in a seat of the programme that does more than look on. */
export function runsProgramme(reader: Reader, { key, seats }: ProgrammeDefinition): boolean {
  return seats.some(({ key: seat, readOnly }) => readOnly !== true && holdsProgrammeSeat(reader, key, seat));
}
