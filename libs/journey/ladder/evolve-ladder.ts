import { assertNever } from '../assert-never';
import type { Day } from '@citypath/calendar';
import type { Addressee } from '../addressee';
import type { Fact } from '../fact';
import type { StepState } from '../state';
import type { ReportedOutcome } from './ladder-command';
import type { RungTold } from './ladder-fact';
import { armingOf } from './arming';
import type { AwaitedLetter, LadderState } from './ladder-state';

type StepFact = Extract<Fact, { step: string }>;
type RungFact = Extract<Fact, RungTold>;

/** The step after a fact, with its ladder as the fact leaves it. `changed` is the step after all else that the fact changes. */
export function withLadder(changed: StepState, fact: StepFact): StepState {
  const ladder = ladderAfter(changed.ladder, fact);
  if (ladder === changed.ladder) return changed;
  const { ladder: dropped, ...rest } = changed;
  if (ladder !== undefined) return { ...rest, ladder };
  const day = fact.kind === 'date-agreed' || fact.kind === 'due-moved' ? fact.previousOn : null;
  if (day === null || dropped === undefined) return rest;
  return { ...rest, armedBefore: { ...rest.armedBefore, [day]: armingOf(changed, day) } };
}

/** Nothing climbed yet. */
export const FRESH_LADDER: LadderState = { rung: 0, fromOn: null };

function ladderAfter(before: LadderState | undefined, fact: StepFact): LadderState | undefined {
  switch (fact.kind) {
    case 'step-opened':
    case 'step-submitted':
    case 'step-accepted':
    case 'step-returned':
    case 'step-sent-back':
    case 'step-set-back':
    case 'step-completed':
    case 'step-waived':
    case 'step-skipped':
    case 'step-reopened':
      return undefined;
    case 'date-agreed':
      return fact.dueOn === fact.previousOn ? before : undefined;
    case 'due-moved':
      // A hold moves the ladder with it: see `afterHold`.
      if (before === undefined || before.fromOn === null || fact.cause === 'hold') return before;
      // What was late is late no more: the ladder of the former day is over.
      return fact.dueOn === null || fact.dueOn >= before.fromOn ? undefined : before;
    case 'overdue-fell-due':
    case 'acceptance-reminder-fell-due':
      return fact.afresh === undefined ? before : toldAfresh(before, awaited(fact, 'owner', fact.afresh));
    case 'step-acknowledged':
      return {
        rung: 0,
        fromOn: fact.untilOn,
        ...(before ? { arming: (before.arming ?? 1) + 1 } : {}),
        acknowledged: { untilOn: fact.untilOn, on: fact.on, seat: fact.seat },
      };
    case 'rung-reached':
    case 'acceptance-rung-reached':
    case 'rung-prepared':
    case 'rung-left-unreleased':
    case 'rung-declined':
    case 'rung-passed-over':
      return afterRung(before ?? FRESH_LADDER, fact);
    case 'reminder-fell-due':
    case 'event-scheduled':
    case 'event-called-off':
    case 'event-guests-changed':
    case 'step-commented':
    case 'step-reassigned':
    case 'went-to-step':
    case 'restarted-from-step':
      return before;
    default:
      return assertNever(fact);
  }
}

function afterRung(before: LadderState, fact: RungFact): LadderState {
  const { atOnce: _, awaiting: __, prepared, ...standing } = before;
  // Facts of before name neither rung nor day; they were told at nine in the city's morning, and count as delivered.
  const rung = fact.rung ?? before.rung;
  const on = fact.on ?? dayOf(fact);
  const lastRung = fact.lastRung === true;
  switch (fact.kind) {
    case 'rung-reached':
    case 'acceptance-rung-reached': {
      const awaiting = { ...awaited(fact, 'rung', on), lastRung };
      return { ...standing, rung: rung + 1, fromOn: on, ...(fact.on === undefined ? {} : { awaiting }) };
    }
    case 'rung-prepared': {
      const { seq, threshold, dueOn, reaches, about } = fact;
      return {
        ...standing,
        rung,
        fromOn: on,
        prepared: { seq, rung, threshold, dueOn, on, reaches, about, lastRung, left: false },
      };
    }
    case 'rung-left-unreleased':
      return prepared ? { ...before, prepared: { ...prepared, left: true } } : before;
    case 'rung-declined':
      return { ...standing, rung: rung + 1, fromOn: on, ...(lastRung ? { endedOn: on } : {}) };
    case 'rung-passed-over':
      return { ...standing, rung: rung + 1, fromOn: on, ...(lastRung ? { endedOn: on } : { atOnce: true }) };
    default:
      return assertNever(fact);
  }
}

type Told = Extract<Fact, { threshold: string; to: Addressee }>;

function awaited(
  { seq, to: { seat, holder }, threshold, dueOn }: Told,
  of: AwaitedLetter['of'],
  on: Day,
): AwaitedLetter {
  return { seq, of, seat, holder, threshold, dueOn, on, lastRung: false };
}

/** The owner's contact was mended: the ladder waits for this letter, and counts from its delivery. */
function toldAfresh(before: LadderState = FRESH_LADDER, awaiting: AwaitedLetter): LadderState {
  const arming = (before.arming ?? 1) + 1;
  if (before.endedOn !== undefined || before.prepared) return { ...before, arming };
  const { atOnce: _, ...standing } = before;
  return { ...standing, fromOn: awaiting.on, arming, awaiting };
}

/** The steps after the post reported: what was delivered sets the day from which the next rung counts. */
export function afterPost(
  steps: Record<string, StepState>,
  outcomes: readonly ReportedOutcome[],
): Record<string, StepState> {
  const after = { ...steps };
  for (const { step: ref, seq, outcome, on } of outcomes) {
    const step = ref === null ? undefined : after[ref];
    const ladder = step?.ladder;
    if (!step || ladder?.awaiting?.seq !== seq) continue;
    const reported = afterReport(ladder, ladder.awaiting, outcome, on);
    if (reported) after[step.ref] = { ...step, ladder: reported };
  }
  return after;
}

/** @returns null where another fact says what follows: the rung is passed over */
function afterReport(
  { awaiting: _, ...standing }: LadderState,
  { of, lastRung }: AwaitedLetter,
  outcome: ReportedOutcome['outcome'],
  on: Day,
): LadderState | null {
  switch (outcome) {
    case 'delivered':
    case 'kept-back':
      return { ...standing, fromOn: on, ...(lastRung ? { endedOn: on } : {}) };
    case 'not-sent':
      if (of === 'owner') return standing;
      // The same rung once more, and its letter another than the one that was taken back.
      return { ...standing, rung: standing.rung - 1, fromOn: on, atOnce: true, arming: (standing.arming ?? 1) + 1 };
    case 'bounced':
    case 'nobody-there':
    case 'absent':
      // Whoever is not reached becomes a lost contact, for which the ladder waits; who has left the seat is waited for no more.
      return of === 'owner' ? standing : null;
    default:
      return assertNever(outcome);
  }
}

/** The steps after a hold: ladders that had begun count from so much later. */
export function afterHold(
  steps: Record<string, StepState>,
  ladders: Readonly<Record<string, Day>>,
): Record<string, StepState> {
  const after = { ...steps };
  for (const [ref, fromOn] of Object.entries(ladders)) {
    const step = after[ref];
    if (step?.ladder) after[ref] = { ...step, ladder: { ...step.ladder, fromOn } };
  }
  return after;
}

/** The letter for which a ladder waited did not reach its owner: it waits for their contact instead. */
export function withoutAwaited(steps: Record<string, StepState>, letterSeq: number): Record<string, StepState> {
  return Object.fromEntries(
    Object.entries(steps).map(([ref, step]): [string, StepState] => {
      if (step.ladder?.awaiting?.of !== 'owner' || step.ladder.awaiting.seq !== letterSeq) return [ref, step];
      const { awaiting: _, ...ladder } = step.ladder;
      return [ref, { ...step, ladder }];
    }),
  );
}

function dayOf({ recordedAt }: Fact): Day {
  return recordedAt.slice(0, 10) as Day;
}
