import { addWorkingDays, type Day } from '@citypath/calendar';
import type { Command, CommandStamp } from '../command';
import type { EvidenceGiven } from '../evidence';
import type { Addressee } from '../addressee';
import type { FactBody } from '../fact';
import type { StepDefinition } from '../grammar';
import type { PersonId, WaiverAsked } from '../ids';
import { standingDue } from '../due';
import { isSettled } from '../needs';
import { calledOff } from '../meetings';
import { nextRound } from '../next-round';
import { acceptorOf, addressee, isVacant, ownerOf } from '../owners';
import { seatDefinition, type RuleContext } from '../rule-context';
import type { JourneyState, StepState } from '../state';
import { accepted, findStep, isFound, refused, refusedPastDay, today, type Answer } from './answer';
import { reopened } from './reopened';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** The responsible seat hands in what is wanted. Late or not is measured now, at submission. */
export function submit(context: RuleContext, state: JourneyState, command: Of<'submit'>, stamp: CommandStamp): Answer {
  const found = findStep(context, state, command.step);
  if (!isFound(found)) return found;
  const { definition, step } = found;
  if (step.status !== 'open') return refused('step-not-open', '/step', { step: step.ref, status: step.status });
  const happenedOn = command.happenedOn ?? (definition.kind === 'event' ? step.eventOn : null);
  const { waiver } = command;
  const wrong =
    (waiver ? refusedWaiver(definition, step, waiver) : refusedEvidence(definition, command.evidence)) ??
    refusedPastDay(context, state.joinedOn, happenedOn, stamp, '/happenedOn');
  if (wrong) return wrong;
  const on = today(context, stamp);
  const owner = ownerOf(context, state, step.ref);
  return accepted(
    {
      kind: 'step-submitted',
      step: step.ref,
      round: step.round,
      evidence: command.evidence,
      happenedOn,
      submittedOn: on,
      inTime: step.dueOn === null ? null : on <= step.dueOn,
      seat: owner.seat,
      acceptor: acceptorOf(context, state, step.ref),
      acceptanceDueOn: addWorkingDays(context.calendar, on, context.definition.acceptance.workingDays),
      ...(waiver === undefined ? {} : { waiver }),
    },
    ...(waiver === undefined ? appointment(state, definition, command.evidence) : []),
  );
}

function refusedEvidence(definition: StepDefinition, evidence: EvidenceGiven): Answer | null {
  const unknown = evidence.keys.find((key) => !definition.evidence.some((wanted) => wanted.key === key));
  if (unknown !== undefined) return refused('evidence-unknown', `/evidence/${unknown}`, { evidence: unknown });
  const missing = definition.evidence.find((wanted) => wanted.optional !== true && !evidence.keys.includes(wanted.key));
  if (missing) return refused('evidence-missing', `/evidence/${missing.key}`, { evidence: missing.key });
  if (definition.appoints !== undefined && evidence.person === undefined)
    return refused('evidence-missing', '/evidence/person', { evidence: 'person' });
  return null;
}

function refusedWaiver(definition: StepDefinition, { ref }: StepState, waiver: WaiverAsked): Answer | null {
  if (!definition.waiver) return refused('step-not-waivable', '/step', { step: ref });
  return definition.waiver.proof && waiver.proof === undefined
    ? refused('waiver-needs-proof', '/proof', { step: ref })
    : null;
}

/** An appointment step fills its seat: the person is in post whether or not the paper is accepted yet. */
function appointment(state: JourneyState, definition: StepDefinition, evidence: EvidenceGiven): FactBody[] {
  const { appoints: seat } = definition;
  if (seat === undefined || evidence.person === undefined) return [];
  const held = state.seats[seat];
  const happenedOn: Day | null = evidence.fromOn ?? null;
  if (held?.holder === evidence.person) return [];
  return held && held.holder !== null
    ? [{ kind: 'seat-handed-over', seat, from: held.holder, holder: evidence.person, happenedOn }]
    : [
        {
          kind: 'seat-appointed',
          seat,
          holder: evidence.person,
          liaison: held?.liaison ?? null,
          happenedOn,
          tell: true,
        },
      ];
}

/** The accepting seat takes what was handed in, or grants the waiver that was asked for. */
export function accept(context: RuleContext, state: JourneyState, command: Of<'accept'>, stamp: CommandStamp): Answer {
  const found = findStep(context, state, command.step);
  if (!isFound(found)) return found;
  const { definition, step } = found;
  if (step.status !== 'submitted')
    return refused('step-not-submitted', '/step', { step: step.ref, status: step.status });
  const to = submitter(context, state, step);
  const comment = command.comment === undefined ? {} : { comment: command.comment };
  if (step.waiver) {
    const granted = { round: step.round, to, ...comment };
    return accepted(
      { kind: 'step-waived', step: step.ref, ...step.waiver, happenedOn: today(context, stamp), granted },
      ...calledOff(state, today(context, stamp), step.ref),
    );
  }
  const onlookers = onlookersOf(context, state, definition);
  return accepted({
    kind: 'step-accepted',
    step: step.ref,
    round: step.round,
    ...comment,
    to,
    ...(onlookers.length === 0 ? {} : { onlookers }),
    happenedOn: definition.kind === 'event' ? (step.eventOn ?? step.submittedOn) : step.submittedOn,
  });
}

/** The accepting seat sends back what was handed in, for another round; or the journey back to an earlier step. */
export function returnStep(
  context: RuleContext,
  state: JourneyState,
  command: Of<'return'>,
  stamp: CommandStamp,
): Answer {
  const found = findStep(context, state, command.step);
  if (!isFound(found)) return found;
  const { definition, step } = found;
  if (step.status !== 'submitted')
    return refused('step-not-submitted', '/step', { step: step.ref, status: step.status });
  const { comment, to: backTo } = command;
  const on = today(context, stamp);
  if (backTo === undefined || backTo === definition.key) {
    const again = addWorkingDays(context.calendar, on, context.definition.acceptance.workingDays);
    // While it lay there its day stood still; a rule that gives another one by now moves it as soon as it is open.
    const ownOn = step.agreed ? step.dueOn : standingDue(context, state, { ...step, status: 'open' });
    const dueOn = ownOn === null || ownOn >= again ? step.dueOn : again;
    return accepted({
      kind: 'step-returned',
      step: step.ref,
      round: nextRound(state, step.ref),
      comment,
      to: submitter(context, state, step),
      dueOn,
      ...(step.waiver ? { waiver: true } : {}),
    });
  }
  const target = state.steps[backTo];
  if (!definition.mayReturnTo?.includes(backTo) || !target || !isSettled(target))
    return refused('step-may-not-return-there', '/to', { step: step.ref, to: backTo });
  const owner = ownerOf(context, state, backTo);
  return accepted(
    { kind: 'step-sent-back', step: step.ref, round: step.round, comment, backTo, to: owner },
    reopened(context, state, target, on, { reason: comment, tell: false }),
  );
}

/** Contributing seats that see and never act, as an evaluator does: they get what was accepted. */
function onlookersOf(context: RuleContext, state: JourneyState, { contributors = [] }: StepDefinition): Addressee[] {
  return contributors
    .filter((seat) => seatDefinition(context.definition, seat)?.readOnly === true && !isVacant(context, state, seat))
    .map((seat) => addressee(state, seat));
}

/** Whoever submitted, as long as they still hold the seat or do its office work; else whoever has the step now. */
function submitter(context: RuleContext, state: JourneyState, step: StepState): Addressee {
  const { submittedBy: by, submittedSeat: seat } = step;
  return seat !== null && by !== null && holds(state, seat, by)
    ? { seat, holder: by }
    : ownerOf(context, state, step.ref);
}

function holds(state: JourneyState, seat: string, person: PersonId): boolean {
  const held = state.seats[seat];
  return held?.holder === person || held?.liaison === person;
}
