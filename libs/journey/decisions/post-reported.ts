import { workingDaysBetween, type Day } from '@citypath/calendar';
import type { CommandStamp } from '../command';
import type { FactBody } from '../fact';
import type { PostReportedCommand, ReportedOutcome } from '../ladder/ladder-command';
import type { PassedOver } from '../ladder/ladder-fact';
import type { ContactState } from '../ladder/ladder-state';
import { armingOf } from '../ladder/arming';
import { lostContact, ownerNow } from '../ladder/next-rung';
import { caretakerOf } from '../ladder/overseers';
import { leftUnreleased, passedOver } from '../ladder/rung-facts';
import { requireStep, type RuleContext } from '../rule-context';
import { runningSteps } from '../running-steps';
import type { JourneyState, StepState } from '../state';
import { refToday } from '../step-mapping/steps-today';
import { accepted, today, type Answer } from './answer';

/**
 * What the courier learned. Never refused: what nobody waits for, or what is known already, is no fact. A ladder that
 * waited goes on from the delivery, or over whoever was not reached; who is not reached is somebody's task.
 */
export function postReported(
  context: RuleContext,
  state: JourneyState,
  { outcomes: reported, mended }: PostReportedCommand,
  stamp: CommandStamp,
): Answer {
  if (state.status !== 'active' && state.status !== 'on-hold') return accepted();
  const on = today(context, stamp);
  // The post may have read a letter's step before that got another name.
  const outcomes = reported.map((outcome) =>
    outcome.step === null ? outcome : { ...outcome, step: refToday(state, outcome.step, outcome.seq) },
  );
  const awaited = outcomes.filter((outcome) => isAwaited(stepOf(state, outcome), outcome));
  const lost = newlyLost(state, outcomes);
  const known = [...(state.contacts ?? []), ...lost];
  const found = known.filter((contact) => mended.some((one) => isOf(contact, one)));
  return accepted(
    ...(awaited.length === 0 ? [] : [{ kind: 'post-reported' as const, outcomes: awaited }]),
    ...awaited.flatMap((outcome) => notReached(context, state, outcome)),
    ...lost.map((contact) => contactLost(context, state, contact)),
    ...found.flatMap((contact) => contactMended(context, state, contact, on)),
  );
}

function stepOf(state: JourneyState, { step }: ReportedOutcome): StepState | undefined {
  return step === null ? undefined : state.steps[step];
}

/** Only what a ladder waits for: a rung, the owner's letter after a lost contact, a letter about one to release that nobody got. */
function isAwaited(step: StepState | undefined, { seq, outcome }: ReportedOutcome): boolean {
  const { awaiting, prepared } = step?.ladder ?? {};
  return awaiting?.seq === seq || (prepared?.seq === seq && REASONS[outcome] !== null);
}

function notReached(context: RuleContext, state: JourneyState, outcome: ReportedOutcome): FactBody[] {
  const step = stepOf(state, outcome);
  const why = REASONS[outcome.outcome];
  if (!step || why === null) return [];
  const { awaiting, prepared, rung } = step.ladder ?? { rung: 0 };
  if (prepared?.seq === outcome.seq) return leftUnreleased(context, state, step, outcome.on);
  if (awaiting?.of !== 'rung') return [];
  const { seat, holder, threshold, dueOn, lastRung } = awaiting;
  const told = {
    ...{ step: step.ref, round: step.round, threshold, dueOn, rung: rung - 1, on: outcome.on },
    ...(lastRung ? { lastRung: true as const } : {}),
    about: ownerNow(context, state, step),
  };
  return [passedOver(context, state, told, { seat, holder }, why)];
}

const REASONS: Record<ReportedOutcome['outcome'], PassedOver | null> = {
  delivered: null,
  'kept-back': null,
  'not-sent': null,
  bounced: 'bounced',
  'nobody-there': 'empty',
  absent: 'absent',
};

/** Each person once, and only who sits there still. An empty seat of the programme is no person to be reached. */
function newlyLost(state: JourneyState, outcomes: readonly ReportedOutcome[]): ContactState[] {
  const lost: ContactState[] = [];
  for (const { seq, seat, holder, outcome, on } of outcomes) {
    if (outcome !== 'bounced' && !(outcome === 'nobody-there' && holder !== null)) continue;
    const known = lostContact(state, { seat, holder }) !== null || lost.some((one) => one.seat === seat);
    if (known || !sitsStill(state, seat, holder)) continue;
    lost.push({ seat, person: holder, why: outcome, sinceOn: on, letterSeq: seq });
  }
  return lost;
}

function sitsStill(state: JourneyState, seat: string, holder: string | null): boolean {
  const held = state.seats[seat];
  return holder === null || held?.holder === holder || held?.liaison === holder;
}

function isOf({ seat, person }: ContactState, mended: PostReportedCommand['mended'][number]): boolean {
  return seat === mended.seat && (person === null || person === mended.person);
}

function contactLost(context: RuleContext, state: JourneyState, contact: ContactState): FactBody {
  const { seat, person, why, sinceOn: on, letterSeq } = contact;
  return { kind: 'contact-lost', seat, person, why, on, letterSeq, to: caretakerOf(context, state, seat) };
}

/** Whoever was not reached is told anew of what is late, and the ladder counts from that letter's delivery. */
function contactMended(context: RuleContext, state: JourneyState, { seat, person }: ContactState, on: Day): FactBody[] {
  const told = runningSteps(state)
    .filter((step) => isSameOwner(ownerNow(context, state, step), { seat, person }))
    .flatMap((step) => toldAfresh(context, state, step, on));
  return [{ kind: 'contact-mended', seat, person, on }, ...told];
}

function isSameOwner(owner: { seat: string; holder: string | null }, one: { seat: string; person: string | null }) {
  return owner.seat === one.seat && owner.holder === one.person;
}

function toldAfresh(context: RuleContext, state: JourneyState, step: StepState, on: Day): FactBody[] {
  const submitted = step.status === 'submitted';
  const dueOn = submitted ? step.acceptanceDueOn : step.dueOn;
  const isOptional = requireStep(context.definition, step.ref).optional === true;
  const isQuiet = (step.ladder?.acknowledged?.untilOn ?? '') >= on;
  if (state.status !== 'active' || dueOn === null || dueOn >= on || (isOptional && !submitted) || isQuiet) return [];
  const lateWorkingDays = workingDaysBetween(context.calendar, dueOn, on);
  // The letter that came back may have had the same number: this one is another.
  const threshold = `+${lateWorkingDays}.${armingOf(step, dueOn) + 1}`;
  const kind = submitted ? 'acceptance-reminder-fell-due' : 'overdue-fell-due';
  const to = ownerNow(context, state, step);
  return [{ kind, step: step.ref, round: step.round, threshold, dueOn, to, afresh: on }];
}
