import { dayAt, type Day, type Instant } from '@citypath/calendar';
import type { Addressee } from './addressee';
import type { FactBody } from './fact';
import type { StepDefinition } from './grammar';
import type { StepRef } from './ids';
import { isSettled } from './needs';
import { acceptorOf, addressee, isVacant, ownerOf } from './owners';
import { requireStep, type RuleContext } from './rule-context';
import type { JourneyState, MeetingState, StepState } from './state';

/** A meeting with a day: invitations to it went out, or are about to. */
type Called = MeetingState & { on: Day };

/**
 * Whether people meet for a step, so that it can be given a day. An event is the meeting. A review is a report with a
 * day of its own by rule, and the session at which it is talked over: its due day stays when the session moves.
 */
export function isMeeting({ kind }: Pick<StepDefinition, 'kind'>): boolean {
  return kind === 'event' || kind === 'review';
}

/**
 * Whom a step's meeting is for: whoever has the step, those who contribute, who accepts it, and the manager. A vacant
 * seat is left out; of one person in two seats the first stands for both.
 */
export function guestsOf(context: RuleContext, state: JourneyState, ref: StepRef): Addressee[] {
  const { contributors = [] } = requireStep(context.definition, ref);
  const { whileVacant: manager } = context.definition.acceptance;
  const called = [
    ownerOf(context, state, ref),
    ...contributors.filter((seat) => !isVacant(context, state, seat)).map((seat) => addressee(state, seat)),
    acceptorOf(context, state, ref),
    addressee(state, manager),
  ];
  return called.filter((guest, place) => !called.slice(0, place).some((earlier) => isSameGuest(earlier, guest)));
}

/** Of a programme's seat, whose holder is not known here, the seat says who it is. */
export function isSameGuest(a: Addressee, b: Addressee): boolean {
  return a.seat === b.seat ? a.holder === b.holder : a.holder !== null && a.holder === b.holder;
}

/**
 * What telling the guests takes when a meeting gets its day, another one, or loses it. `sequence` grows with each
 * change and never starts anew, or calendars would leave what is newer aside (RFC 5545, 3.8.7.4).
 */
export function tellingGuests(
  context: RuleContext,
  state: JourneyState,
  step: StepState,
  on: Day | null,
): { to: Addressee[]; sequence: number; previousTime?: string } | null {
  const { meeting } = step;
  const hadDay = meeting !== undefined && meeting.on !== null;
  if (on === null && !hadDay) return null;
  const to = on === null ? invitedTo(meeting) : guestsOf(context, state, step.ref);
  return { to, sequence: nextSequence(meeting), ...(hadDay ? previousTimeOf(meeting) : {}) };
}

/**
 * Meetings still to come that are off with what has just happened: their steps were settled, or the journey ended.
 * @param fromOn the first day whose meetings are off: today, or tomorrow where today's may have been held
 * @param ref the step that needs no meeting any more; absent: none of the journey's does
 */
export function calledOff(state: JourneyState, fromOn: Day, ref?: StepRef): FactBody[] {
  return meetingsFrom(state, fromOn)
    .filter(({ step }) => ref === undefined || step.ref === ref)
    .map(({ step, meeting }) => ({
      kind: 'event-called-off',
      step: step.ref,
      previousOn: meeting.on,
      ...previousTimeOf(meeting),
      sequence: nextSequence(meeting),
      to: invitedTo(meeting),
    }));
}

/** Guests change with their seats: whoever is new is invited, whoever is none any more is told. */
export function guestsChanged(context: RuleContext, state: JourneyState, now: Instant): FactBody[] {
  return meetingsFrom(state, dayAt(context.calendar, now)).flatMap(({ step, meeting }): FactBody[] => {
    if (isSettled(step)) return [];
    const guests = guestsOf(context, state, step.ref);
    const known = invitedTo(meeting);
    const to = guests.filter((guest) => !known.some((one) => isSameGuest(one, guest)));
    const left = known.filter((one) => !guests.some((guest) => isSameGuest(one, guest)));
    if (to.length + left.length === 0) return [];
    const { on, time, place } = meeting;
    return [
      {
        kind: 'event-guests-changed',
        step: step.ref,
        on,
        ...(time === undefined ? {} : { time }),
        ...(place === undefined ? {} : { place }),
        sequence: nextSequence(meeting),
        to,
        left,
      },
    ];
  });
}

/** Meetings on a day or later. */
function meetingsFrom(state: JourneyState, fromOn: Day): { step: StepState; meeting: Called }[] {
  return Object.values(state.steps).flatMap((step) => {
    const { meeting } = step;
    return meeting && meeting.on !== null && meeting.on >= fromOn
      ? [{ step, meeting: { ...meeting, on: meeting.on } }]
      : [];
  });
}

function nextSequence(meeting: MeetingState | undefined): number {
  return meeting === undefined ? 0 : meeting.sequence + 1;
}

function invitedTo(meeting: MeetingState | undefined): Addressee[] {
  return (meeting?.guests ?? []).map(({ seat, holder }) => ({ seat, holder }));
}

function previousTimeOf({ time }: MeetingState): { previousTime?: string } {
  return time === undefined ? {} : { previousTime: time };
}
