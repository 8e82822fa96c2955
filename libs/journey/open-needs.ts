import { addDays, addWorkingDays, dayAt, type CalendarData, type Day } from '@citypath/calendar';
import { runningSteps } from './running-steps';
import type { Addressee } from './addressee';
import type { SeatKey } from './grammar';
import type { PersonId, StepRef, TextRef } from './ids';
import type { ContactState } from './ladder/ladder-state';
import { caretakerOf, directorOf, managerOf } from './ladder/overseers';
import { acceptorOf, ownerOf } from './owners';
import { NEWEST_RULES, requireStep, type RuleContext } from './rule-context';
import type { JourneyState, QuestionState, StepState } from './state';
import { fillersOf, vacantSeats } from './vacancies';

/** A step that is due within so many working days puts its city at risk. */
const AT_RISK_WORKING_DAYS = 3;

/** Something that a journey waits for, and of whom. */
export type OpenNeed = NeedOfSeat &
  (
    | ({ kind: 'to-do' } & NeedOfStep)
    /** `waiver`: what waits is the wish to be let off the step. */
    | ({ kind: 'to-accept'; waiver: boolean } & NeedOfStep)
    /** A seat with work to do is empty; `seat` is the one that fills it. */
    | { kind: 'vacancy'; vacant: SeatKey }
    /** Letters do not reach who sits in the seat `lost`: their address is to be mended. */
    | { kind: 'contact'; lost: SeatKey; person: PersonId | null }
    /** A letter to the seat `reaches` is prepared, and waits to be released, edited or declined. */
    | { kind: 'to-release'; step: StepRef; title: string | null; reaches: SeatKey }
    /** Everybody was told of the delay, and nothing follows by itself. */
    | { kind: 'ladder-ended'; step: StepRef; title: string | null }
    | { kind: 'question'; step: StepRef; title: string | null; comment: TextRef; askedBy: PersonId | null }
  );

interface NeedOfSeat {
  /** Tells the needs of one journey apart. */
  key: string;
  seat: SeatKey;
  /** Null: a programme's seat, whose holder is a people's record. */
  holder: PersonId | null;
  liaison: PersonId | null;
  /** The day on which it began; null: not known. */
  sinceOn: Day | null;
}

interface NeedOfStep {
  step: StepRef;
  /** Of an occurrence that has a name of its own. */
  title: string | null;
  /** Null: to be confirmed. */
  dueOn: Day | null;
  /** From this day on the day is so near that the city is at risk. */
  atRiskFromOn: Day | null;
  /** Never late, whatever the day. */
  optional: boolean;
  /** A review that the city owes every quarter. */
  quarterly: boolean;
}

/**
 * What a journey waits for, need by need, so that lists over many cities can be asked for in SQL. It holds no today:
 * whether something is late is for whoever reads it, by the day in the city's zone.
 */
export function openNeeds(pinned: Pick<RuleContext, 'definition' | 'calendar'>, state: JourneyState): OpenNeed[] {
  if (state.status !== 'active' && state.status !== 'on-hold') return [];
  const context: RuleContext = { rules: NEWEST_RULES, definition: pinned.definition, calendar: pinned.calendar };
  return [
    ...runningSteps(state).map((step) => ofStep(context, state, step)),
    ...vacantSeats(context, state).flatMap((vacant) => ofVacancy(context, state, vacant)),
    ...(state.contacts ?? []).map((contact) => ofContact(context, state, contact)),
    ...runningSteps(state).flatMap((step) => ofLadder(context, state, step)),
    ...(state.questions ?? []).map((question) => ofQuestion(context, state, question)),
  ];
}

function ofStep(context: RuleContext, state: JourneyState, step: StepState): OpenNeed {
  const definition = requireStep(context.definition, step.ref);
  const submitted = step.status === 'submitted';
  const dueOn = submitted ? step.acceptanceDueOn : step.dueOn;
  const common = {
    ...ofSeat(state, submitted ? acceptorOf(context, state, step.ref) : ownerOf(context, state, step.ref)),
    step: step.ref,
    title: step.title ?? null,
    dueOn,
    atRiskFromOn: dueOn === null ? null : atRiskFrom(context.calendar, dueOn),
    optional: definition.optional === true,
    quarterly: definition.repeats?.every === 'quarter',
    sinceOn: submitted ? step.submittedOn : step.openedOn,
  };
  return submitted
    ? { kind: 'to-accept', key: `to-accept:${step.ref}`, ...common, waiver: Boolean(step.waiver) }
    : { kind: 'to-do', key: `to-do:${step.ref}`, ...common };
}

function ofVacancy(context: RuleContext, state: JourneyState, vacant: SeatKey): OpenNeed[] {
  return fillersOf(context, state, vacant).map((to) => ({
    kind: 'vacancy',
    key: `vacancy:${vacant}:${to.seat}`,
    ...ofSeat(state, to),
    vacant,
    sinceOn: null,
  }));
}

function ofContact(context: RuleContext, state: JourneyState, { seat, person, sinceOn }: ContactState): OpenNeed {
  const to = caretakerOf(context, state, seat);
  return { kind: 'contact', key: `contact:${seat}`, ...ofSeat(state, to), lost: seat, person, sinceOn };
}

/** What is the manager's, and after two days of silence the director's too. */
function ofLadder(context: RuleContext, state: JourneyState, { ref, title, ladder }: StepState): OpenNeed[] {
  const about = { step: ref, title: title ?? null };
  const manager = managerOf(context, state);
  if (ladder?.prepared) {
    const { on, left, reaches } = ladder.prepared;
    const asked = left ? [manager, directorOf(context, state)] : [manager];
    return asked.map((to) => ({
      kind: 'to-release',
      key: `to-release:${ref}:${to.seat}`,
      ...ofSeat(state, to),
      ...about,
      reaches: reaches.seat,
      sinceOn: on,
    }));
  }
  if (ladder?.endedOn === undefined) return [];
  return [
    { kind: 'ladder-ended', key: `ladder-ended:${ref}`, ...ofSeat(state, manager), ...about, sinceOn: ladder.endedOn },
  ];
}

/** Whoever was asked, as long as they sit there; then whoever has taken the seat over. */
function ofQuestion(
  { calendar }: RuleContext,
  state: JourneyState,
  { seq, step, to, comment, by, askedAt }: QuestionState,
): OpenNeed {
  const held = state.seats[to.seat];
  const sitsStill = to.holder !== null && (held?.holder === to.holder || held?.liaison === to.holder);
  return {
    kind: 'question',
    key: `question:${seq}:${to.seat}`,
    ...ofSeat(state, { seat: to.seat, holder: sitsStill ? to.holder : (held?.holder ?? held?.liaison ?? null) }),
    step,
    title: state.steps[step]?.title ?? null,
    comment,
    askedBy: by,
    sinceOn: dayAt(calendar, askedAt),
  };
}

function ofSeat(state: JourneyState, { seat, holder }: Addressee): Pick<NeedOfSeat, 'seat' | 'holder' | 'liaison'> {
  return { seat, holder, liaison: state.seats[seat]?.liaison ?? null };
}

/** The first day from which `dueOn` lies no more than so many working days ahead. */
function atRiskFrom(calendar: CalendarData, dueOn: Day): Day {
  const isNear = (day: Day): boolean => dueOn <= addWorkingDays(calendar, day, AT_RISK_WORKING_DAYS);
  let day = addWorkingDays(calendar, dueOn, -AT_RISK_WORKING_DAYS);
  while (!isNear(day)) day = addDays(day, 1);
  while (isNear(addDays(day, -1))) day = addDays(day, -1);
  return day;
}
