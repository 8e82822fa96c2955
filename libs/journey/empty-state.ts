import type { JourneyState, StepState } from './state';
import { parseStepRef, type JourneyId, type StepRef } from './ids';

/** @returns the state of a journey before its first fact. */
export function emptyState(journeyId: JourneyId): JourneyState {
  return {
    format: 1,
    journeyId,
    city: '',
    programme: '',
    status: 'unborn',
    head: 0,
    definitionHash: '',
    calendarHash: '',
    joinedOn: null,
    joinedAt: null,
    takeover: false,
    seats: {},
    steps: {},
    hold: null,
    heldWorkingDays: 0,
    recentCommands: [],
  };
}

/** @returns a step that nothing has happened to yet. */
export function waitingStep(ref: StepRef): StepState {
  const { step, occurrence } = parseStepRef(ref);
  return {
    ref,
    step,
    occurrence,
    status: 'waiting',
    round: 0,
    openedOn: null,
    baselineOn: null,
    dueOn: null,
    planned: false,
    agreed: false,
    heldWorkingDays: 0,
    eventOn: null,
    submittedAt: null,
    submittedOn: null,
    submittedBy: null,
    submittedSeat: null,
    acceptanceDueOn: null,
    acceptanceHeldWorkingDays: 0,
    doneOn: null,
    presumed: false,
    settledAt: null,
    toldUntilAt: null,
    rungToldUntilAt: null,
  };
}
