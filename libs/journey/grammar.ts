import type { Day, Text } from '@citypath/calendar';

/**
 * The grammar of a programme: what a definition may say. A definition is data; it is pinned by content
 * hash and travels with each journey, so nothing here may hold code.
 */
export interface ProgrammeDefinition {
  grammar: 1;
  key: string;
  version: number;
  title: Text;
  seats: SeatDefinition[];
  stages: StageDefinition[];
  /** Named combinations of steps that other steps may need. */
  milestones?: MilestoneDefinition[];
  steps: StepDefinition[];
  cadence: Cadence;
  escalation: EscalationPolicy;
  acceptance: AcceptanceRule;
  hold: { maxWorkingDays: number };
  /** The programme's last day, where it has one: no occurrence opens after it. */
  endsOn?: Day;
}

export type SeatKey = string;
export type StepKey = string;

export interface SeatDefinition {
  key: SeatKey;
  title: Text;
  /** A city's seat is held by a fact of the journey; a programme's seat is a people's record, resolved when a letter is sent. */
  of: 'city' | 'programme';
  /** Whose task it is to fill the seat when it falls vacant (told by the vacancy letter, besides the manager). */
  filledBy?: SeatKey;
  /** An office that may stand without a named person: empty is no vacancy, others simply act for it. */
  office?: boolean;
  /** A mayor's office, a Party secretary, a leadership group: no letter goes there over a city's head unless a person releases it. */
  leadership?: true;
  /** Sees, never acts: for example an evaluator who gets the quarterly reviews. */
  readOnly?: boolean;
}

export interface StageDefinition {
  key: string;
  title: Text;
}

export interface MilestoneDefinition {
  key: string;
  title: Text;
  needs: Needs;
}

/** A step's or milestone's key, or a combination of them. A need on a step with occurrences means every occurrence. */
export type Needs = string | { allOf: Needs[] } | { anyOf: Needs[] };

export type StepKind = 'document' | 'decision' | 'appointment' | 'event' | 'assessment' | 'period' | 'review';

export interface StepDefinition {
  key: StepKey;
  kind: StepKind;
  stage: string;
  title: Text;
  /** An optional step is asked for but never overdue: it gets no letters after its due day and no rungs. */
  optional?: boolean;
  responsible: SeatKey;
  accepts: SeatKey;
  contributors?: SeatKey[];
  /** Who acts, in order, while the responsible seat is vacant; must end at a programme seat. */
  whileVacant: SeatKey[];
  needs?: Needs;
  due: DueRule;
  evidence: EvidenceWanted[];
  /** The step may be waived, with a reason and (when `proof`) a document that proves it. */
  waiver?: { proof: boolean };
  /** Earlier steps that the accepting seat may send this one back to. */
  mayReturnTo?: StepKey[];
  repeats?: RepeatRule;
  /** One occurrence for each row of a list handed in with an earlier step. */
  perItem?: { step: StepKey; evidence: string };
  /** An appointment step fills this seat when it is submitted. */
  appoints?: SeatKey;
  cadence?: Cadence;
  escalation?: EscalationPolicy;
}

export type DayUnit = 'working-days' | 'calendar-days' | 'months';

export type DueRule =
  | { rule: 'after'; amount: number; unit: DayUnit; anchor: Anchor }
  | { rule: 'on'; day: Day }
  /** The day of the step's own event, to be confirmed until it is scheduled. */
  | { rule: 'event-day' }
  | { rule: 'before-quarter-end'; workingDays: number }
  | { rule: 'to-be-confirmed' };

/** `event`: the day of a step's event, or of an appointment step the first day in post. Without `step`: the step itself. */
export type Anchor =
  | { of: 'joining' }
  | { of: 'opening'; step?: StepKey }
  | { of: 'completion'; step: StepKey }
  | { of: 'event'; step: StepKey };

/**
 * `quarter`: an occurrence a calendar quarter ('2027-Q1') once `from` is settled. `year`: an occurrence a year,
 * counted from the completion of `from`. Both until `until` is settled, or until the programme ends.
 */
export interface RepeatRule {
  every: 'quarter' | 'year';
  from: StepKey;
  until?: StepKey;
}

export interface Cadence {
  /** Days before the due day, in descending order; 0 is the due day itself. */
  before: { unit: 'working-days' | 'calendar-days'; days: number[] };
  /** Working days after the due day, in ascending order; the last one is the cap. */
  afterWorkingDays: number[];
}

/** Who is told of a delay that lasts, one after the other. */
export interface EscalationPolicy {
  rungs: Rung[];
  /** After the last rung its seat is told again: so often, each time so many working days after the last delivery. */
  repeats?: { times: number; everyWorkingDays: number };
}

export interface Rung {
  /** Working days from the due day (or from submission) for the first rung, for each other from the last one's delivery. */
  afterWorkingDays: number;
  seat: SeatKey;
  /** `prepare`: the manager releases the letter. Absent: it goes by itself, unless the seat is of the city's leadership. */
  how?: 'send' | 'prepare';
}

/** The accepting seat's own clock, in working days from the day of submission. */
export interface AcceptanceRule extends EscalationPolicy {
  workingDays: number;
  remindOnWorkingDays: number[];
  /** Who accepts while a city's accepting seat is vacant: a programme seat. */
  whileVacant: SeatKey;
}

export type EvidenceWanted =
  | { key: string; kind: 'document'; title: Text; optional?: boolean }
  | { key: string; kind: 'form'; title: Text; optional?: boolean; fields: EvidenceField[] }
  | {
      key: string;
      kind: 'list';
      title: Text;
      optional?: boolean;
      columns: EvidenceField[];
      minRows: number;
      maxRows: number;
    }
  | { key: string; kind: 'decision'; title: Text; optional?: boolean; options: { key: string; title: Text }[] };

export type EvidenceField =
  | { key: string; type: 'text'; title: Text; optional?: boolean; maxLength?: number }
  | { key: string; type: 'day'; title: Text; optional?: boolean }
  | { key: string; type: 'number'; title: Text; optional?: boolean; min?: number; max?: number }
  | { key: string; type: 'choice'; title: Text; optional?: boolean; options: { key: string; title: Text }[] }
  | { key: string; type: 'person'; title: Text; optional?: boolean };
