import { isTimeOfDay, wallClock, type CalendarData, type Day } from '@citypath/calendar';
import type { Fact, StepRef } from '@citypath/journey';
import type { InvitationFacts } from '../kinds/invitation';
import type { InvitationCancelledFacts } from '../kinds/invitation-cancelled';
import { oneLine } from '../render/plain';
import { mayBeDayOff, type MeetingTime } from '../wording/meeting-time';
import type { Sending } from './common-facts';
import type { Dossier } from './dossier';
import { stepFacts } from './step-facts';

/** What a letter tells of a meeting: a new state of it, or its end. */
export interface MeetingTold {
  step: StepRef;
  sequence: number;
  /** When it is; of one that is off, when it was to be. */
  meeting: MeetingTime;
  place: string | null;
  /** Null: it takes place, and the reader is invited. */
  offBecause: InvitationCancelledFacts['because'] | null;
  before: MeetingTime | null;
}

/**
 * The meeting that a letter is about, as the fact that caused the letter tells it.
 * @throws Error for a letter that is about no meeting
 */
export function meetingTold({ letter, fact, words, context }: Dossier): MeetingTold {
  const { calendar } = context;
  const isOff = letter.kind === 'invitation-cancelled';
  switch (fact.kind) {
    case 'event-scheduled': {
      const { step, on, previousOn, time, previousTime, sequence = 0 } = fact;
      const before = previousOn === null ? null : timeOn(calendar, previousOn, previousTime);
      const meeting = on === null ? before : timeOn(calendar, on, time);
      if (meeting === null) throw new Error(`Fact ${fact.seq} tells of no meeting.`);
      return {
        step,
        sequence,
        meeting,
        place: placeOf(fact, words),
        offBecause: isOff ? 'day-taken-back' : null,
        before,
      };
    }
    case 'event-called-off': {
      const meeting = timeOn(calendar, fact.previousOn, fact.previousTime);
      return { step: fact.step, sequence: fact.sequence, meeting, place: null, offBecause: 'called-off', before: null };
    }
    case 'event-guests-changed': {
      const { step, on, time, sequence } = fact;
      const offBecause = isOff ? 'seat-passed-on' : null;
      return {
        step,
        sequence,
        meeting: timeOn(calendar, on, time),
        place: placeOf(fact, words),
        offBecause,
        before: null,
      };
    }
    default:
      throw new Error(`Letter ${letter.id} (${letter.kind}) is not what a fact ${fact.kind} causes.`);
  }
}

export function invitationFacts(dossier: Dossier, sending: Sending): InvitationFacts {
  const { step, meeting, place, before } = meetingTold(dossier);
  return {
    ...stepFacts(dossier, sending, step),
    meeting,
    place,
    mayBeDayOff: mayBeDayOff(meeting, dossier.context.calendar),
    before: dossier.invitedBefore === true ? before : null,
  };
}

export function invitationCancelledFacts(dossier: Dossier, sending: Sending): InvitationCancelledFacts {
  const { step, meeting, offBecause } = meetingTold(dossier);
  return { ...stepFacts(dossier, sending, step), meeting, because: offBecause ?? 'called-off' };
}

/** On the city's clock, as it will show it. */
function timeOn(calendar: CalendarData, on: Day, time: string | undefined): MeetingTime {
  if (time === undefined || !isTimeOfDay(time)) return { on, time: null };
  const shown = wallClock(calendar, on, time);
  return { on: shown.on, time: shown.time };
}

/** Null: none was named, or its words were erased. */
function placeOf(fact: Extract<Fact, { place?: unknown }>, words: Dossier['words']): string | null {
  const { place } = fact;
  const written = place === undefined ? undefined : words.get(place);
  return written === undefined ? null : oneLine(written);
}
