import { assertNever } from './assert-never';
import type { Addressee } from './addressee';
import type { Fact } from './fact';
import type { StepRef } from './ids';
import type { LetterCancellation, LetterDue, LetterKind } from './letter';

/** The letters that a fact causes, due the moment it is recorded. Needs no state: the fact names seats and holders. */
export function lettersDue(fact: Fact): LetterDue[] {
  switch (fact.kind) {
    case 'welcomed':
      return fact.to.map((to) => afterAct(fact, 'welcome', to));
    case 'seat-appointed':
      return fact.tell && fact.holder !== null
        ? [afterAct(fact, 'seat-taken-over', { seat: fact.seat, holder: fact.holder })]
        : [];
    case 'seat-handed-over':
      return [
        afterAct(fact, 'seat-taken-over', { seat: fact.seat, holder: fact.holder }),
        afterAct(fact, 'thanks', { seat: fact.seat, holder: fact.from }),
      ];
    case 'seat-vacated':
      return [afterAct(fact, 'thanks', { seat: fact.seat, holder: fact.from })];
    case 'vacancy-noticed':
      return fact.to.map((to) => afterAct(fact, 'vacancy', to));
    case 'step-opened':
      return fact.tell ? [afterAct(fact, 'step-opened', fact.owner)] : [];
    case 'step-reopened':
      return fact.tell ? [afterAct(fact, 'step-opened', fact.owner)] : [];
    case 'step-reassigned':
      return fact.told ? [afterAct(fact, 'step-opened', fact.told.to)] : [];
    case 'step-submitted':
      return [afterAct(fact, 'to-accept', fact.acceptor)];
    case 'step-accepted':
      return [...(fact.to ? [fact.to] : []), ...(fact.onlookers ?? [])].map((to) => afterAct(fact, 'accepted', to));
    case 'step-waived':
      return fact.granted ? [{ ...afterAct(fact, 'accepted', fact.granted.to), round: fact.granted.round }] : [];
    case 'step-commented':
      return fact.to.map((to) => afterAct(fact, 'question', to));
    case 'event-scheduled':
      return (fact.to ?? []).map((to) => afterAct(fact, fact.on === null ? 'invitation-cancelled' : 'invitation', to));
    case 'event-called-off':
      return fact.to.map((to) => afterAct(fact, 'invitation-cancelled', to));
    case 'event-guests-changed':
      return [
        ...fact.to.map((to) => afterAct(fact, 'invitation', to)),
        ...fact.left.map((to) => afterAct(fact, 'invitation-cancelled', to)),
      ];
    case 'step-returned':
    case 'step-sent-back':
      return [afterAct(fact, 'returned', fact.to)];
    case 'calendar-adopted':
      return (fact.told ?? []).map(({ to }) => ({
        ...afterAct(fact, 'dates-moved', to),
        dueAt: fact.tellAt ?? fact.recordedAt,
      }));
    case 'reminder-fell-due':
      return [atThreshold(fact, 'reminder')];
    case 'overdue-fell-due':
      return [atThreshold(fact, 'overdue')];
    case 'acceptance-reminder-fell-due':
      return [atThreshold(fact, 'to-accept')];
    case 'rung-reached':
    case 'acceptance-rung-reached':
      return [atThreshold(fact, 'escalation')];
    case 'rung-prepared':
    case 'rung-left-unreleased':
      return [afterAct(fact, 'to-release', fact.to)];
    case 'rung-passed-over':
      return [afterAct(fact, 'rung-passed-over', fact.to)];
    case 'contact-lost':
      return [afterAct(fact, 'contact-lost', fact.to)];
    case 'joined':
    case 'liaison-named':
    case 'due-moved':
    case 'date-agreed':
    case 'step-completed':
    case 'step-skipped':
    case 'went-to-step':
    case 'restarted-from-step':
    case 'step-set-back':
    case 'held':
    case 'resumed':
    case 'withdrawn':
    case 'finished':
    case 'readmitted':
    case 'definition-adopted':
    case 'act-undone':
    case 'rung-declined':
    case 'post-reported':
    case 'contact-mended':
    case 'step-acknowledged':
    case 'cadence-set':
      return [];
    default:
      return assertNever(fact);
  }
}

/** Outstanding letters that a fact makes pointless; they are cancelled in the transaction that records it. */
export function cancellations(fact: Fact): LetterCancellation[] {
  const { seq } = fact;
  switch (fact.kind) {
    case 'step-submitted':
      return [{ seq, step: fact.step, kinds: WANTED, reason: 'submitted' }];
    case 'step-accepted':
    case 'step-returned':
    case 'step-sent-back':
      return [{ seq, step: fact.step, kinds: ['to-accept', ...OF_THE_LADDER], reason: 'decided' }];
    case 'step-completed':
    case 'step-waived':
    case 'step-skipped':
      return [{ seq, step: fact.step, except: ['invitation-cancelled'], reason: 'settled' }];
    case 'step-set-back':
    case 'restarted-from-step':
      return [{ seq, step: fact.step, except: ['invitation', 'invitation-cancelled'], reason: 'set-back' }];
    case 'step-reassigned':
      return fact.told ? [takenFrom(fact, fact.told.from)] : [];
    case 'date-agreed':
      // The same day again: its letters stand. Taken back they would be lost, since each is written once only. So would
      // the news that the step is open or was returned: it waits for its hour, and names the day that counts then.
      return fact.dueOn === fact.previousOn
        ? []
        : [{ seq, step: fact.step, kinds: BY_THE_CLOCK, reason: 'date-moved' }];
    case 'due-moved':
      return fact.previousOn === null ? [] : [{ seq, step: fact.step, kinds: BY_THE_CLOCK, reason: 'date-moved' }];
    case 'rung-reached':
    case 'acceptance-rung-reached':
      return fact.released ? [{ seq, step: fact.step, kinds: ['to-release'], reason: 'decided' }] : [];
    case 'rung-declined':
      return [{ seq, step: fact.step, kinds: ['to-release'], reason: 'decided' }];
    case 'step-acknowledged':
      return [{ seq, step: fact.step, kinds: ['overdue', ...OF_THE_LADDER], reason: 'acknowledged' }];
    case 'seat-handed-over':
    case 'seat-vacated':
      return [{ seq, seat: fact.seat, holder: fact.from, except: ['invitation-cancelled'], reason: 'seat-changed' }];
    case 'liaison-named':
      return fact.previous === null ? [] : [{ seq, seat: fact.seat, holder: fact.previous, reason: 'seat-changed' }];
    case 'event-scheduled':
    case 'event-called-off':
      // What was to be told of the meeting before is not true any more.
      return [{ seq, step: fact.step, kinds: ['invitation', 'invitation-cancelled'], reason: 'date-moved' }];
    case 'held':
      return [{ seq, kinds: BY_THE_CLOCK, reason: 'on-hold' }];
    case 'withdrawn':
    case 'finished':
      return [{ seq, kinds: POINTLESS_AFTERWARDS, reason: 'closed' }];
    case 'definition-adopted':
      return (fact.steps ?? [])
        .filter(({ to }) => to === null)
        .map(({ from }) => ({ seq, step: from, reason: 'let-go' }));
    case 'joined':
    case 'welcomed':
    case 'seat-appointed':
    case 'vacancy-noticed':
    case 'step-opened':
    case 'step-reopened':
    case 'went-to-step':
    case 'event-guests-changed':
    case 'step-commented':
    case 'resumed':
    case 'readmitted':
    case 'calendar-adopted':
    case 'act-undone':
    case 'reminder-fell-due':
    case 'overdue-fell-due':
    case 'acceptance-reminder-fell-due':
    case 'rung-prepared':
    case 'rung-left-unreleased':
    case 'rung-passed-over':
    case 'post-reported':
    case 'contact-lost':
    case 'contact-mended':
    case 'cadence-set':
      return [];
    default:
      return assertNever(fact);
  }
}

/** What asks the former owner of a step for it. What they were asked in a comment stays theirs. */
function takenFrom(
  { seq, step }: Extract<Fact, { kind: 'step-reassigned' }>,
  { seat, holder }: Addressee,
): LetterCancellation {
  const kinds: LetterKind[] = ['step-opened', 'returned', 'reminder', 'overdue'];
  return { seq, step, seat, ...(holder === null ? {} : { holder }), kinds, reason: 'reassigned' };
}

/** Letters that tell others of a delay. */
const OF_THE_LADDER: LetterKind[] = ['escalation', 'to-release', 'rung-passed-over'];

/** Letters that only the passing of time causes. */
const BY_THE_CLOCK: LetterKind[] = ['reminder', 'overdue', ...OF_THE_LADDER];

/** Letters that ask the responsible seat for the step, and those that tell of its delay. */
const WANTED: LetterKind[] = [...BY_THE_CLOCK, 'step-opened', 'returned'];

/** All but *accepted*: whoever handed in the last step still hears of it; and but what takes a meeting out of calendars. */
const POINTLESS_AFTERWARDS: LetterKind[] = [
  ...WANTED,
  'to-accept',
  'welcome',
  'vacancy',
  'seat-taken-over',
  'question',
  'dates-moved',
  'contact-lost',
  'invitation',
];

function afterAct(fact: Fact, kind: LetterKind, to: Addressee): LetterDue {
  const ref: StepRef | null = 'step' in fact ? fact.step : null;
  const round = 'round' in fact ? fact.round : 0;
  return {
    kind,
    seq: fact.seq,
    step: ref,
    round,
    threshold: `seq:${fact.seq}`,
    seat: to.seat,
    holder: to.holder,
    dueAt: fact.recordedAt,
  };
}

type ThresholdFact = Extract<Fact, { threshold: string; to: Addressee }>;

function atThreshold(fact: ThresholdFact, kind: LetterKind): LetterDue {
  const clock = fact.kind.startsWith('acceptance') ? 'accept' : 'due';
  return {
    kind,
    seq: fact.seq,
    step: fact.step,
    round: fact.round,
    threshold: `${clock}${fact.threshold}@${fact.dueOn}`,
    seat: fact.to.seat,
    holder: fact.to.holder,
    dueAt: fact.recordedAt,
  };
}
