import { dayAt, workingDaysBetween, type Day } from '@citypath/calendar';
import { ownerOf, requireStep, responsibleSeat, type StepRef, type TextRef } from '@citypath/journey';
import { assertNever } from './assert-never';
import { commonFacts, nameNow, openSteps, seatNow, stepsWaitingFor, type Sending } from './facts/common-facts';
import type { Dossier } from './facts/dossier';
import { handoverFacts } from './facts/handover-facts';
import { invitationCancelledFacts, invitationFacts } from './facts/meeting-facts';
import { movedSteps } from './facts/moved-steps';
import { stepFacts } from './facts/step-facts';
import { accepted } from './kinds/accepted';
import { datesMoved } from './kinds/dates-moved';
import { contactLost } from './kinds/contact-lost';
import { escalation } from './kinds/escalation';
import { invitation } from './kinds/invitation';
import { invitationCancelled } from './kinds/invitation-cancelled';
import type { LetterText } from './kinds/letter-text';
import { overdue } from './kinds/overdue';
import { question } from './kinds/question';
import { reminder } from './kinds/reminder';
import { returned } from './kinds/returned';
import { rungPassedOver } from './kinds/rung-passed-over';
import { seatTakenOver } from './kinds/seat-taken-over';
import { stepOpened } from './kinds/step-opened';
import { thanks } from './kinds/thanks';
import { toAccept } from './kinds/to-accept';
import { toRelease } from './kinds/to-release';
import { vacancy } from './kinds/vacancy';
import { welcome } from './kinds/welcome';

/** Writes a letter in the language of the sending from the facts of the moment. */
export function writeLetter(dossier: Dossier, sending: Sending): LetterText {
  const { kind } = dossier.letter;
  switch (kind) {
    case 'welcome':
      return welcome({
        ...commonFacts(dossier, sending),
        takenOver: dossier.state.takeover,
        openSteps: openSteps(dossier),
      });
    case 'step-opened':
      return writeStepOpened(dossier, sending);
    case 'reminder':
      return reminder(stepFacts(dossier, sending, stepOf(dossier)));
    case 'overdue':
      return overdue(stepFacts(dossier, sending, stepOf(dossier)));
    case 'escalation':
      return writeEscalation(dossier, sending);
    case 'to-release':
      return writeToRelease(dossier, sending);
    case 'rung-passed-over':
      return writeRungPassedOver(dossier, sending);
    case 'contact-lost':
      return writeContactLost(dossier, sending);
    case 'to-accept':
      return writeToAccept(dossier, sending);
    case 'accepted':
      return writeAccepted(dossier, sending);
    case 'returned':
      return writeReturned(dossier, sending);
    case 'vacancy':
      return writeVacancy(dossier, sending);
    case 'question':
      return writeQuestion(dossier, sending);
    case 'seat-taken-over':
      return writeSeatTakenOver(dossier, sending);
    case 'thanks':
      return writeThanks(dossier, sending);
    case 'dates-moved':
      return writeDatesMoved(dossier, sending);
    case 'invitation':
      return invitation(invitationFacts(dossier, sending));
    case 'invitation-cancelled':
      return invitationCancelled(invitationCancelledFacts(dossier, sending));
    default:
      return assertNever(kind);
  }
}

function writeStepOpened(dossier: Dossier, sending: Sending): LetterText {
  const { fact } = dossier;
  const reopened = fact.kind === 'step-reopened' ? { reason: wordsOf(dossier, fact.reason) } : null;
  const given = fact.kind === 'step-reassigned' ? { given: { reason: wordsOf(dossier, fact.reason) } } : {};
  return stepOpened({ ...stepFacts(dossier, sending, stepOf(dossier)), reopened, ...given });
}

function writeEscalation(dossier: Dossier, sending: Sending): LetterText {
  const { fact } = dossier;
  if (fact.kind !== 'rung-reached' && fact.kind !== 'acceptance-rung-reached') throw notCausedBy(dossier);
  const common = stepFacts(dossier, sending, fact.step);
  return escalation({
    ...common,
    waitsFor: seatNow(dossier, fact.about.seat, fact.about.holder),
    wanted: fact.kind === 'rung-reached' ? 'doing' : 'accepting',
    released: fact.released ? { by: nameNow(dossier, fact.by), words: wordsOf(dossier, fact.words) } : null,
    ownedUntilOn: ownedUntil(dossier, common.today, fact.step),
  });
}

/** The last day of an acknowledgement that was not kept. */
function ownedUntil({ state }: Dossier, today: Day, ref: StepRef): Day | null {
  const untilOn = state.steps[ref]?.ladder?.acknowledged?.untilOn ?? null;
  return untilOn !== null && untilOn < today ? untilOn : null;
}

function writeToRelease(dossier: Dossier, sending: Sending): LetterText {
  const { fact } = dossier;
  if (fact.kind !== 'rung-prepared' && fact.kind !== 'rung-left-unreleased') throw notCausedBy(dossier);
  return toRelease({
    ...stepFacts(dossier, sending, fact.step),
    reaches: seatNow(dossier, fact.reaches.seat, fact.reaches.holder),
    waitsFor: seatNow(dossier, fact.about.seat, fact.about.holder),
    left: fact.kind === 'rung-left-unreleased' ? whyLeft(dossier, fact) : null,
  });
}

/** Told before two working days have passed, it was never in the manager's hands. */
function whyLeft({ context, state }: Dossier, { step, on }: { step: StepRef; on?: Day }): 'undecided' | 'not-reached' {
  const preparedOn = state.steps[step]?.ladder?.prepared?.on;
  if (preparedOn === undefined || on === undefined) return 'undecided';
  return workingDaysBetween(context.calendar, preparedOn, on) < 2 ? 'not-reached' : 'undecided';
}

function writeRungPassedOver(dossier: Dossier, sending: Sending): LetterText {
  const { fact } = dossier;
  if (fact.kind !== 'rung-passed-over') throw notCausedBy(dossier);
  return rungPassedOver({
    ...stepFacts(dossier, sending, fact.step),
    passed: seatNow(dossier, fact.passed.seat, fact.passed.holder),
    why: fact.why,
    last: fact.lastRung === true,
  });
}

function writeContactLost(dossier: Dossier, sending: Sending): LetterText {
  const { fact } = dossier;
  if (fact.kind !== 'contact-lost') throw notCausedBy(dossier);
  const common = commonFacts(dossier, sending);
  return contactLost({
    ...common,
    lost: seatNow(dossier, fact.seat, fact.person),
    mendUrl: mendUrl(dossier, sending, fact, common.journeyUrl),
    why: fact.why,
    lostOn: fact.on,
    openSteps: stepsWaitingFor(dossier, fact.seat),
  });
}

/** The form of the person's address; of a seat that nobody sits in, the seats of the city. */
function mendUrl(
  { programmeSeats }: Dossier,
  { publicUrl }: Sending,
  { seat, person }: Extract<Dossier['fact'], { kind: 'contact-lost' }>,
  journeyUrl: string,
): string {
  const who = person ?? programmeSeats[seat] ?? null;
  return who === null ? `${journeyUrl}#seats` : `${publicUrl}/people/${encodeURIComponent(who)}?form=details`;
}

function writeToAccept(dossier: Dossier, sending: Sending): LetterText {
  const { fact, state } = dossier;
  const facts = stepFacts(dossier, sending, stepOf(dossier));
  const step = state.steps[stepOf(dossier)];
  const onBehalfOf = fact.kind === 'step-submitted' ? fact.onBehalfOf : null;
  return toAccept({
    ...facts,
    submitted: {
      on: step?.submittedOn ?? facts.today,
      by: nameNow(dossier, step?.submittedBy ?? null),
      onBehalfOf: nameNow(dossier, onBehalfOf),
    },
    again: fact.kind !== 'step-submitted',
    waiver:
      step?.waiver == null
        ? null
        : { reason: fact.kind === 'step-submitted' ? wordsOf(dossier, fact.waiver?.reason) : null },
  });
}

function writeAccepted(dossier: Dossier, sending: Sending): LetterText {
  const { fact } = dossier;
  const isWaiver = fact.kind === 'step-waived';
  if (fact.kind !== 'step-accepted' && !isWaiver) throw notCausedBy(dossier);
  return accepted({
    ...stepFacts(dossier, sending, fact.step),
    acceptedOn: recordedOn(dossier),
    comment: wordsOf(dossier, isWaiver ? fact.granted?.comment : fact.comment),
    isWaiver,
  });
}

function writeReturned(dossier: Dossier, sending: Sending): LetterText {
  const { fact, context } = dossier;
  if (fact.kind !== 'step-returned' && fact.kind !== 'step-sent-back') throw notCausedBy(dossier);
  const backTo = fact.kind === 'step-sent-back' ? requireStep(context.definition, fact.backTo).title : null;
  return returned({
    ...stepFacts(dossier, sending, fact.step),
    comment: wordsOf(dossier, fact.comment),
    backTo,
    isWaiver: fact.kind === 'step-returned' && fact.waiver === true,
  });
}

function writeQuestion(dossier: Dossier, sending: Sending): LetterText {
  const { fact } = dossier;
  if (fact.kind !== 'step-commented') throw notCausedBy(dossier);
  return question({
    ...stepFacts(dossier, sending, fact.step),
    askedBy: nameNow(dossier, fact.by),
    words: wordsOf(dossier, fact.comment),
    onlyProgramme: fact.audience === 'programme',
  });
}

function writeVacancy(dossier: Dossier, sending: Sending): LetterText {
  const { fact, context, state } = dossier;
  if (fact.kind !== 'vacancy-noticed') throw notCausedBy(dossier);
  const [orphan] = Object.values(state.steps).filter(
    ({ ref, status }) => status === 'open' && responsibleSeat(context, state, ref) === fact.seat,
  );
  const acting = orphan === undefined ? null : ownerOf(context, state, orphan.ref);
  return vacancy({
    ...commonFacts(dossier, sending),
    vacant: seatNow(dossier, fact.seat),
    noticedOn: recordedOn(dossier),
    openSteps: openSteps(dossier, fact.seat),
    actsMeanwhile: acting === null ? null : seatNow(dossier, acting.seat, acting.holder),
  });
}

function writeSeatTakenOver(dossier: Dossier, sending: Sending): LetterText {
  const { fact } = dossier;
  if (fact.kind !== 'seat-handed-over' && fact.kind !== 'seat-appointed') throw notCausedBy(dossier);
  return seatTakenOver(handoverFacts(dossier, sending, fact));
}

function writeThanks(dossier: Dossier, sending: Sending): LetterText {
  const { fact } = dossier;
  if (fact.kind !== 'seat-handed-over' && fact.kind !== 'seat-vacated') throw notCausedBy(dossier);
  return thanks({
    ...commonFacts(dossier, sending),
    fromOn: fact.happenedOn,
    successor: fact.kind === 'seat-handed-over' ? nameNow(dossier, fact.holder) : null,
  });
}

function writeDatesMoved(dossier: Dossier, sending: Sending): LetterText {
  const { fact } = dossier;
  if (fact.kind !== 'calendar-adopted') throw notCausedBy(dossier);
  return datesMoved({
    ...commonFacts(dossier, sending),
    moved: movedSteps(dossier, fact),
    reason: wordsOf(dossier, fact.reason),
  });
}

function stepOf({ letter }: Dossier): StepRef {
  if (letter.step === null) throw new Error(`Letter ${letter.id} (${letter.kind}) names no step.`);
  return letter.step;
}

function recordedOn({ fact, context }: Dossier): Day {
  return dayAt(context.calendar, fact.recordedAt);
}

function wordsOf({ words }: Dossier, ref: TextRef | undefined): string | null {
  return ref === undefined ? null : (words.get(ref) ?? null);
}

function notCausedBy({ letter, fact }: Dossier): Error {
  return new Error(`Letter ${letter.id} (${letter.kind}) is not what a fact ${fact.kind} causes.`);
}
