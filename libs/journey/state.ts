import type { Day, Instant } from '@citypath/calendar';
import type { SeatKey, StepKey } from './grammar';
import type { Addressee } from './addressee';
import type { CommentAudience } from './fact';
import type { ContactState, LadderState, OwnCadence } from './ladder/ladder-state';
import type { JourneyId, PersonId, StepRef, TextRef, WaiverAsked } from './ids';
import type { StepsMoved } from './step-mapping/moved-step';

export type JourneyStatus = 'unborn' | 'active' | 'on-hold' | 'completed' | 'withdrawn';
export type StepStatus = 'waiting' | 'open' | 'submitted' | 'done' | 'skipped' | 'waived';

/** What a journey is, folded from its facts. Plain JSON: it is carried through continue-as-new and kept in the read model. */
export interface JourneyState {
  format: 1;
  journeyId: JourneyId;
  city: string;
  programme: string;
  status: JourneyStatus;
  /** Sequence number of the last fact. */
  head: number;
  definitionHash: string;
  calendarHash: string;
  joinedOn: Day | null;
  joinedAt: Instant | null;
  takeover: boolean;
  /** Its dates are planned by the platform, not reported by the city; absent where they are the city's. */
  demonstration?: true;
  seats: Record<SeatKey, SeatState>;
  /** Only steps that were ever opened or settled; all others are waiting. */
  steps: Record<StepRef, StepState>;
  hold: HoldState | null;
  heldWorkingDays: number;
  /** The commands of the last 24 hours, so that a repeated one is nothing new across runs. */
  recentCommands: { id: string; hash: string; at: Instant }[];
  /** Whom letters do not reach; absent where that never happened. */
  contacts?: ContactState[];
  /** Absent where the city goes by the programme's cadence. */
  cadence?: OwnCadence;
  /** Asked in comments and not answered yet; absent where nothing was ever asked. */
  questions?: QuestionState[];
  /** How it ended; absent while it goes on. */
  ended?: EndedState;
  /** Acts of the last 24 hours that can be taken back; absent where there is none. */
  undoables?: UndoableAct[];
  /** Steps that versions of the programme renamed or dropped, in order; absent where none did. */
  moved?: StepsMoved[];
}

/** A question that waits for somebody of the seat, whoever sits there by then. */
export interface QuestionState {
  /** Of the fact that asked it. */
  seq: number;
  step: StepRef;
  comment: TextRef;
  audience: CommentAudience;
  by: PersonId | null;
  to: Addressee;
  askedAt: Instant;
}

export interface SeatState {
  holder: PersonId | null;
  liaison: PersonId | null;
  /** First day in the seat; null: not known. */
  fromOn: Day | null;
  /** The vacancy has been told since the seat fell vacant. */
  vacancyTold: boolean;
}

export interface MeetingState {
  /** Null: its day was taken back, or it was called off. */
  on: Day | null;
  /** 'HH:MM' in the city's zone; absent: the whole day. */
  time?: string;
  place?: TextRef;
  /** How often it was changed: a newer invitation has a greater number. */
  sequence: number;
  guests: GuestState[];
}

export interface GuestState extends Addressee {
  /** The fact by which they were last invited. */
  seq: number;
}

export interface HoldState {
  sinceAt: Instant;
  untilOn: Day;
  awaiting: TextRef;
  reason: TextRef;
}

/** What it takes to go on after the end. */
export interface EndedState {
  at: Instant;
  /** The command that ended it. */
  command: string;
  /** The hold that it was on. */
  hold?: HoldState;
  /** Meetings that had a day. */
  meetings?: Record<StepRef, MeetingState>;
}

export interface StepState {
  ref: StepRef;
  step: StepKey;
  occurrence: string | null;
  /** A name for the occurrence, where it comes from a list. */
  title?: string;
  status: StepStatus;
  /** 1 for the first time it is open; each return or reopening adds one. */
  round: number;
  openedOn: Day | null;
  /** The baseline, as first planned: never moves once set. */
  baselineOn: Day | null;
  /** As last agreed; overdue is measured against it. Null: to be confirmed. */
  dueOn: Day | null;
  /** The due day was planned by the platform, not agreed with the city. */
  planned: boolean;
  /** The day was agreed by people; rules (a late anchor) no longer move it. */
  agreed: boolean;
  /** Working days that holds have added to the rule's date. */
  heldWorkingDays: number;
  /** The seat that it was given to; absent where it is that of the programme's definition. */
  responsible?: SeatKey;
  /** The day of its event; of an appointment step the first day in post. */
  eventOn: Day | null;
  /** The meeting that was last called for it, and who is invited; absent where nobody ever was. */
  meeting?: MeetingState;
  submittedAt: Instant | null;
  submittedOn: Day | null;
  submittedBy: PersonId | null;
  submittedSeat: SeatKey | null;
  acceptanceDueOn: Day | null;
  acceptanceHeldWorkingDays: number;
  /** The day it happened; null with status done: the day is not known. */
  doneOn: Day | null;
  presumed: boolean;
  settledAt: Instant | null;
  items?: string[];
  /** What waits to be accepted is the wish to be let off. Null: it was one before. */
  waiver?: WaiverAsked | null;
  /** Thresholds to the holder (or the acceptor) up to here are told or left out. Null: none yet, tell the newest passed one. */
  toldUntilAt: Instant | null;
  /** The same for rungs. */
  rungToldUntilAt: Instant | null;
  ladder?: LadderState;
  /** How often a ladder was armed for a due day that was moved since: should that day come back, its letters are others. */
  armedBefore?: Record<Day, number>;
  /** The greatest round that ever was, where an act that began it was taken back. */
  lastRound?: number;
}

/** An act of the last 24 hours that may be taken back, with what it replaced and nothing else. */
export interface UndoableAct {
  commandId: string;
  /** Of its first fact. */
  seq: number;
  at: Instant;
  steps: Record<StepRef, FormerStep>;
  journey: FormerJourney;
  /** Questions that were dropped because their step was settled. */
  questions?: QuestionState[];
  /** The command after which it can be taken back no more, until that one is taken back itself. Of several one that cannot be. */
  overtakenBy?: string;
  /** It was taken back: what it replaced is kept no longer. */
  undone?: true;
}

/** Of a step that an act changed, the former values of what it changed. */
export interface FormerStep {
  was: Partial<StepState>;
  /** What the step did not have before. */
  without?: (keyof StepState)[];
}

/** Of the journey as a whole, the former values of what an act changed; `cadence: null`: the programme's. */
export interface FormerJourney {
  status?: JourneyStatus;
  hold?: HoldState | null;
  heldWorkingDays?: number;
  cadence?: OwnCadence | null;
}
