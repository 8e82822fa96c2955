import type { Day } from '@citypath/calendar';
import type { Cadence, SeatKey } from '../grammar';
import type { PersonId, StepRef, TextRef } from '../ids';
import type { LetterKind } from '../letter';

/** What is asked about who is told of a delay, and when. */
export type LadderCommand =
  | PostReportedCommand
  /** The owner of a running step says "I own it until that day": the ladder holds, and silence afterwards arms it anew. */
  | { kind: 'acknowledge'; step: StepRef; untilOn: Day; note?: TextRef }
  /** Lets the prepared letter go; `words` stand in place of its own where the manager edited it. */
  | { kind: 'release-rung'; step: StepRef; words?: TextRef }
  /** The prepared letter does not go; the ladder goes on, counted from today. */
  | { kind: 'decline-rung'; step: StepRef; reason: TextRef }
  /** The city's own cadence for a step (all occurrences, where the ref names none) or, null, for all; `cadence: null` takes it back. */
  | { kind: 'set-cadence'; step: StepRef | null; cadence: Cadence | null; reason?: TextRef };

/**
 * What became of the letters of a journey: given by the courier, one command a journey a morning, never by a person.
 * It is never refused; what is known already, or was never asked, changes nothing. A letter that is held, in the post,
 * or whose outcome is unknown is not reported yet: until it is, its ladder waits (`steps[].ladder.awaiting`).
 */
export interface PostReportedCommand {
  kind: 'post-reported';
  outcomes: ReportedOutcome[];
  /** Whose address was corrected, or was reached again, since the last report; in the seat in which the journey knows them. */
  mended: { seat: SeatKey; person: PersonId }[];
}

/** One letter, named as `LetterDue` names it. */
export interface ReportedOutcome {
  /** The fact that caused the letter. */
  seq: number;
  step: StepRef | null;
  round: number;
  kind: LetterKind;
  seat: SeatKey;
  /** As in the letter: null for a programme's seat, whoever held it. */
  holder: PersonId | null;
  /**
   * `nobody-there`: the seat is empty, the person has no address or was erased. `absent`: on leave with a substitute.
   * `kept-back`: a person skipped it, and its ladder goes on as if it had arrived. `not-sent`: it was taken back before
   * it went (a hold, a date that moved), and is told once more if it is still true.
   */
  outcome: 'delivered' | 'bounced' | 'nobody-there' | 'absent' | 'kept-back' | 'not-sent';
  /** The city's day on which it was delivered, came back, or found nobody. */
  on: Day;
}
