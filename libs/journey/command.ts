import type { CalendarData, Day, Instant } from '@citypath/calendar';
import type { EvidenceGiven } from './evidence';
import type { Addressee } from './addressee';
import type { CommentAudience } from './fact';
import type { ProgrammeDefinition, SeatKey, StepKey } from './grammar';
import type { PersonId, StepRef, TextRef, WaiverAsked } from './ids';
import type { LadderCommand } from './ladder/ladder-command';
import type { StepMapping } from './step-mapping/moved-step';

/** What somebody wants of a journey. `decide` answers each with facts or a named refusal. */
export type Command =
  | JoinCommand
  | { kind: 'appoint'; seat: SeatKey; person: PersonId; liaison?: PersonId | null; fromOn: Day | null }
  | { kind: 'hand-over'; seat: SeatKey; person: PersonId; fromOn: Day | null }
  | { kind: 'vacate'; seat: SeatKey; on: Day }
  | { kind: 'name-liaison'; seat: SeatKey; person: PersonId | null }
  /** Schedules an event, or moves it; `on: null` takes its day back to "to be confirmed". */
  | { kind: 'schedule-event'; step: StepRef; on: Day | null; time?: string; place?: TextRef }
  /** `waiver`: asks to be let off the step; it stands in place of the evidence, which is then empty. */
  | { kind: 'submit'; step: StepRef; evidence: EvidenceGiven; happenedOn?: Day | null; waiver?: WaiverAsked }
  | { kind: 'accept'; step: StepRef; comment?: TextRef }
  /** Sends a submitted step back to its responsible seat, or (`to`) back to an earlier step of its loop. */
  | { kind: 'return'; step: StepRef; comment: TextRef; to?: StepKey }
  /** Records a step as done without a submission. `happenedOn: null` means: the day is not known. */
  | { kind: 'complete'; step: StepRef; happenedOn: Day | null; reason?: TextRef; items?: string[] }
  | { kind: 'waive'; step: StepRef; reason: TextRef; proof?: TextRef }
  | { kind: 'skip'; step: StepRef; reason: TextRef }
  | { kind: 'reopen'; step: StepRef; reason: TextRef }
  /** Gives a step to another seat than the programme's. */
  | { kind: 'reassign'; step: StepRef; seat: SeatKey; reason: TextRef }
  | CommentCommand
  | LadderCommand
  /** `planned` marks a date that was planned by the platform and not agreed with the city. */
  | { kind: 'agree-date'; step: StepRef; dueOn: Day; reason: TextRef; planned?: boolean }
  | { kind: 'hold'; awaiting: TextRef; reason: TextRef; untilOn: Day }
  | { kind: 'resume'; reason: TextRef }
  | { kind: 'withdraw'; reason: TextRef }
  | { kind: 'finish'; reason?: TextRef }
  /** A city that withdrew, or whose journey was finished, goes on where it stood. */
  | { kind: 'readmit'; reason: TextRef }
  | { kind: 'adopt-calendar'; hash: string; calendar: CalendarData; reason: TextRef }
  | AdoptDefinitionCommand
  /** Goes on at a step: what it needs and is not settled is skipped. */
  | { kind: 'go-to'; step: StepRef; reason: TextRef }
  /** Wants a step for another round; what was built on it waits again. */
  | { kind: 'restart-from'; step: StepRef; reason: TextRef }
  /** Takes an act of the last 24 hours back. `act`: the id of its command. */
  | { kind: 'undo'; act: string; reason: TextRef }
  | { kind: 'clock-struck' };

export type CommandKind = Command['kind'];

/** Says something about a step. Who is mentioned is asked a question: a letter, until somebody of that seat answers. */
export interface CommentCommand {
  kind: 'comment';
  step: StepRef;
  comment: TextRef;
  audience: CommentAudience;
  /** In the seats that they hold here; of a programme's seat the holder is null. */
  mentions: Addressee[];
  /** The programme's seats that the author holds. Those of the city stand in the state. */
  as: SeatKey[];
}

/** Goes on by another version of the programme. */
export interface AdoptDefinitionCommand {
  kind: 'adopt-definition';
  hash: string;
  definition: ProgrammeDefinition;
  reason: TextRef;
  /** What becomes of steps that the version lacks. */
  steps?: StepMapping;
  /** Steps of which the records keep what no state knows: comments, papers, drafts, what was decided on prepared letters. They are not let go. */
  holding?: StepKey[];
}

export interface JoinCommand {
  kind: 'join';
  city: string;
  programme: string;
  definitionHash: string;
  calendarHash: string;
  /** `null`: the city joined, but the day is not known. */
  joinedOn: Day | null;
  /** A running city is taken over: what is done is told, no letters about steps that were open already. */
  takeover: boolean;
  /** A city to look at, whose dates the platform plans: every page and letter says so. */
  demonstration?: boolean;
  seats: { seat: SeatKey; person: PersonId | null; liaison?: PersonId | null; fromOn: Day | null }[];
  done: { step: StepKey; happenedOn: Day | null; presumed?: boolean; items?: string[]; reason?: TextRef }[];
}

/** Who gave a command, when, and under which id; `hash` is the hash of the command's body. */
export interface CommandStamp {
  id: string;
  hash: string;
  by: PersonId | null;
  /** The holder of the seat on whose behalf a liaison or the programme acted. */
  onBehalfOf: PersonId | null;
  now: Instant;
}
