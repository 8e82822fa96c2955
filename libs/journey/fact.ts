import type { Day, Instant } from '@citypath/calendar';
import type { Addressee } from './addressee';
import type { EvidenceGiven } from './evidence';
import type { SeatKey, StepKey } from './grammar';
import type { PersonId, StepRef, TextRef, WaiverAsked } from './ids';
import type { LadderFact } from './ladder/ladder-fact';
import type { MovedStep } from './step-mapping/moved-step';

/** The dates of one person that a new calendar has moved. */
export interface DatesTold {
  to: Addressee;
  moved: MovedDate[];
}

/** A running step whose day is another one now. */
export interface MovedDate {
  step: StepRef;
  /** Whose clock: the responsible seat's, or the accepting seat's while the step is submitted. */
  clock: 'responsible' | 'accepting';
  dueOn: Day | null;
  previousOn: Day | null;
}

/** Who may read a comment: those who run the programme, or the city too. */
export type CommentAudience = 'programme' | 'everyone';

/** What happened, without the stamp. Past tense; each body holds all that `evolve` needs, so folding needs no calendar. */
export type FactBody =
  | {
      kind: 'joined';
      city: string;
      programme: string;
      definitionHash: string;
      calendarHash: string;
      takeover: boolean;
      demonstration?: true;
      happenedOn: Day | null;
    }
  | { kind: 'welcomed'; to: Addressee[] }
  | {
      kind: 'seat-appointed';
      seat: SeatKey;
      holder: PersonId | null;
      liaison: PersonId | null;
      happenedOn: Day | null;
      tell: boolean;
    }
  | { kind: 'seat-handed-over'; seat: SeatKey; from: PersonId; holder: PersonId; happenedOn: Day | null }
  | { kind: 'seat-vacated'; seat: SeatKey; from: PersonId; happenedOn: Day }
  | { kind: 'liaison-named'; seat: SeatKey; liaison: PersonId | null; previous: PersonId | null }
  | { kind: 'vacancy-noticed'; seat: SeatKey; to: Addressee[] }
  /** `tell`: a letter goes to the owner. `takenOver`: open already when the city was taken over, so the newest passed threshold is told once. */
  | {
      kind: 'step-opened';
      step: StepRef;
      round: number;
      dueOn: Day | null;
      happenedOn: Day;
      title?: string;
      owner: Addressee;
      tell: boolean;
      takenOver: boolean;
    }
  /** A date moved by rule: an anchor got known, a hold ended, a calendar or a definition was adopted. */
  | {
      kind: 'due-moved';
      step: StepRef;
      /** Whose clock: the responsible seat's, or the accepting seat's while the step is submitted. */
      clock: 'responsible' | 'accepting';
      dueOn: Day | null;
      previousOn: Day | null;
      cause: 'anchor' | 'hold' | 'calendar' | 'definition';
      /** Working days by which a hold moved it, and up to where thresholds are left out because they lay inside the hold. */
      heldWorkingDays: number;
      toldUntilAt: Instant | null;
    }
  | {
      kind: 'date-agreed';
      step: StepRef;
      dueOn: Day;
      previousOn: Day | null;
      reason: TextRef;
      planned: boolean;
      retell: boolean;
    }
  /**
   * `dueFollows`: another day had been agreed for the step; from now on it is due on the event's day again.
   * `to`: who is invited, or (`on: null`) told that the day is taken back; `sequence`: the number of this change of
   * the meeting, from 0. Both are absent where nobody is told.
   */
  | {
      kind: 'event-scheduled';
      step: StepRef;
      on: Day | null;
      previousOn: Day | null;
      time?: string;
      place?: TextRef;
      dueFollows?: boolean;
      to?: Addressee[];
      sequence?: number;
      previousTime?: string;
    }
  /** A meeting still to come is off: its step was settled without it, or the journey ended. */
  | {
      kind: 'event-called-off';
      step: StepRef;
      previousOn: Day;
      previousTime?: string;
      sequence: number;
      to: Addressee[];
    }
  /** Seats changed hands: `to` are invited now, and for `left` the meeting is off. */
  | {
      kind: 'event-guests-changed';
      step: StepRef;
      on: Day;
      time?: string;
      place?: TextRef;
      sequence: number;
      to: Addressee[];
      left: Addressee[];
    }
  | {
      kind: 'step-submitted';
      step: StepRef;
      round: number;
      evidence: EvidenceGiven;
      happenedOn: Day | null;
      inTime: boolean | null;
      submittedOn: Day;
      seat: SeatKey;
      acceptor: Addressee;
      acceptanceDueOn: Day;
      /** Nothing was handed in: the city asks to be let off the step. */
      waiver?: WaiverAsked;
    }
  | {
      kind: 'step-accepted';
      step: StepRef;
      round: number;
      comment?: TextRef;
      to: Addressee | null;
      /** Those who only look on, and are told what was accepted. */
      onlookers?: Addressee[];
      happenedOn: Day | null;
    }
  /** `waiver`: what is returned is the wish to be let off the step. */
  | {
      kind: 'step-returned';
      step: StepRef;
      round: number;
      comment: TextRef;
      to: Addressee;
      dueOn: Day | null;
      waiver?: true;
    }
  /** Sent back to an earlier step: this one waits again. The earlier one's reopening follows as its own fact. */
  | { kind: 'step-sent-back'; step: StepRef; round: number; comment: TextRef; backTo: StepKey; to: Addressee }
  | {
      kind: 'step-completed';
      step: StepRef;
      happenedOn: Day | null;
      presumed: boolean;
      reason?: TextRef;
      items?: string[];
    }
  /** `granted`: the city had asked for it, and is told. */
  | {
      kind: 'step-waived';
      step: StepRef;
      reason: TextRef;
      proof?: TextRef;
      happenedOn: Day;
      granted?: { round: number; to: Addressee; comment?: TextRef };
    }
  | { kind: 'step-skipped'; step: StepRef; reason: TextRef; happenedOn: Day }
  | {
      kind: 'step-reopened';
      step: StepRef;
      round: number;
      reason: TextRef;
      dueOn: Day | null;
      /** The day by rule had passed: `dueOn` stands in its place, and rules no longer move it. */
      extended?: boolean;
      happenedOn: Day;
      owner: Addressee;
      tell: boolean;
    }
  /** `told`: it is open, so that the new owner hears of it, and letters to the former one do not go. */
  | {
      kind: 'step-reassigned';
      step: StepRef;
      round: number;
      seat: SeatKey;
      previous: SeatKey;
      reason: TextRef;
      told?: { from: Addressee; to: Addressee };
    }
  /** The journey goes on there; what was skipped for it, and its opening, follow as facts of their own. */
  | { kind: 'went-to-step'; step: StepRef; reason: TextRef }
  /** Its reopening follows, and what waits again because of it. */
  | { kind: 'restarted-from-step'; step: StepRef; reason: TextRef }
  | { kind: 'step-set-back'; step: StepRef; round: number; because: StepRef }
  /** `to`: who is asked. `answers`: questions that the author was asked about this step, by the number of their fact. */
  | {
      kind: 'step-commented';
      step: StepRef;
      comment: TextRef;
      audience: CommentAudience;
      to: Addressee[];
      answers: { seq: number; seat: SeatKey }[];
    }
  | { kind: 'held'; awaiting: TextRef; reason: TextRef; untilOn: Day }
  /** `ladders`: from which day those that had begun count on, by step. */
  | { kind: 'resumed'; reason: TextRef | null; heldWorkingDays: number; ladders?: Record<StepRef, Day> }
  | { kind: 'withdrawn'; reason: TextRef }
  | { kind: 'finished'; reason?: TextRef }
  /**
   * Goes on where it stood when `command` ended it: letters that the end kept from going go after all. `heldWorkingDays`
   * and `ladders` as of a hold; days that it was away on hold are told when that hold ends.
   */
  | {
      kind: 'readmitted';
      command: string;
      reason: TextRef;
      heldWorkingDays: number;
      ladders?: Record<StepRef, Day>;
    }
  /**
   * `told`: whose dates moved, one letter a person. It goes at `tellAt`, the next working morning: by then all cities
   * that take the same calendar have taken it, and whoever works for several hears of them together.
   */
  | { kind: 'calendar-adopted'; hash: string; reason: TextRef; told?: DatesTold[]; tellAt?: Instant }
  /** `steps`: those that the version has under another name, or lacks; absent where each stays what it is. */
  | { kind: 'definition-adopted'; hash: string; reason: TextRef; steps?: MovedStep[] }
  /** An act was taken back; what it had replaced is remembered in the state, so the fact names no more than its command. */
  | { kind: 'act-undone'; command: string; reason: TextRef }
  /** `threshold`: working (or calendar) days from the due day, '-3', '0', '+4'. Facts that the clock produces. */
  | { kind: 'reminder-fell-due'; step: StepRef; round: number; threshold: string; dueOn: Day; to: Addressee }
  | ToldOfDelay<'overdue-fell-due'>
  | ToldOfDelay<'acceptance-reminder-fell-due'>
  | LadderFact;

/** `afresh`: their contact was mended; the ladder counts from this letter's delivery, and waits for it since `afresh`. */
interface ToldOfDelay<K extends string> {
  kind: K;
  step: StepRef;
  round: number;
  threshold: string;
  dueOn: Day;
  to: Addressee;
  afresh?: Day;
}

export type FactKind = FactBody['kind'];

export interface FactStamp {
  /** 1, 2, 3 … without a gap within a journey. */
  seq: number;
  recordedAt: Instant;
  by: PersonId | null;
  onBehalfOf: PersonId | null;
  commandId: string;
  commandHash: string;
}

export type Fact = FactBody & FactStamp;
