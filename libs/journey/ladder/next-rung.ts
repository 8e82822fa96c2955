import { addWorkingDays, dayAt, firstWorkingDayOnOrAfter, instantAt, type Day, type Instant } from '@citypath/calendar';
import type { Addressee } from '../addressee';
import type { SeatKey } from '../grammar';
import { acceptorOf, addressee, ownerOf } from '../owners';
import type { RuleContext } from '../rule-context';
import type { JourneyState, StepState } from '../state';
import { armingOf } from './arming';
import { FRESH_LADDER } from './evolve-ladder';
import type { ContactState } from './ladder-state';
import { levelsOf, type Level } from './levels';

/** The next rung of a running step, and the morning on which it is reached if nobody acts before. */
export interface RungAhead {
  at: Instant;
  /** Counted from 0 over all rungs and repeats. */
  rung: number;
  seat: SeatKey;
  /** '+10', or '+10.2' where the ladder was armed a second time: the letters of both are two. */
  label: string;
  isPrepared: boolean;
  isLast: boolean;
}

/** After so many working days of silence about a prepared letter the director is told. */
const RELEASE_WORKING_DAYS = 2;

/**
 * @returns null while nothing climbs: a letter's outcome is not reported, one waits to be released, the owner is not
 * reached, no day is set, or the end of the ladder is reached
 */
export function nextRung(context: RuleContext, state: JourneyState, step: StepState): RungAhead | null {
  const ladder = step.ladder ?? FRESH_LADDER;
  if (ladder.awaiting || ladder.prepared || ladder.endedOn !== undefined) return null;
  const owner = ownerNow(context, state, step);
  const levels = levelsOf(context, step);
  const isOwn = (seat: SeatKey): boolean => isSame(addressee(state, seat), owner);
  const counted = climb(levels, ladder.rung, isOwn);
  const begins = countsFrom(context, step);
  if (counted === null || begins === null || lostContact(state, owner)) return null;
  // Somebody may have owned the step until a day before it is due.
  const from = ladder.fromOn === null || ladder.fromOn < begins ? begins : ladder.fromOn;
  const { level, rung, afterWorkingDays } = counted;
  const { calendar } = context;
  return {
    at: ladder.atOnce
      ? instantAt(calendar, firstWorkingDayOnOrAfter(calendar, from))
      : firstMorning(context, step, from, afterWorkingDays),
    rung,
    seat: level.seat,
    label: labelOf(level, step),
    isPrepared: level.isPrepared,
    isLast: climb(levels, rung + 1, isOwn) === null,
  };
}

/**
 * The rung that is due at `now`. At a takeover the ladder is climbed as if its letters had been delivered: what is
 * overdue then is told once, newest level only. After an outage it goes on where it stood.
 */
export function rungDue(context: RuleContext, state: JourneyState, step: StepState, now: Instant): RungAhead | null {
  let due = nextRung(context, state, step);
  if (due === null || due.at > now) return null;
  if (step.ladder || step.rungToldUntilAt !== null) return due;
  for (let ahead: RungAhead | null = due; ahead !== null && ahead.at <= now;) {
    due = ahead;
    const climbed = { ...FRESH_LADDER, rung: due.rung + 1, fromOn: dayAt(context.calendar, due.at) };
    ahead = nextRung(context, state, { ...step, ladder: climbed });
  }
  return due;
}

/**
 * When the director is told of a letter that nobody released; null where none waits, or it was told. Counted from where
 * the ladder stands: while the journey was on hold nobody could release it.
 */
export function releaseDeadline({ calendar }: RuleContext, { ladder }: StepState): Instant | null {
  if (!ladder?.prepared || ladder.prepared.left) return null;
  const { fromOn, prepared } = ladder;
  return instantAt(calendar, addWorkingDays(calendar, fromOn ?? prepared.on, RELEASE_WORKING_DAYS));
}

/** Who has the running step now: to do it, or to accept it. */
export function ownerNow(context: RuleContext, state: JourneyState, { ref, status }: StepState): Addressee {
  return status === 'submitted' ? acceptorOf(context, state, ref) : ownerOf(context, state, ref);
}

/** What is known of somebody whom letters do not reach. */
export function lostContact(state: JourneyState, { seat, holder }: Addressee): ContactState | null {
  return state.contacts?.find((contact) => contact.seat === seat && contact.person === holder) ?? null;
}

function labelOf({ label }: Level, step: StepState): string {
  const dueOn = step.status === 'submitted' ? step.acceptanceDueOn : step.dueOn;
  const arming = dueOn === null ? 1 : armingOf(step, dueOn);
  return arming === 1 ? label : `${label}.${arming}`;
}

/** The first level that is not the owner's own: a rung that would tell them of themselves climbs nowhere, and its days count. */
function climb(
  levels: readonly Level[],
  from: number,
  isOwn: (seat: SeatKey) => boolean,
): { level: Level; rung: number; afterWorkingDays: number } | null {
  let afterWorkingDays = 0;
  for (const [rung, level] of levels.entries()) {
    if (rung < from) continue;
    afterWorkingDays += level.afterWorkingDays;
    if (!isOwn(level.seat)) return { level, rung, afterWorkingDays };
  }
  return null;
}

/** One seat, or one person in two. */
function isSame(a: Addressee, b: Addressee): boolean {
  return a.seat === b.seat || (a.holder !== null && a.holder === b.holder);
}

/** The day from which the first rung counts; null: to be confirmed. */
function countsFrom({ calendar }: RuleContext, step: StepState): Day | null {
  if (step.status !== 'submitted') return step.dueOn;
  return step.submittedOn === null ? null : addWorkingDays(calendar, step.submittedOn, step.acceptanceHeldWorkingDays);
}

/** A ladder that begins behind its first rung (the day was past when the step opened) counts from there. */
function firstMorning({ calendar }: RuleContext, step: StepState, from: Day, workingDays: number): Instant {
  const at = instantAt(calendar, addWorkingDays(calendar, from, workingDays));
  const begunAt = step.ladder ? null : step.rungToldUntilAt;
  if (begunAt === null || at > begunAt) return at;
  return instantAt(calendar, addWorkingDays(calendar, dayAt(calendar, begunAt), workingDays));
}
