import type { Day } from '@citypath/calendar';
import type { Fact, LetterDue } from '@citypath/journey';
import { JourneyInHand } from '../support/journey-in-hand';

const BEFORE = ['application', 'selection', 'grant', 'cro', 'asw_prep'];

/** The workshop lies ahead; everything before it is done. */
function beforeWorkshop(): JourneyInHand {
  const city = new JourneyInHand('2026-03-02').join({
    seats: [
      { seat: 'cro', person: 'p-cro', fromOn: null },
      { seat: 'focal_point', person: 'p-focal', fromOn: null },
    ],
    done: BEFORE.map((step) => ({ step, happenedOn: null })),
  });
  city.takeLetters();
  return city;
}

const schedule = (city: JourneyInHand, on: Day | null, step = 'asw') => city.give({ kind: 'schedule-event', step, on });
const told = ({ kind, seat, holder }: LetterDue) => `${kind} → ${seat}${holder === null ? '' : ` (${holder})`}`;
/** Who was told of meetings since the last look. */
const meetings = (city: JourneyInHand) =>
  city
    .takeLetters()
    .filter(({ kind }) => kind.startsWith('invit'))
    .map(told);
const sequences = (city: JourneyInHand) =>
  city.facts.flatMap((fact: Fact) => ('sequence' in fact && fact.sequence !== undefined ? [fact.sequence] : []));

describe('a meeting with a day', () => {
  it('invites who has the step, who contributes and who accepts, each once', () => {
    const city = schedule(beforeWorkshop(), '2026-04-15');
    expect(meetings(city)).toEqual([
      'invitation → manager',
      'invitation → cro (p-cro)',
      'invitation → focal_point (p-focal)',
      'invitation → director',
    ]);
  });

  it('leaves a vacant seat out, and one person in two seats stands for both', () => {
    const city = beforeWorkshop().give({ kind: 'vacate', seat: 'focal_point', on: '2026-03-02' });
    city.give({ kind: 'appoint', seat: 'focal_point', person: 'p-cro', fromOn: null });
    meetings(schedule(city, '2026-04-15'));
    expect(city.state.steps.asw?.meeting?.guests.map(({ seat }) => seat)).toEqual(['manager', 'cro', 'director']);
  });

  it('tells its guests of a new day, and that it is off, by numbers that never start anew', () => {
    const city = schedule(beforeWorkshop(), '2026-04-15');
    schedule(city, '2026-04-22');
    schedule(city, null);
    schedule(city, '2026-05-06');
    expect(sequences(city)).toEqual([0, 1, 2, 3]);
    expect(meetings(city).filter((line) => line.includes('cro'))).toEqual([
      'invitation → cro (p-cro)',
      'invitation → cro (p-cro)',
      'invitation-cancelled → cro (p-cro)',
      'invitation → cro (p-cro)',
    ]);
  });

  it('whose day was never given has nobody to tell that it is taken back', () => {
    expect(meetings(schedule(beforeWorkshop(), null))).toEqual([]);
  });
});

describe('a meeting is off', () => {
  const CANCELLED = 4;

  it.each<[string, (city: JourneyInHand) => JourneyInHand]>([
    ['its step is skipped', (city) => city.give({ kind: 'skip', step: 'asw', reason: 't' })],
    ['its step is done without it', (city) => city.give({ kind: 'complete', step: 'asw', happenedOn: '2026-03-02' })],
    ['the city leaves the programme', (city) => city.give({ kind: 'withdraw', reason: 't' })],
  ])('when %s', (_, end) => {
    const city = schedule(beforeWorkshop(), '2026-04-15');
    meetings(city);
    end(city);
    expect(meetings(city)).toHaveLength(CANCELLED);
    expect(sequences(city)).toEqual([0, 1]);
  });

  it('but not when its day has passed, nor when it was held today', () => {
    const skipped = schedule(beforeWorkshop(), '2026-03-10').on('2026-03-11');
    meetings(skipped);
    expect(meetings(skipped.give({ kind: 'skip', step: 'asw', reason: 't' }))).toEqual([]);
    const held = schedule(beforeWorkshop(), '2026-03-10').on('2026-03-10', '18:00');
    meetings(held);
    expect(meetings(held.give({ kind: 'complete', step: 'asw', happenedOn: '2026-03-10' }))).toEqual([]);
  });
});

describe('the seats of a meeting change hands', () => {
  it('whoever comes is invited, and whoever goes need not come', () => {
    const city = schedule(beforeWorkshop(), '2026-04-15');
    meetings(city);
    city.give({ kind: 'hand-over', seat: 'cro', person: 'p-next', fromOn: null });
    expect(meetings(city)).toEqual(['invitation → cro (p-next)', 'invitation-cancelled → cro (p-cro)']);
    expect(sequences(city)).toEqual([0, 1]);
    schedule(city, '2026-04-22');
    expect(meetings(city)).toContain('invitation → cro (p-next)');
    expect(city.state.steps.asw?.meeting?.guests).toHaveLength(4);
  });

  it('after the meeting nobody hears of it', () => {
    const city = schedule(beforeWorkshop(), '2026-04-15').on('2026-04-16');
    meetings(city);
    city.give({ kind: 'hand-over', seat: 'cro', person: 'p-next', fromOn: null });
    expect(meetings(city)).toEqual([]);
  });
});

describe('a review', () => {
  /** The workshop is done, so that reviews come every quarter. */
  function withReviews(): JourneyInHand {
    return beforeWorkshop().give({ kind: 'complete', step: 'asw', happenedOn: '2026-03-02' });
  }

  it('has a session with a day, and its report stays due by rule', () => {
    const city = withReviews();
    const review = 'q_review@2026-Q1';
    const { dueOn } = city.state.steps[review] ?? {};
    schedule(city, '2026-03-18', review);
    expect(meetings(city)).toEqual(['invitation → cro (p-cro)', 'invitation → manager', 'invitation → evaluator']);
    expect(city.state.steps[review]?.dueOn).toBe(dueOn);
  });

  it('that is accepted is told to the evaluator too', () => {
    const city = withReviews().finish('q_review@2026-Q1');
    expect(
      city
        .takeLetters()
        .filter(({ kind }) => kind === 'accepted')
        .map(told),
    ).toEqual(['accepted → cro (p-cro)', 'accepted → evaluator']);
  });

  it('is a meeting, and a report is none', () => {
    expect(withReviews().refusalOf({ kind: 'schedule-event', step: 'asw_report', on: '2026-04-15' })).toMatchObject({
      code: 'step-not-an-event',
    });
  });
});
