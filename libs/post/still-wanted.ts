import type { Day } from '@citypath/calendar';
import type { JourneyState, LetterKind, SeatKey, StepState } from '@citypath/journey';
import { assertNever } from './assert-never';
import type { JourneyAtSending, LetterAtHand } from './letter-at-hand';
import { stillCounts } from './moved-dates';
import type { Suppression } from './suppression';
import { readThreshold } from './threshold';

/**
 * Whether the journey still waits for what a letter says.
 * @returns null where it does, otherwise why it does not.
 */
export function noLongerWanted(letter: LetterAtHand, { state, today }: JourneyAtSending): Suppression | null {
  return journeyRefuses(letter, state) ?? stepRefuses(letter, state, today);
}

/**
 * Accepting the last step may close the journey: whoever handed it in still hears of it. Thanks are always due, and a
 * meeting that is off has to leave people's calendars.
 */
const AFTER_THE_END: LetterKind[] = ['accepted', 'thanks', 'invitation-cancelled'];

function journeyRefuses(letter: LetterAtHand, state: JourneyState): Suppression | null {
  if (state.status === 'completed' || state.status === 'withdrawn') {
    return AFTER_THE_END.includes(letter.kind) ? null : 'journey-closed';
  }
  if (state.status !== 'on-hold') return null;
  const counts = letter.kind === 'reminder' || letter.kind === 'overdue' || isOfTheLadder(letter);
  return counts ? 'journey-on-hold' : null;
}

/** Tells others of a delay: pointless as soon as the delay has an end or a date. */
function isOfTheLadder({ kind }: LetterAtHand): boolean {
  return kind === 'escalation' || kind === 'to-release' || kind === 'rung-passed-over';
}

function stepRefuses(letter: LetterAtHand, state: JourneyState, today: Day): Suppression | null {
  const step = letter.step === null ? undefined : state.steps[letter.step];
  switch (letter.kind) {
    case 'welcome':
    case 'seat-taken-over':
    case 'thanks':
      return null;
    case 'dates-moved':
      // Moved back, or once more, before it left: a later letter says so, or nothing has moved at all.
      return letter.moved?.some((date) => stillCounts(date, state)) === false ? 'date-moved' : null;
    case 'vacancy':
      return isFilled(state, letter.aboutSeat) ? 'seat-filled' : null;
    case 'contact-lost':
      return isLost(letter, state) ? null : 'contact-mended';
    case 'to-release':
      return step?.ladder?.prepared && step.round === letter.round ? null : 'step-not-waiting';
    case 'rung-passed-over':
      if (step?.status !== 'open' && step?.status !== 'submitted') return 'step-not-waiting';
      return step.round === letter.round ? null : 'round-over';
    case 'accepted':
      return step?.status === 'done' || step?.status === 'waived' ? null : 'step-not-waiting';
    case 'question':
      return isAsked(letter, state) ? null : 'question-answered';
    case 'returned':
      // Sent back to an earlier step this one waits; returned to its own seat it is open.
      if (step?.status === 'waiting') return null;
      if (step?.status !== 'open') return 'step-not-waiting';
      return step.round === letter.round ? null : 'round-over';
    case 'reminder':
      return clockRefuses(letter, step) ?? (step?.dueOn && step.dueOn < today ? 'day-passed' : null);
    case 'invitation':
      return invitationRefuses(letter, step, today);
    case 'invitation-cancelled':
      // A calendar that has no entry needs none taken out.
      return letter.neverInvited ? 'never-invited' : null;
    case 'step-opened':
    case 'overdue':
    case 'escalation':
    case 'to-accept':
      return clockRefuses(letter, step);
    default:
      return assertNever(letter.kind);
  }
}

/** Only the newest word on a meeting goes: guests are kept with the fact by which they were last invited. */
function invitationRefuses(
  { seq, seat, holder }: LetterAtHand,
  step: StepState | undefined,
  today: Day,
): Suppression | null {
  const { on = null, guests = [] } = step?.meeting ?? {};
  if (!guests.some((guest) => guest.seq === seq && guest.seat === seat && guest.holder === holder)) return 'date-moved';
  return on !== null && on < today ? 'day-passed' : null;
}

function isAsked({ seq, seat }: LetterAtHand, { questions }: JourneyState): boolean {
  return questions?.some((question) => question.seq === seq && question.to.seat === seat) ?? false;
}

function isLost({ aboutSeat }: LetterAtHand, { contacts }: JourneyState): boolean {
  return contacts?.some(({ seat }) => seat === aboutSeat) ?? false;
}

/** A seat without a holder is filled by whoever does its office work. */
function isFilled(state: JourneyState, seat: SeatKey | null): boolean {
  const held = seat === null ? undefined : state.seats[seat];
  return (held?.holder ?? held?.liaison ?? null) !== null;
}

function clockRefuses(letter: LetterAtHand, step: StepState | undefined): Suppression | null {
  const { clock, dueOn } = readThreshold(letter.threshold);
  const accepting = clock === 'accepting' || letter.kind === 'to-accept';
  if (step?.status !== (accepting ? 'submitted' : 'open')) return 'step-not-waiting';
  if (step.round !== letter.round) return 'round-over';
  const measuredOn = accepting ? step.acceptanceDueOn : step.dueOn;
  return dueOn !== null && dueOn !== measuredOn ? 'date-moved' : null;
}
