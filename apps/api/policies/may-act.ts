import type { ActName } from '@citypath/contracts';
import {
  acceptorOf,
  ownerOf,
  seatDefinition,
  type Addressee,
  type JourneyState,
  type PersonId,
  type ProgrammeDefinition,
  type RuleContext,
  type SeatKey,
  type StepRef,
} from '@citypath/journey';
import type { Reader } from '../session/reader';

/** What an act is done to: nothing but the journey, one of its steps, or one of its seats. */
export type ActTarget = { kind: 'journey' } | { kind: 'step'; ref: StepRef } | { kind: 'seat'; seat: SeatKey };

/** May act; `onBehalfOf`: whose act it is, where the one who acts is not the one whose task it was. */
export type Standing = { may: false } | { may: true; onBehalfOf: PersonId | null };

const NO: Standing = { may: false };
const OWN: Standing = { may: true, onBehalfOf: null };

/** The seats that run a programme. The grammar leaves them to each programme; the roles of CityPath are these two. */
const MANAGER = 'manager';
const DIRECTOR = 'director';

/** Whether a person may do an act to a journey, by the seats as they are now. Not whether the rules will take it. */
export function mayAct(
  context: RuleContext,
  state: JourneyState,
  reader: Reader,
  act: ActName,
  target: ActTarget,
): Standing {
  const manages = holdsProgrammeSeat(reader, state.programme, MANAGER) || reader.administrator;
  if (act === 'submit' && target.kind === 'step') {
    return (
      asSeat(state, reader, ownerOf(context, state, target.ref)) ??
      onBehalf(manages, ownerOf(context, state, target.ref))
    );
  }
  if ((act === 'accept' || act === 'return') && target.kind === 'step') {
    const acceptor = acceptorOf(context, state, target.ref);
    const directs = holdsProgrammeSeat(reader, state.programme, DIRECTOR) || reader.administrator;
    return asSeat(state, reader, acceptor) ?? onBehalf(directs, acceptor);
  }
  if (act === 'appoint' && target.kind === 'seat') {
    const fills = seatDefinition(context.definition, target.seat)?.filledBy;
    const asFiller = fills === undefined ? null : asSeat(state, reader, addresseeAt(state, fills));
    return asFiller ?? (manages ? OWN : NO);
  }
  return manages ? OWN : NO;
}

/** As the holder of a seat, for it as its liaison, or (null) neither. */
function asSeat(state: JourneyState, reader: Reader, { seat, holder }: Addressee): Standing | null {
  if (holder === reader.person || holdsProgrammeSeat(reader, state.programme, seat)) return OWN;
  if (state.seats[seat]?.holder === reader.person) return OWN;
  return state.seats[seat]?.liaison === reader.person ? { may: true, onBehalfOf: state.seats[seat].holder } : null;
}

function onBehalf(allowed: boolean, { holder }: Addressee): Standing {
  return allowed ? { may: true, onBehalfOf: holder } : NO;
}

function addresseeAt(state: JourneyState, seat: SeatKey): Addressee {
  return { seat, holder: state.seats[seat]?.holder ?? null };
}

export function holdsProgrammeSeat(reader: Reader, programme: string, seat?: SeatKey): boolean {
  return reader.seats.some((held) => held.programme === programme && (seat === undefined || held.seat === seat));
}

/** Whether a person sits in a seat of the programme that does more than look on. */
export function runsProgramme(reader: Reader, { key, seats }: ProgrammeDefinition): boolean {
  return seats.some(({ key: seat, readOnly }) => readOnly !== true && holdsProgrammeSeat(reader, key, seat));
}

/** Whether a person may take cities into a programme. */
export function mayJoinCities(reader: Reader, programme: string): boolean {
  return reader.administrator || holdsProgrammeSeat(reader, programme, MANAGER);
}

/** Whether a person may add and correct cities: managers and directors of any programme do. */
export function mayKeepCities(reader: Reader): boolean {
  return reader.administrator || reader.seats.some(({ seat }) => seat === MANAGER || seat === DIRECTOR);
}
