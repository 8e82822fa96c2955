import { assertNever } from './assert-never';
import { meetingScheduled, withGuests } from './evolve-meeting';
import type { Fact } from './fact';
import type { StepRef } from './ids';
import { laterOf } from './later-of';
import type { StepState } from './state';

type StepFact = Exclude<
  Extract<Fact, { step: StepRef }>,
  { kind: 'step-commented' | 'went-to-step' | 'restarted-from-step' }
>;

/** What a fact changes of its step. The rest of `evolve`: total, for ever, without calendar or definition. */
export function stepChange(before: StepState, fact: StepFact): Partial<StepState> {
  const toldNow = { toldUntilAt: fact.recordedAt, rungToldUntilAt: fact.recordedAt };
  switch (fact.kind) {
    case 'step-opened':
      return {
        status: 'open',
        round: fact.round,
        openedOn: fact.happenedOn,
        dueOn: fact.dueOn,
        baselineOn: before.baselineOn ?? fact.dueOn,
        ...(fact.title === undefined ? {} : { title: fact.title }),
        ...(fact.takenOver ? { toldUntilAt: null, rungToldUntilAt: null } : toldNow),
      };
    case 'due-moved':
      return {
        toldUntilAt: laterOf(before.toldUntilAt, fact.toldUntilAt),
        rungToldUntilAt: laterOf(before.rungToldUntilAt, fact.toldUntilAt),
        ...(fact.clock === 'accepting'
          ? {
              acceptanceDueOn: fact.dueOn,
              acceptanceHeldWorkingDays: before.acceptanceHeldWorkingDays + fact.heldWorkingDays,
            }
          : {
              dueOn: fact.dueOn,
              baselineOn: before.baselineOn ?? fact.dueOn,
              heldWorkingDays: before.heldWorkingDays + fact.heldWorkingDays,
            }),
      };
    case 'date-agreed':
      return {
        dueOn: fact.dueOn,
        baselineOn: before.baselineOn ?? fact.dueOn,
        agreed: true,
        planned: fact.planned,
        ...(fact.retell ? { toldUntilAt: null, rungToldUntilAt: null } : toldNow),
      };
    case 'event-scheduled':
      return {
        eventOn: fact.on,
        ...(fact.dueFollows ? { agreed: false, planned: false } : {}),
        ...(fact.sequence === undefined ? {} : { meeting: meetingScheduled(fact, fact.sequence) }),
      };
    case 'event-called-off':
      return { meeting: { on: null, sequence: fact.sequence, guests: [] } };
    case 'event-guests-changed':
      return { meeting: withGuests(before.meeting, fact) };
    case 'step-submitted':
      return {
        status: 'submitted',
        submittedAt: fact.recordedAt,
        submittedOn: fact.submittedOn,
        submittedBy: fact.by,
        submittedSeat: fact.seat,
        acceptanceDueOn: fact.acceptanceDueOn,
        acceptanceHeldWorkingDays: 0,
        eventOn: fact.evidence.fromOn ?? fact.happenedOn ?? before.eventOn,
        ...(fact.evidence.items ? { items: fact.evidence.items } : {}),
        ...(fact.waiver ? { waiver: fact.waiver } : {}),
        ...toldNow,
      };
    case 'step-accepted':
      return { status: 'done', doneOn: fact.happenedOn, presumed: false, settledAt: fact.recordedAt };
    case 'step-returned':
      return {
        status: 'open',
        round: fact.round,
        dueOn: fact.dueOn,
        // A day that stays as it was is no other than before: by rule, agreed or planned.
        ...(fact.dueOn === before.dueOn ? {} : { agreed: true, planned: false }),
        ...withoutWaiver(before),
        ...cleared,
        ...toldNow,
      };
    case 'step-sent-back':
      return {
        status: 'waiting',
        dueOn: null,
        agreed: false,
        planned: false,
        heldWorkingDays: 0,
        ...withoutWaiver(before),
        ...cleared,
      };
    case 'step-set-back':
      return {
        status: 'waiting',
        dueOn: null,
        agreed: false,
        planned: false,
        heldWorkingDays: 0,
        doneOn: null,
        presumed: false,
        settledAt: null,
        ...withoutWaiver(before),
        ...cleared,
      };
    case 'step-completed':
      return {
        status: 'done',
        round: Math.max(before.round, 1),
        doneOn: fact.happenedOn,
        presumed: fact.presumed,
        settledAt: fact.recordedAt,
        eventOn: fact.happenedOn ?? before.eventOn,
        ...(fact.items ? { items: fact.items } : {}),
      };
    case 'step-waived':
      return { status: 'waived', doneOn: fact.happenedOn, settledAt: fact.recordedAt };
    case 'step-skipped':
      return { status: 'skipped', doneOn: fact.happenedOn, settledAt: fact.recordedAt };
    case 'step-reopened':
      return {
        status: 'open',
        round: fact.round,
        openedOn: fact.happenedOn,
        dueOn: fact.dueOn,
        baselineOn: before.baselineOn ?? fact.dueOn,
        agreed: fact.extended ?? false,
        planned: false,
        heldWorkingDays: 0,
        doneOn: null,
        presumed: false,
        settledAt: null,
        ...withoutWaiver(before),
        ...cleared,
        ...toldNow,
      };
    case 'step-reassigned':
      return { responsible: fact.seat };
    case 'reminder-fell-due':
    case 'overdue-fell-due':
    case 'acceptance-reminder-fell-due':
      return { toldUntilAt: fact.recordedAt };
    case 'rung-reached':
    case 'acceptance-rung-reached':
    case 'rung-prepared':
    case 'rung-passed-over':
      return { rungToldUntilAt: fact.recordedAt };
    case 'rung-left-unreleased':
    case 'rung-declined':
      return {};
    case 'step-acknowledged':
      return { toldUntilAt: laterOf(before.toldUntilAt ?? fact.recordedAt, fact.quietUntilAt) };
    default:
      return assertNever(fact);
  }
}

const cleared = {
  submittedAt: null,
  submittedOn: null,
  submittedBy: null,
  submittedSeat: null,
  acceptanceDueOn: null,
  acceptanceHeldWorkingDays: 0,
};

/** Only a step that had one says so: states of before stay as they were. */
function withoutWaiver({ waiver }: StepState): Partial<StepState> {
  return waiver ? { waiver: null } : {};
}
