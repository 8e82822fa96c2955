import type { City as CityRow } from './rows/city';
import type { Journey as JourneyRow } from './rows/journey';
import type { Letter as LetterRow } from './rows/letter';
import type { ProgrammeSeat as ProgrammeSeatRow } from './rows/programme-seat';
import type { Session as SessionRow } from './rows/session';

/** The fields of a row without its class: what the stores take and give. */
type Plain<Row> = Pick<Row, keyof Row>;

export type City = Plain<CityRow>;
export type Journey = Plain<JourneyRow>;
export type Letter = Plain<LetterRow>;
export type ProgrammeSeat = Plain<ProgrammeSeatRow>;
export type Session = Plain<SessionRow>;
