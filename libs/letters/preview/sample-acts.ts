import { addWorkingDays, dayAt, type Day, type Instant } from '@citypath/calendar';
import {
  acceptorOf,
  addressee,
  isVacant,
  ownerOf,
  requireStep,
  type Addressee,
  type FactBody,
  type LetterKind,
  type SeatKey,
  type StepRef,
} from '@citypath/journey';
import { assertNever } from '../assert-never';
import type { JourneyToPreview } from './journey-to-preview';

/** What somebody would have written: stands for their words. */
export const SAMPLE_WORDS = 'sample-words';
/** The same for where a meeting is held. */
export const SAMPLE_PLACE = 'sample-place';

/** So many working days before or after today a sample is due. */
const FEW_WORKING_DAYS = 3;

/**
 * What would have to happen in a journey for a letter of this kind to be written: facts, of which the last one causes
 * it. People, seats, steps and days are the journey's own; nothing of it is recorded.
 * @param step what it is about; kinds that are about no step leave it aside
 */
export function sampleActs(kind: LetterKind, journey: JourneyToPreview, step: StepRef, now: Instant): FactBody[] {
  const cast = castOf(journey, step, now);
  const { owner, manager, today, seat, round, soonOn, pastOn } = cast;
  const comment = SAMPLE_WORDS;
  switch (kind) {
    case 'welcome':
      return [{ kind: 'welcomed', to: [seat] }];
    case 'step-opened':
      return [opened(cast, soonOn, true)];
    case 'reminder':
      return [
        opened(cast, soonOn),
        { kind: 'reminder-fell-due', step, round, threshold: `-${FEW_WORKING_DAYS}`, dueOn: soonOn, to: owner },
      ];
    case 'overdue':
      return [
        opened(cast, pastOn),
        { kind: 'overdue-fell-due', step, round, threshold: `+${FEW_WORKING_DAYS}`, dueOn: pastOn, to: owner },
      ];
    case 'escalation':
      return [opened(cast, pastOn), { ...rung(cast), kind: 'rung-reached', to: manager }];
    case 'to-release':
      return [opened(cast, pastOn), { ...rung(cast), kind: 'rung-prepared', to: manager, reaches: cast.leadership }];
    case 'rung-passed-over':
      return [
        opened(cast, pastOn),
        { ...rung(cast), kind: 'rung-passed-over', passed: cast.leadership, why: 'vacant', to: manager },
      ];
    case 'contact-lost':
      return [
        {
          kind: 'contact-lost',
          seat: seat.seat,
          person: seat.holder,
          why: 'bounced',
          on: today,
          letterSeq: journey.state.head,
          to: manager,
        },
      ];
    case 'to-accept':
      return [opened(cast, soonOn), submitted(cast)];
    case 'accepted':
      return [
        opened(cast, soonOn),
        submitted(cast),
        { kind: 'step-accepted', step, round, comment, to: owner, happenedOn: today },
      ];
    case 'returned':
      return [
        opened(cast, soonOn),
        submitted(cast),
        { kind: 'step-returned', step, round, comment, to: owner, dueOn: soonOn },
      ];
    case 'question':
      return [
        opened(cast, soonOn),
        { kind: 'step-commented', step, comment, audience: 'everyone', to: [owner], answers: [] },
      ];
    case 'invitation':
      return [opened(cast, soonOn), meeting(cast)];
    case 'invitation-cancelled':
      return [opened(cast, soonOn), meeting(cast), { ...meeting(cast), on: null, previousOn: soonOn, sequence: 1 }];
    case 'vacancy':
      return [vacated(cast), { kind: 'vacancy-noticed', seat: seat.seat, to: [manager] }];
    case 'seat-taken-over':
      return [
        {
          kind: 'seat-appointed',
          seat: seat.seat,
          holder: seat.holder,
          liaison: null,
          happenedOn: today,
          tell: true,
        },
      ];
    case 'thanks':
      return [vacated(cast)];
    case 'dates-moved':
      return [
        opened(cast, soonOn),
        {
          kind: 'calendar-adopted',
          hash: journey.state.calendarHash,
          reason: comment,
          told: [{ to: owner, moved: [{ step, clock: 'responsible', dueOn: soonOn, previousOn: today }] }],
        },
      ];
    default:
      return assertNever(kind);
  }
}

interface Cast {
  step: StepRef;
  round: number;
  today: Day;
  soonOn: Day;
  pastOn: Day;
  /** Who has the step. */
  owner: Addressee;
  acceptor: Addressee;
  manager: Addressee;
  /** The city's leadership, to which nothing goes by itself; the accepting seat where the programme names none. */
  leadership: Addressee;
  /** A seat of the city: the responsible one where the step has one of the city. */
  seat: Addressee & { holder: string };
}

function castOf({ state, context, programmeSeats, people }: JourneyToPreview, step: StepRef, now: Instant): Cast {
  const { definition, calendar } = context;
  const today = dayAt(calendar, now);
  const held = heldSeat(requireStep(definition, step).responsible);
  const managing = definition.acceptance.whileVacant;
  const accepting = acceptorOf(context, state, step);
  const leading = definition.seats.find(({ leadership }) => leadership)?.key;
  return {
    step,
    round: (state.steps[step]?.round ?? 0) + 1,
    today,
    soonOn: addWorkingDays(calendar, today, FEW_WORKING_DAYS),
    pastOn: addWorkingDays(calendar, today, -FEW_WORKING_DAYS),
    owner: ownerOf(context, state, step),
    acceptor: accepting,
    manager: { seat: managing, holder: null },
    leadership: leading === undefined ? accepting : addressee(state, leading),
    seat: held,
  };

  /** In a city without anybody the programme's manager stands for whoever would be named. */
  function heldSeat(first: SeatKey): Cast['seat'] {
    const ofCity = definition.seats.filter(({ of }) => of === 'city').map(({ key }) => key);
    const seats = [...ofCity.filter((key) => key === first), ...ofCity];
    const held = seats.find((key) => !isVacant(context, state, key)) ?? seats[0] ?? first;
    const holder = addressee(state, held).holder ?? programmeSeats[managing] ?? people[0]?.id ?? '';
    return { seat: held, holder };
  }
}

function opened({ step, round, today, owner }: Cast, dueOn: Day, tell = false): FactBody {
  return { kind: 'step-opened', step, round, dueOn, happenedOn: today, owner, tell, takenOver: false };
}

function submitted({ step, round, today, owner, acceptor, soonOn }: Cast): FactBody {
  return {
    kind: 'step-submitted',
    step,
    round,
    evidence: { text: null, keys: [] },
    happenedOn: today,
    inTime: true,
    submittedOn: today,
    seat: owner.seat,
    acceptor,
    acceptanceDueOn: soonOn,
  };
}

function meeting({ step, owner, soonOn }: Cast): Extract<FactBody, { kind: 'event-scheduled' }> {
  const where = { time: '09:30', place: SAMPLE_PLACE };
  return { kind: 'event-scheduled', step, on: soonOn, previousOn: null, ...where, to: [owner], sequence: 0 };
}

function vacated({ seat, today }: Cast): FactBody {
  return { kind: 'seat-vacated', seat: seat.seat, from: seat.holder, happenedOn: today };
}

function rung({ step, round, today, pastOn, owner }: Cast) {
  return { step, round, threshold: `+${FEW_WORKING_DAYS}`, dueOn: pastOn, rung: 0, on: today, about: owner };
}
