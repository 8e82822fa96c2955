import type { Day, Instant } from '@citypath/calendar';
import type { Addressee } from '../addressee';
import type { Cadence, SeatKey } from '../grammar';
import type { PersonId, StepRef, TextRef } from '../ids';
import type { ReportedOutcome } from './ladder-command';

/** A rung as its facts name it. */
export interface RungTold {
  step: StepRef;
  round: number;
  /** Working days from the due day (or from submission), as if each rung had been delivered on its day: '+3', '+10'; '+3.2' where the ladder was armed a second time. */
  threshold: string;
  dueOn: Day;
  /** Counted from 0 over all rungs and repeats. Absent in facts of before: the next one. */
  rung?: number;
  /** The city's day on which it was reached. */
  on?: Day;
  /** Nothing follows: the end of the ladder, and an urgent letter. */
  lastRung?: true;
  /** Who has the step. */
  about: Addressee;
}

type RungReached = RungTold & { to: Addressee; words?: TextRef; released?: true };

/** Facts of the ladder: who is told of a delay, what became of it, and the city's own cadence. */
export type LadderFact =
  /** `words`, `released`: the letter was prepared, and a person let it go, with words of their own. */
  | (RungReached & { kind: 'rung-reached' })
  | (RungReached & { kind: 'acceptance-rung-reached' })
  /** Nobody writes over a city's leadership by machine: `to` releases, edits or declines what would go to `reaches`. */
  | (RungTold & { kind: 'rung-prepared'; to: Addressee; reaches: Addressee })
  /** Two working days of silence after it was prepared: `to` (the director) is told. */
  | (RungTold & { kind: 'rung-left-unreleased'; to: Addressee; reaches: Addressee })
  | (RungTold & { kind: 'rung-declined'; reaches: Addressee; reason: TextRef })
  /** Nobody was reached there: the next rung is reached at once, and `to` is told. */
  | (RungTold & { kind: 'rung-passed-over'; passed: Addressee; why: PassedOver; to: Addressee })
  /** What the post reported, as far as a ladder waited for it. */
  | { kind: 'post-reported'; outcomes: ReportedOutcome[] }
  /** Letters do not reach who sits there: nothing climbs over them, and `to` is asked to mend it. */
  | {
      kind: 'contact-lost';
      seat: SeatKey;
      person: PersonId | null;
      why: 'bounced' | 'nobody-there';
      on: Day;
      /** The fact whose letter showed it. */
      letterSeq: number;
      to: Addressee;
    }
  | { kind: 'contact-mended'; seat: SeatKey; person: PersonId | null; on: Day }
  /** `quietUntilAt`: the end of that day in the city; until then nothing more is told of the delay. */
  | {
      kind: 'step-acknowledged';
      step: StepRef;
      round: number;
      untilOn: Day;
      on: Day;
      quietUntilAt: Instant;
      seat: SeatKey;
      note?: TextRef;
    }
  /** `of`: a step, all occurrences of one (its key), or null: every step. */
  | { kind: 'cadence-set'; of: StepRef | null; cadence: Cadence | null; reason?: TextRef };

/** Why a rung was passed over: a city's seat that nobody holds; a programme's seat that nobody holds, or somebody without an address; leave; an address that refuses letters. */
export type PassedOver = 'vacant' | 'empty' | 'absent' | 'bounced';
