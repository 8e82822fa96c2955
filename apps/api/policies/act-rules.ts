import type { ActName, Text } from '@citypath/contracts';
import {
  acceptorOf,
  ownerOf,
  seatDefinition,
  stepDefinition,
  type Addressee,
  type JourneyState,
  type PersonId,
  type RuleContext,
  type SeatKey,
  type StepRef,
  type StepState,
} from '@citypath/journey';
import type { Reader } from '../session/reader';
import { DIRECTOR, holdsProgrammeSeat, MANAGER, runsProgramme } from './programme-seats';

/** What an act is done to: nothing but the journey, one of its steps, or one of its seats. */
export type ActTarget = { kind: 'journey' } | { kind: 'step'; ref: StepRef } | { kind: 'seat'; seat: SeatKey };

/** May act; `onBehalfOf`: whose act it is, where the one who acts is not the one whose task it was. */
export type Standing = { may: false } | { may: true; onBehalfOf: PersonId | null };

/** Somebody who wants to act upon a journey as it stands. */
export interface ActAsked {
  context: RuleContext;
  state: JourneyState;
  reader: Reader;
  target: ActTarget;
}

/** Who may do an act: in words, and as the rule that is asked. */
export interface ActRule {
  who: Text;
  standing(asked: ActAsked): Standing;
}

const NO: Standing = { may: false };
const OWN: Standing = { may: true, onBehalfOf: null };

const ofTheManager: ActRule = {
  who: { en: 'The programme manager and administrators.', zh: '项目经理和系统管理员。' },
  standing: (asked) => (manages(asked) ? OWN : NO),
};

const ofTheOwner: ActRule = {
  who: {
    en: 'Whoever sits in the responsible seat; for them its liaison, the programme manager and administrators.',
    zh: '负责该步骤的职务；其联络人、项目经理和系统管理员可以代办。',
  },
  standing: (asked) => {
    if (asked.target.kind !== 'step') return ofTheManager.standing(asked);
    const owner = ownerOf(asked.context, asked.state, asked.target.ref);
    return asSeat(asked, owner) ?? onBehalf(manages(asked), owner);
  },
};

const ofTheAcceptor: ActRule = {
  who: {
    en: 'Whoever sits in the accepting seat; for them its liaison, the programme director and administrators.',
    zh: '负责审核的职务；其联络人、项目主任和系统管理员可以代办。',
  },
  standing: (asked) => {
    if (asked.target.kind !== 'step') return ofTheManager.standing(asked);
    const acceptor = acceptorOf(asked.context, asked.state, asked.target.ref);
    return asSeat(asked, acceptor) ?? onBehalf(directs(asked), acceptor);
  },
};

const ofTheFiller: ActRule = {
  who: {
    en: 'The seat that fills the vacancy, its liaison, the programme manager and administrators.',
    zh: '负责补缺的职务及其联络人、项目经理和系统管理员。',
  },
  standing: (asked) => {
    const { context, state, target } = asked;
    const fills = target.kind === 'seat' ? seatDefinition(context.definition, target.seat)?.filledBy : undefined;
    const asFiller = fills === undefined ? null : asSeat(asked, addresseeAt(state, fills));
    return asFiller ?? ofTheManager.standing(asked);
  },
};

const ofThoseConcerned: ActRule = {
  who: {
    en: 'Whoever sits in a seat of the city or is its liaison, the seats that run the programme, and administrators.',
    zh: '该市各职务及其联络人、项目方职务（仅查看者除外）和系统管理员。',
  },
  standing: ({ context, state, reader }) => {
    const sits = Object.values(state.seats).some(
      ({ holder, liaison }) => holder === reader.person || liaison === reader.person,
    );
    return sits || reader.administrator || runsProgramme(reader, context.definition) ? OWN : NO;
  },
};

const ofThoseTold: ActRule = {
  who: {
    en: 'Whoever has the step or was told of its delay; for them its liaison, the programme manager and administrators.',
    zh: '负责该步骤或已获知延误的职务；其联络人、项目经理和系统管理员可以代办。',
  },
  standing: (asked) => {
    const { context, state, target } = asked;
    if (target.kind !== 'step') return ofTheManager.standing(asked);
    const step = state.steps[target.ref];
    const has = (step?.status === 'submitted' ? acceptorOf : ownerOf)(context, state, target.ref);
    const own = asSeat(asked, has) ?? onBehalf(manages(asked), has);
    if (own.may || step === undefined) return own;
    const told = reachedSeats(context, step).some((seat) => asSeat(asked, addresseeAt(state, seat))?.may === true);
    return onBehalf(told, has);
  },
};

const ofThoseWhoRun: ActRule = {
  who: {
    en: 'The programme manager, the programme director and administrators.',
    zh: '项目经理、项目主任和系统管理员。',
  },
  standing: (asked) => (manages(asked) || directs(asked) ? OWN : NO),
};

/** Every act with who may do it. What is not the manager's says so. */
export const actRules: Record<ActName, ActRule> = {
  submit: ofTheOwner,
  'ask-waiver': ofTheOwner,
  comment: ofThoseConcerned,
  accept: ofTheAcceptor,
  return: ofTheAcceptor,
  appoint: ofTheFiller,
  'hand-over': ofTheManager,
  vacate: ofTheManager,
  'name-liaison': ofTheManager,
  complete: ofTheManager,
  waive: ofTheManager,
  skip: ofTheManager,
  reopen: ofTheManager,
  reassign: ofTheManager,
  acknowledge: ofThoseTold,
  'release-rung': ofThoseWhoRun,
  'decline-rung': ofThoseWhoRun,
  'set-cadence': ofTheManager,
  'reset-cadence': ofTheManager,
  'agree-date': ofTheManager,
  'schedule-event': ofTheManager,
  hold: ofTheManager,
  resume: ofTheManager,
  withdraw: ofTheManager,
  finish: ofTheManager,
  readmit: ofTheManager,
  'adopt-calendar': ofTheManager,
  'adopt-definition': ofTheManager,
  'go-to': ofTheManager,
  'restart-from': ofTheManager,
  undo: ofTheManager,
};

function manages({ reader, state }: ActAsked): boolean {
  return reader.administrator || holdsProgrammeSeat(reader, state.programme, MANAGER);
}

function directs({ reader, state }: ActAsked): boolean {
  return reader.administrator || holdsProgrammeSeat(reader, state.programme, DIRECTOR);
}

/** As the holder of a seat, for it as its liaison, or (null) neither. */
function asSeat({ state, reader }: ActAsked, { seat, holder }: Addressee): Standing | null {
  if (holder === reader.person || holdsProgrammeSeat(reader, state.programme, seat)) return OWN;
  if (state.seats[seat]?.holder === reader.person) return OWN;
  return state.seats[seat]?.liaison === reader.person ? { may: true, onBehalfOf: state.seats[seat].holder } : null;
}

function onBehalf(allowed: boolean, { holder }: Addressee): Standing {
  return allowed ? { may: true, onBehalfOf: holder } : NO;
}

/** The seats that the ladder of a step has come to. */
function reachedSeats({ definition }: RuleContext, step: StepState): SeatKey[] {
  const policy =
    step.status === 'submitted'
      ? definition.acceptance
      : (stepDefinition(definition, step.ref)?.escalation ?? definition.escalation);
  return policy.rungs.slice(0, step.ladder?.rung ?? 0).map(({ seat }) => seat);
}

function addresseeAt(state: JourneyState, seat: SeatKey): Addressee {
  return { seat, holder: state.seats[seat]?.holder ?? null };
}
