import type { Day } from '@citypath/calendar';
import type { FactBody } from './fact';
import type { StepRef } from './ids';
import { guestsOf } from './meetings';
import type { RuleContext } from './rule-context';
import type { JourneyState, MeetingState } from './state';

/**
 * Meetings that are off and still lie ahead are called again, under greater numbers.
 * @param after the journey in which they take place: its guests are invited
 * @param former what each was before it was called off
 */
export function meetingsAgain(
  context: RuleContext,
  now: JourneyState,
  after: JourneyState,
  former: [StepRef, MeetingState][],
  today: Day,
): FactBody[] {
  return former.flatMap(([ref, meeting]): FactBody[] => {
    const { meeting: off, eventOn = null } = now.steps[ref] ?? {};
    if (meeting.on === null || meeting.on < today || !off || off.on !== null) return [];
    return [
      {
        kind: 'event-scheduled',
        step: ref,
        on: meeting.on,
        previousOn: eventOn,
        ...(meeting.time === undefined ? {} : { time: meeting.time }),
        ...(meeting.place === undefined ? {} : { place: meeting.place }),
        to: guestsOf(context, after, ref),
        sequence: off.sequence + 1,
      },
    ];
  });
}
