import type { Fact } from '../fact';
import type { StepRef } from '../ids';
import { afterHold } from '../ladder/evolve-ladder';
import type { EndedState, JourneyState, MeetingState } from '../state';

type Ending = Extract<Fact, { kind: 'withdrawn' | 'finished' }>;

/** What a journey remembers of its end, should it go on after all. */
export function endedBy({ recordedAt: at, commandId: command }: Ending, { hold, steps }: JourneyState): EndedState {
  const meetings = Object.values(steps).flatMap(({ ref, meeting }): [StepRef, MeetingState][] =>
    meeting && meeting.on !== null ? [[ref, meeting]] : [],
  );
  return {
    at,
    command,
    ...(hold ? { hold } : {}),
    ...(meetings.length === 0 ? {} : { meetings: Object.fromEntries(meetings) }),
  };
}

/** The journey goes on, on hold again where it was. */
export function readmitted(state: JourneyState, fact: Extract<Fact, { kind: 'readmitted' }>): JourneyState {
  const { ended, ...rest } = state;
  const hold = ended?.hold ?? null;
  return {
    ...rest,
    status: hold ? 'on-hold' : 'active',
    hold,
    heldWorkingDays: state.heldWorkingDays + fact.heldWorkingDays,
    steps: afterHold(state.steps, fact.ladders ?? {}),
  };
}
