import type { Day } from '@citypath/calendar';
import type { Addressee } from '../addressee';
import type { Cadence, SeatKey } from '../grammar';
import type { PersonId, StepRef } from '../ids';

/** Where the ladder of a running step stands. Absent: nothing has climbed yet, the first rung counts from the due day. */
export interface LadderState {
  /** The next rung, counted from 0 over all rungs and repeats. */
  rung: number;
  /** From which day the next rung counts: the last delivery, a refusal to release, the end of an acknowledgement. Null: the due day. */
  fromOn: Day | null;
  /** The rung before was passed over: the next one is reached at once. */
  atOnce?: true;
  /** How often it was armed; absent: once. Keeps letters of a second count apart from those of the first. */
  arming?: number;
  /** A letter that went and of which the post has not reported: nothing climbs. `owner`: told anew after a lost contact. */
  awaiting?: AwaitedLetter;
  /** A letter that waits to be released. */
  prepared?: PreparedRung;
  /** Somebody owns it until that day. Stays until the next arming, so that a broken word can be told. */
  acknowledged?: { untilOn: Day; on: Day; seat: SeatKey };
  /** Nothing follows by itself: since that day the end of the ladder is reached. */
  endedOn?: Day;
}

export interface AwaitedLetter {
  /** Of the fact that caused it. */
  seq: number;
  of: 'rung' | 'owner';
  seat: SeatKey;
  holder: PersonId | null;
  threshold: string;
  dueOn: Day;
  on: Day;
  lastRung: boolean;
}

export interface PreparedRung {
  /** Of the fact that prepared it. */
  seq: number;
  rung: number;
  threshold: string;
  dueOn: Day;
  on: Day;
  reaches: Addressee;
  about: Addressee;
  lastRung: boolean;
  /** The silence was told to the director. */
  left: boolean;
}

/** Somebody whom letters do not reach. */
export interface ContactState {
  seat: SeatKey;
  /** Null: of a programme's seat. */
  person: PersonId | null;
  why: 'bounced' | 'nobody-there';
  sinceOn: Day;
  /** The fact whose letter showed it. */
  letterSeq: number;
}

/** The city's own cadence, for all steps and for single ones. */
export interface OwnCadence {
  all?: Cadence;
  steps?: Record<StepRef, Cadence>;
}
