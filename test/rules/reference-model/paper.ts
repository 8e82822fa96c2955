import {
  ANSWERED_WITHIN,
  NAMES,
  STAND_INS,
  VERSIONS,
  type CitySeat,
  type Reminded,
  type SeatName,
  type StepName,
  type Version,
} from './four-steps';
import { later, type Weekday } from './weekdays';

export interface ModelStep {
  status: 'waiting' | 'open' | 'submitted' | 'done' | 'skipped' | 'waived';
  openedOn: Weekday;
  dueOn: Weekday | null;
  /** As first planned. */
  baselineOn: Weekday | null;
  /** People gave it its day: nothing counts it anew. */
  agreed: boolean;
  /** Working days that were given back to it. */
  held: number;
  submittedOn: Weekday;
  /** By when what was handed in is answered. */
  answerOn: Weekday | null;
  answerHeld: number;
  /** What was handed in is the wish to be let off. */
  wish: boolean;
  /** To whom it was given; null: whose it is by the programme. */
  seat: SeatName | null;
  /** Until when somebody said that they own it. */
  ownedUntilOn: Weekday | null;
  /** Since when whoever has it has had it in this round. */
  sinceOn: Weekday;
  /** Reminders up to then have had their morning; a fraction is of its day. */
  heardUntil: number;
  /** Which time of its own it is in. */
  round: number;
  /** How often it was begun, also where that was taken back. */
  rounds: number;
  /** How often when it was last let go: should it come back, it is another one. */
  roundsBefore: number;
}

/** An act that was done, with what it replaced. */
export interface DoneAct {
  on: Weekday;
  mayComeBack: boolean;
  was: Partial<Record<StepName, Partial<ModelStep>>>;
  journey: Partial<Pick<Paper, 'hold' | 'ended' | 'cadence'>>;
  /** Later acts that changed the same; 'clock': it happened by itself. */
  overtakenBy: (DoneAct | 'clock')[];
  undone: boolean;
}

/** All that is written on the sheet of paper. */
export interface Paper {
  today: Weekday;
  off: Set<Weekday>;
  version: Version;
  /** Names that a step had and has no more: they are no other step's. */
  formerNames: string[];
  steps: Record<StepName, ModelStep>;
  seats: Record<CitySeat, { holder: string | null; liaison: string | null }>;
  hold: { sinceOn: Weekday; untilOn: Weekday } | null;
  /** For so many days clocks stood still that were given back. */
  stood: number;
  ended: { on: Weekday } | null;
  cadence: { all?: Reminded; steps: Partial<Record<StepName, Reminded>> } | null;
  acts: DoneAct[];
}

/** The moment of today at which people act: its morning lies behind, and each act comes after the one before. */
export function now({ today, acts }: Paper): number {
  return today + 0.5 + acts.length / 1000;
}

export const BLANK: ModelStep = {
  status: 'waiting',
  openedOn: 0,
  dueOn: null,
  baselineOn: null,
  agreed: false,
  held: 0,
  submittedOn: 0,
  answerOn: null,
  answerHeld: 0,
  wish: false,
  seat: null,
  ownedUntilOn: null,
  sinceOn: 0,
  heardUntil: 0,
  round: 0,
  rounds: 0,
  roundsBefore: 0,
};

export function isIn({ version }: Paper, name: StepName): boolean {
  return VERSIONS[version].steps[name] !== undefined;
}

/** The steps of the programme as the city has it. */
export function namesOf(paper: Paper): StepName[] {
  return NAMES.filter((name) => isIn(paper, name));
}

export function isSettled({ steps }: Paper, name: StepName): boolean {
  return ['done', 'skipped', 'waived'].includes(steps[name].status);
}

export function needsOf({ version }: Paper, name: StepName): StepName[] {
  return VERSIONS[version].steps[name]?.needs ?? [];
}

export function needsAreMet(paper: Paper, name: StepName): boolean {
  return needsOf(paper, name).every((needed) => isSettled(paper, needed));
}

/** Who sits in a seat, or does its office work while nobody does. */
export function personIn({ seats }: Paper, seat: SeatName): string | null {
  return seat === 'manager' ? 'p-manager' : (seats[seat].holder ?? seats[seat].liaison);
}

export function ownerOf(paper: Paper, name: StepName): { seat: SeatName; person: string } {
  for (const seat of [paper.steps[name].seat ?? 'officer', ...STAND_INS]) {
    const person = personIn(paper, seat);
    if (person !== null) return { seat, person };
  }
  throw new Error('The manager is always there.');
}

/** The day of a step as the programme counts it, with what was given back. */
export function countedDay({ version, off, steps }: Paper, name: StepName): Weekday {
  const { openedOn, held } = steps[name];
  return later(off, openedOn, (VERSIONS[version].steps[name]?.takes ?? 0) + held);
}

/** What follows by itself: steps open, and days are what the programme and the days off make of them. */
export function putInOrder(paper: Paper): void {
  for (const name of namesOf(paper)) {
    const step = paper.steps[name];
    if (step.status === 'waiting' && needsAreMet(paper, name)) open(paper, name);
    if (step.status === 'open' && !step.agreed) count(paper, name);
    if (step.status === 'open') step.baselineOn ??= step.dueOn;
    if (step.status === 'submitted')
      step.answerOn = later(paper.off, step.submittedOn, ANSWERED_WITHIN + step.answerHeld);
  }
}

function count(paper: Paper, name: StepName): void {
  const step = paper.steps[name];
  const dueOn = countedDay(paper, name);
  // Whoever owned it until a day is not asked for it before: their word is over.
  if (step.dueOn !== dueOn && step.ownedUntilOn !== null && dueOn >= step.ownedUntilOn) step.ownedUntilOn = null;
  step.dueOn = dueOn;
}

/** Somebody has the step, from today on; what was said of it before is over. */
export function begin(paper: Paper, name: StepName, status: 'open' | 'submitted'): void {
  Object.assign(paper.steps[name], {
    ...NOTHING_HANDED_IN,
    status,
    ownedUntilOn: null,
    sinceOn: paper.today,
    heardUntil: now(paper),
  });
}

const NOTHING_HANDED_IN = { answerOn: null, answerHeld: 0, wish: false } satisfies Partial<ModelStep>;

/** For another round, with all its days. */
export function open(paper: Paper, name: StepName): void {
  const step = paper.steps[name];
  begin(paper, name, 'open');
  Object.assign(step, { openedOn: paper.today, agreed: false, held: 0 });
  nextRound(step);
}

export function nextRound(step: ModelStep): void {
  step.rounds += 1;
  step.round = step.rounds;
}

export function setBack({ steps }: Paper, name: StepName): void {
  const none = { ...NOTHING_HANDED_IN, dueOn: null, agreed: false, held: 0, ownedUntilOn: null };
  Object.assign(steps[name], { status: 'waiting', ...none });
}
