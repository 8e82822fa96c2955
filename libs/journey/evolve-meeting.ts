import type { Day } from '@citypath/calendar';
import type { Addressee } from './addressee';
import type { Fact } from './fact';
import type { GuestState, MeetingState } from './state';

type Scheduled = Extract<Fact, { kind: 'event-scheduled' }>;
type GuestsChanged = Extract<Fact, { kind: 'event-guests-changed' }>;

/** The meeting after it was given a day, or lost it. */
export function meetingScheduled(fact: Scheduled, sequence: number): MeetingState {
  return meetingOf(fact, fact.on, sequence, fact.on === null ? [] : invited(fact.to ?? [], fact.seq));
}

/** The meeting with the guests that it has now. */
export function withGuests(meeting: MeetingState | undefined, fact: GuestsChanged): MeetingState {
  const stay = (meeting?.guests ?? []).filter((guest) => !fact.left.some((left) => isSame(left, guest)));
  return meetingOf(fact, fact.on, fact.sequence, [...stay, ...invited(fact.to, fact.seq)]);
}

function meetingOf(
  { time, place }: Scheduled | GuestsChanged,
  on: Day | null,
  sequence: number,
  guests: GuestState[],
): MeetingState {
  return {
    on,
    ...(time === undefined ? {} : { time }),
    ...(place === undefined ? {} : { place }),
    sequence,
    guests,
  };
}

function invited(guests: Addressee[], seq: number): GuestState[] {
  return guests.map((guest) => ({ ...guest, seq }));
}

function isSame(a: Addressee, b: Addressee): boolean {
  return a.seat === b.seat && a.holder === b.holder;
}
