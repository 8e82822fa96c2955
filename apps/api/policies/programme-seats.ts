import type { ProgrammeDefinition, SeatKey } from '@citypath/journey';
import type { Reader } from '../session/reader';

/** The seats that run a programme. The grammar leaves them to each programme; the roles of CityPath are these two. */
export const MANAGER = 'manager';
export const DIRECTOR = 'director';

/** @param seat any seat of the programme unless given */
export function holdsProgrammeSeat(reader: Reader, programme: string, seat?: SeatKey): boolean {
  return reader.seats.some((held) => held.programme === programme && (seat === undefined || held.seat === seat));
}

/** The seats of the programme in which a person acts: those that do more than look on. */
export function actingSeats(reader: Reader, { key, seats }: ProgrammeDefinition): SeatKey[] {
  return seats
    .filter(({ of, readOnly }) => of === 'programme' && readOnly !== true)
    .map((seat) => seat.key)
    .filter((seat) => holdsProgrammeSeat(reader, key, seat));
}

/** Whether a person sits in a seat of the programme that does more than look on. */
export function runsProgramme(reader: Reader, definition: ProgrammeDefinition): boolean {
  return actingSeats(reader, definition).length > 0;
}
