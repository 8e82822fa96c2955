import type { Instant } from '@citypath/calendar';
import type {
  Command,
  CommandStamp,
  Fact,
  JourneyId,
  JourneyState,
  PersonId,
  Refusal,
  RuleContext,
} from '@citypath/journey';
import type { HoldReason } from '../hold-reason';
import type { LetterAtHand, ProgrammeSeats } from '../letter-at-hand';
import type { LetterToReport } from '../morning-report';
import type { Recipient } from '../recipient';
import type { Suppression } from '../suppression';

/** A journey as it stands now, with those who hold the seats of its programme. */
export interface JourneyAhead {
  context: RuleContext;
  state: JourneyState;
  programmeSeats: ProgrammeSeats;
}

/** What the days ahead begin with. */
export interface Today {
  now: Instant;
  journeys: readonly JourneyAhead[];
  /** A person as the post rules know one, with the calendar that counts for a letter of this journey; null: not known. */
  recipient: (person: PersonId, journey: JourneyAhead) => Recipient | null;
  /** Letters of the ledger that wait: due, or held until an instant. `command`: the act that caused them. */
  waiting: readonly { letter: LetterAtHand; notBeforeAt: Instant | null; command?: string }[];
  /** Letters of the ledger that an act kept from going, where that act may be taken back; absent: none is looked for. */
  ended?: readonly { letter: LetterAtHand; endedBy: string }[];
  /** Letters of the ledger that the post has not reported on. */
  unreported: readonly LetterToReport[];
  /** Coming letters that somebody has skipped: `letterKey` of each. */
  skipped: ReadonlySet<string>;
}

/** One letter of the days ahead, and what the post rules will make of it. */
export interface ForetoldLetter {
  letter: LetterAtHand;
  /** The fact that will cause it, and the journey as it will be when that is decided; null: it stands in the ledger. */
  cause: { fact: Fact; journey: JourneyAhead } | null;
  /** Who gets it in the end, or would have got it; null: nobody. */
  to: PersonId | null;
  fate: Fate;
  /** Why it waited before, in order of time. */
  held: { at: Instant; untilAt: Instant; reason: HoldReason }[];
}

/** Every journey as it will stand at one moment. */
export type Surroundings = ReadonlyMap<JourneyId, JourneyAhead>;

/** Of a letter that goes, `among` is what its words are written from. */
export type Fate =
  /** A message of its own. */
  | { kind: 'goes'; at: Instant; among: Surroundings }
  /** In the digest that the letter `carriedBy` carries, which may be this one. */
  | { kind: 'digest'; at: Instant; carriedBy: string; among: Surroundings }
  /** A newer letter says it. */
  | { kind: 'merged'; at: Instant; into: string }
  | { kind: 'suppressed'; at: Instant; reason: Suppression }
  | { kind: 'cancelled'; at: Instant; reason: string }
  | { kind: 'skipped'; at: Instant }
  /** Still held on the last day that was asked for. */
  | { kind: 'waits' };

/** Something that somebody does to a journey now. */
export interface ActNow {
  journeyId: JourneyId;
  command: Command;
  stamp: Omit<CommandStamp, 'now'>;
  /** Others are done with it at once: their letters go together. */
  together?: true;
}

/** Something that somebody will do to a journey. */
export interface ActAhead extends ActNow {
  at: Instant;
}

/** What an act does at once: its facts, and the journey after it. */
export type ActDone =
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'foretold'; facts: readonly Fact[]; state: JourneyState; context: RuleContext };

/** The days after an act, or why it would be refused. */
export type ForetoldAct =
  Extract<ActDone, { kind: 'refused' }> | (Extract<ActDone, { kind: 'foretold' }> & { letters: ForetoldLetter[] });

/** The days with several acts: what each did, up to the one that would be refused. */
export type ForetoldActs = { done: Extract<ActDone, { kind: 'foretold' }>[] } & (
  Extract<ActDone, { kind: 'refused' }> | { kind: 'foretold'; letters: ForetoldLetter[] }
);
