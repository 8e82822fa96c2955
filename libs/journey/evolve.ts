import { assertNever } from './assert-never';
import { waitingStep } from './empty-state';
import { stepChange } from './evolve-step';
import type { Addressee } from './addressee';
import type { Fact } from './fact';
import { withCadence } from './ladder/evolve-cadence';
import { contactOf, withContacts } from './ladder/evolve-contacts';
import { afterHold, afterPost, withLadder, withoutAwaited } from './ladder/evolve-ladder';
import { isSettled } from './needs';
import { endedBy, readmitted } from './readmission/evolve-readmission';
import { definitionAdopted } from './step-mapping/evolve-steps-moved';
import { withUndoables } from './undo/remember-act';
import { restored } from './undo/restore';
import type { JourneyState, QuestionState, SeatState } from './state';

const EMPTY_SEAT: SeatState = { holder: null, liaison: null, fromOn: null, vacancyTold: false };
const RECENT_COMMANDS_MS = 24 * 60 * 60 * 1000;

/**
 * Applies one fact. Total: it folds every fact that ever landed, never refuses, and needs neither calendar nor
 * definition. Hazard: journals outlive code, so a kind may gain optional properties but never change its meaning.
 */
export function evolve(state: JourneyState, fact: Fact): JourneyState {
  const after = { ...apply(state, fact), head: fact.seq, recentCommands: remember(state, fact) };
  return withUndoables(state, after, fact);
}

/** Applies facts in order. */
export function fold(state: JourneyState, facts: readonly Fact[]): JourneyState {
  return facts.reduce(evolve, state);
}

function apply(state: JourneyState, fact: Fact): JourneyState {
  switch (fact.kind) {
    case 'joined':
      return {
        ...state,
        status: 'active',
        city: fact.city,
        programme: fact.programme,
        definitionHash: fact.definitionHash,
        calendarHash: fact.calendarHash,
        joinedOn: fact.happenedOn,
        joinedAt: fact.recordedAt,
        takeover: fact.takeover,
        ...(fact.demonstration ? { demonstration: true } : {}),
      };
    case 'welcomed':
    case 'went-to-step':
    case 'restarted-from-step':
      return state;
    case 'seat-appointed':
      return withSeat(state, fact.seat, {
        holder: fact.holder,
        liaison: fact.liaison,
        fromOn: fact.happenedOn,
        vacancyTold: false,
      });
    case 'seat-handed-over':
      return withSeat(state, fact.seat, { holder: fact.holder, fromOn: fact.happenedOn, vacancyTold: false });
    case 'seat-vacated':
      return withSeat(state, fact.seat, { holder: null, fromOn: null, vacancyTold: false });
    case 'liaison-named':
      // Somebody from the office fills a seat that nobody else holds; when they go, it falls vacant anew.
      return withSeat(state, fact.seat, {
        liaison: fact.liaison,
        ...(fact.liaison === null ? {} : { vacancyTold: false }),
      });
    case 'vacancy-noticed':
      return withSeat(state, fact.seat, { vacancyTold: true });
    case 'held':
      return {
        ...state,
        status: 'on-hold',
        hold: { sinceAt: fact.recordedAt, untilOn: fact.untilOn, awaiting: fact.awaiting, reason: fact.reason },
      };
    case 'resumed':
      return {
        ...state,
        status: 'active',
        hold: null,
        heldWorkingDays: state.heldWorkingDays + fact.heldWorkingDays,
        steps: afterHold(state.steps, fact.ladders ?? {}),
      };
    case 'withdrawn':
      return { ...state, status: 'withdrawn', hold: null, ended: endedBy(fact, state) };
    case 'finished':
      return { ...state, status: 'completed', hold: null, ended: endedBy(fact, state) };
    case 'readmitted':
      return readmitted(state, fact);
    case 'calendar-adopted':
      return { ...state, calendarHash: fact.hash };
    case 'definition-adopted':
      return definitionAdopted(state, fact);
    case 'act-undone': {
      const act = state.undoables?.find(({ commandId }) => commandId === fact.command);
      return act ? restored(state, act) : state;
    }
    case 'step-commented':
      return withQuestions(state, [
        ...(state.questions ?? []).filter((question) => !isAnswered(question, fact.answers)),
        ...fact.to.map((to) => questionOf(fact, to)),
      ]);
    case 'post-reported':
      return { ...state, steps: afterPost(state.steps, fact.outcomes) };
    case 'contact-lost':
      return {
        ...state,
        steps: withoutAwaited(state.steps, fact.letterSeq),
        contacts: [...(state.contacts ?? []), contactOf(fact)],
      };
    case 'contact-mended':
      return withContacts(state, ({ seat, person }) => seat !== fact.seat || person !== fact.person);
    case 'cadence-set':
      return withCadence(state, fact);
    case 'step-opened':
    case 'due-moved':
    case 'date-agreed':
    case 'event-scheduled':
    case 'event-called-off':
    case 'event-guests-changed':
    case 'step-submitted':
    case 'step-accepted':
    case 'step-returned':
    case 'step-sent-back':
    case 'step-set-back':
    case 'step-completed':
    case 'step-waived':
    case 'step-skipped':
    case 'step-reopened':
    case 'step-reassigned':
    case 'reminder-fell-due':
    case 'overdue-fell-due':
    case 'rung-reached':
    case 'acceptance-reminder-fell-due':
    case 'acceptance-rung-reached':
    case 'rung-prepared':
    case 'rung-left-unreleased':
    case 'rung-declined':
    case 'rung-passed-over':
    case 'step-acknowledged': {
      const before = state.steps[fact.step] ?? waitingStep(fact.step);
      const after = withLadder({ ...before, ...stepChange(before, fact) }, fact);
      const changed = { ...state, steps: { ...state.steps, [fact.step]: after } };
      // What is settled needs no answer any more; whoever still wants to know asks anew.
      const settles = isSettled(after) && !isSettled(before);
      return settles
        ? withQuestions(changed, state.questions?.filter(({ step }) => step !== fact.step) ?? [])
        : changed;
    }
    default:
      return assertNever(fact);
  }
}

function withQuestions(state: JourneyState, questions: QuestionState[]): JourneyState {
  return state.questions === undefined && questions.length === 0 ? state : { ...state, questions };
}

type Comment = Extract<Fact, { kind: 'step-commented' }>;

function isAnswered({ seq, to }: QuestionState, answers: Comment['answers']): boolean {
  return answers.some((answer) => answer.seq === seq && answer.seat === to.seat);
}

function questionOf({ seq, step, comment, audience, by, recordedAt }: Comment, to: Addressee): QuestionState {
  return { seq, step, comment, audience, by, to, askedAt: recordedAt };
}

/** Whoever leaves a seat takes the trouble with their address along. */
function withSeat(state: JourneyState, seat: string, change: Partial<SeatState>): JourneyState {
  const changed = { ...EMPTY_SEAT, ...state.seats[seat], ...change };
  return withContacts(
    { ...state, seats: { ...state.seats, [seat]: changed } },
    (contact) => contact.seat !== seat || contact.person === changed.holder || contact.person === changed.liaison,
  );
}

/** The clock's own commands need no memory: settling twice is nothing new anyway. */
function remember(state: JourneyState, fact: Fact): JourneyState['recentCommands'] {
  const known = state.recentCommands;
  if (fact.commandId.startsWith('clock') || known.some((command) => command.id === fact.commandId)) return known;
  const oldestMs = Date.parse(fact.recordedAt) - RECENT_COMMANDS_MS;
  const kept = known.filter((command) => Date.parse(command.at) > oldestMs);
  return [...kept, { id: fact.commandId, hash: fact.commandHash, at: fact.recordedAt }];
}
