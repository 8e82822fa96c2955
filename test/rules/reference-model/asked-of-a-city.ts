import fc from 'fast-check';
import { NAMES, SEATS, type CitySeat, type Reminded, type Version } from './four-steps';
import type { ModelAct, StepAct } from './model-act';
import { mayAct } from './may-act';
import type { Paper } from './paper';
import type { Weekday } from './weekdays';

/** Some weekdays after what was asked before: the first of these that may be done; one alone is asked for in any case. Days count from then. */
export interface Attempt {
  afterDays: number;
  oneOf: ModelAct[];
}

const step = fc.constantFrom(...NAMES);
const seat = fc.constantFrom<CitySeat>('officer', 'secretary');
const person = fc.constantFrom('p-officer', 'p-second', 'p-third');
const reminded = fc.constantFrom<Reminded>({ before: [5, 2], after: [1] }, { before: [0], after: [1, 2, 3] });

type Simple = Exclude<StepAct['kind'], 'reassign' | 'agree-date' | 'acknowledge'>;

const kind = <Kind extends ModelAct['kind']>(...kinds: Kind[]) => fc.constantFrom(...kinds);

/** How often each is asked for. */
const acts: [number, fc.Arbitrary<ModelAct>][] = [
  [8, fc.record({ kind: kind<Simple>('submit', 'accept'), step })],
  [8, fc.record({ kind: kind<Simple>('return', 'complete', 'skip', 'reopen', 'go-to', 'restart-from'), step })],
  [2, fc.record({ kind: kind<Simple>('ask-waiver', 'waive', 'comment'), step })],
  [2, fc.record({ kind: kind('reassign'), step, seat: fc.constantFrom(...SEATS) })],
  [2, fc.record({ kind: kind('agree-date'), step, dueOn: fc.nat(25) })],
  [2, fc.record({ kind: kind('acknowledge'), step, untilOn: fc.nat(15) })],
  [2, fc.record({ kind: kind('hold'), untilOn: fc.integer({ min: 1, max: 20 }) })],
  [2, fc.record({ kind: kind('resume') })],
  [4, fc.record({ kind: kind('readmit') })],
  [1, fc.record({ kind: kind('withdraw', 'finish') })],
  [2, fc.record({ kind: kind('appoint', 'hand-over'), seat, person })],
  [1, fc.record({ kind: kind('vacate'), seat })],
  [1, fc.record({ kind: kind('name-liaison'), seat, person: fc.option(person, { nil: null }) })],
  [3, fc.record({ kind: kind('adopt-definition'), version: fc.constantFrom<Version>(1, 2, 2, 3, 3) })],
  [
    2,
    fc.record({
      kind: kind('set-cadence'),
      step: fc.option(step, { nil: null }),
      reminded: fc.option(reminded, { nil: null }),
    }),
  ],
  [2, fc.record({ kind: kind('adopt-calendar'), offOn: fc.integer({ min: 1, max: 12 }) })],
  [8, fc.record({ kind: kind('undo'), back: fc.nat(2) })],
];

const act = fc.oneof(...acts.map(([weight, arbitrary]) => ({ weight, arbitrary })));

/** What is asked of a city, one thing after the other. */
export const attempts: fc.Arbitrary<Attempt[]> = fc.array(
  fc.record({
    afterDays: fc.oneof(fc.constant(0), fc.nat(1), fc.nat(9)),
    oneOf: fc.array(act, { minLength: 1, maxLength: 3, size: 'max' }),
  }),
  { maxLength: 20, size: 'max' },
);

/** What is asked of a city as it stands. */
export function askedOf(paper: Paper, { oneOf }: Attempt): ModelAct {
  const asked = oneOf.map((act) => askedOn(act, paper.today));
  const [first = { kind: 'resume' }] = asked;
  const sensible = asked.length === 1 ? [] : asked.flatMap(orElse);
  return sensible.find((act) => mayAct(paper, act)) ?? first;
}

/** The same upon another step, or taking an earlier act back. */
function orElse(act: ModelAct): ModelAct[] {
  if (act.kind === 'undo') return [0, 1, 2, 3].map((earlier) => ({ ...act, back: act.back + earlier }));
  if (!('step' in act) || act.step === null) return [act];
  const from = NAMES.indexOf(act.step);
  return [...NAMES.slice(from), ...NAMES.slice(0, from)].map((step) => ({ ...act, step }));
}

/** The same act with days that count from the first day of all. */
function askedOn(act: ModelAct, today: Weekday): ModelAct {
  switch (act.kind) {
    case 'agree-date':
      return { ...act, dueOn: today + act.dueOn };
    case 'hold':
    case 'acknowledge':
      return { ...act, untilOn: today + act.untilOn };
    case 'adopt-calendar':
      return { ...act, offOn: today + act.offOn };
    default:
      return act;
  }
}
