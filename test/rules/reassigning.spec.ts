import type { Fact } from '@citypath/journey';
import { cancellations, ownerOf } from '@citypath/journey';
import { inWords, JourneyInHand } from '../support/journey-in-hand';

const untilWorkshop = ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'];
const REPORT = 'asw_report';

/** The report is due on 25 March, and is the officer's by the programme. */
function afterWorkshop(): JourneyInHand {
  return new JourneyInHand('2026-02-26')
    .join({
      seats: [
        { seat: 'cro', person: 'p-cro', fromOn: null },
        { seat: 'focal_point', person: 'p-focal', fromOn: null },
      ],
      done: untilWorkshop.map((step) => ({ step, happenedOn: '2026-02-26' })),
    })
    .on('2026-02-27');
}

const given = (city: JourneyInHand, seat: string, step = REPORT) =>
  city.give({ kind: 'reassign', step, seat, reason: 't-why' });
const lastOf = ({ facts }: JourneyInHand): Fact => facts.findLast(({ kind }) => kind === 'step-reassigned')!;
const aboutReport = (city: JourneyInHand) =>
  city
    .takeLetters()
    .filter(({ step }) => step === REPORT)
    .map(inWords);

it('the new owner is told once, its days stay, and all that comes goes to them', () => {
  const city = afterWorkshop().on('2026-03-10');
  const before = city.state.steps[REPORT]!;
  city.takeLetters();
  given(city, 'focal_point');
  expect(aboutReport(city)).toEqual(['step-opened asw_report → focal_point']);
  expect(city.state.steps[REPORT]).toEqual({ ...before, responsible: 'focal_point' });
  expect(ownerOf(city.context, city.state, REPORT)).toEqual({ seat: 'focal_point', holder: 'p-focal' });
  expect(aboutReport(city.on('2026-03-27'))).toEqual([
    'reminder asw_report due-7 → focal_point',
    'reminder asw_report due-3 → focal_point',
    'reminder asw_report due-1 → focal_point',
    'reminder asw_report due0 → focal_point',
    'overdue asw_report due+1 → focal_point',
  ]);
});

it('of the other steps nothing changes, and what the former owner waited to be told of this one does not go', () => {
  const city = given(afterWorkshop(), 'focal_point');
  expect(cancellations(lastOf(city))).toMatchObject([
    { step: REPORT, seat: 'cro', holder: 'p-cro', kinds: ['step-opened', 'returned', 'reminder', 'overdue'] },
  ]);
  const others = Object.keys(city.state.steps).filter((ref) => ref !== REPORT);
  expect(others.some((ref) => ownerOf(city.context, city.state, ref).seat === 'cro')).toBe(true);
});

it('a step that is late goes on being late, with the ladder where it was, and is not told anew from the beginning', () => {
  const city = afterWorkshop().on('2026-04-02');
  const { ladder, toldUntilAt } = city.state.steps[REPORT]!;
  city.takeLetters();
  given(city, 'focal_point').take({ kind: 'clock-struck' }, null);
  expect(aboutReport(city)).toEqual(['step-opened asw_report → focal_point']);
  expect(city.state.steps[REPORT]).toMatchObject({ dueOn: '2026-03-25', toldUntilAt, ...(ladder ? { ladder } : {}) });
});

it('returned by the reviewer it comes back to its new owner, and reopened too', () => {
  const city = given(afterWorkshop(), 'focal_point');
  city.submit(REPORT).give({ kind: 'return', step: REPORT, comment: 't' });
  expect(ownerOf(city.context, city.state, REPORT).seat).toBe('focal_point');
  city.finish(REPORT).give({ kind: 'reopen', step: REPORT, reason: 't' }).takeLetters();
  expect(city.state.steps[REPORT]).toMatchObject({ status: 'open', responsible: 'focal_point' });
});

it('while the new seat is vacant, whoever the programme names for the step acts, and the vacancy is told', () => {
  const city = given(afterWorkshop(), 'focal_point');
  city.takeLetters();
  city.give({ kind: 'vacate', seat: 'focal_point', on: '2026-02-27' });
  expect(ownerOf(city.context, city.state, REPORT).seat).toBe('manager');
  expect(city.takeLetters().map(({ kind }) => kind)).toContain('vacancy');
});

it('a step that waits is given quietly, and told when it opens', () => {
  const city = afterWorkshop();
  city.takeLetters();
  given(city, 'focal_point', 'draft');
  expect(city.takeLetters()).toEqual([]);
  city.give({ kind: 'go-to', step: 'draft', reason: 't' });
  const letters = city.takeLetters().filter(({ step }) => step === 'draft');
  expect(letters.map(inWords)).toEqual(['step-opened draft → focal_point']);
});

it('given and given back, each is told each time, and no letter is written twice', () => {
  const city = afterWorkshop().on('2026-03-20');
  for (const seat of ['focal_point', 'cro', 'focal_point', 'cro']) given(city, seat);
  city.on('2026-04-10');
  const keys = city.letters.map(({ kind, step, round, threshold, seat, holder }) =>
    [kind, step, round, threshold, seat, holder].join(' '),
  );
  expect(new Set(keys).size).toBe(keys.length);
  expect(city.letters.filter(({ kind, step }) => kind === 'reminder' && step === REPORT)).toHaveLength(4);
});

it.each([
  ['a seat that the programme does not have', 'emperor', 'seat-unknown'],
  ['a seat that nobody holds', 'deputy_cro', 'seat-vacant'],
  ['a seat that only looks on', 'evaluator', 'seat-read-only'],
  ['the seat that has it', 'cro', 'seat-has-step-already'],
])('%s is refused', (_, seat, code) => {
  expect(afterWorkshop().refusalOf({ kind: 'reassign', step: REPORT, seat, reason: 't' }).code).toBe(code);
});

it('a settled step is nobody’s any more', () => {
  const city = afterWorkshop();
  const refusal = city.refusalOf({ kind: 'reassign', step: 'asw', seat: 'focal_point', reason: 't' });
  expect(refusal.code).toBe('step-already-settled');
});
