import type { Fact } from '@citypath/journey';
import { inWords, JourneyInHand } from '../support/journey-in-hand';

const untilWorkshop = ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'];
const REPORT = 'asw_report';

/** The workshop was held on 26 February; its report is due on 25 March, and all that follows it is open. */
function afterWorkshop(): JourneyInHand {
  return new JourneyInHand('2026-02-26')
    .join({
      seats: [{ seat: 'cro', person: 'p-cro', fromOn: null }],
      done: untilWorkshop.map((step) => ({ step, happenedOn: '2026-02-26' })),
    })
    .on('2026-02-27');
}

/** Where everything stands, but for what only remembers. */
function standing({ state }: JourneyInHand): unknown {
  const { head: _, recentCommands: __, undoables: ___, ...rest } = state;
  return rest;
}

const withdrawn = (city: JourneyInHand) => city.give({ kind: 'withdraw', reason: 't-why' });
const readmitted = (city: JourneyInHand) => city.give({ kind: 'readmit', reason: 't-why' });
const factsOf = <K extends Fact['kind']>({ facts }: JourneyInHand, kind: K) =>
  facts.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
const aboutReport = (city: JourneyInHand) =>
  city
    .takeLetters()
    .filter(({ step }) => step === REPORT)
    .map(inWords);

describe('a city withdraws by mistake', () => {
  it('and an hour later stands as if nothing had been, with the reminders that were to come', () => {
    const city = afterWorkshop().on('2026-03-19');
    const before = standing(city);
    readmitted(withdrawn(city).on('2026-03-19', '11:00'));
    expect(standing(city)).toEqual(before);
    city.takeLetters();
    expect(aboutReport(city.on('2026-03-27'))).toEqual([
      'reminder asw_report due-3 → cro',
      'reminder asw_report due-1 → cro',
      'reminder asw_report due0 → cro',
      'overdue asw_report due+1 → cro',
    ]);
  });

  it('while it is away nothing is told, whatever the clock says', () => {
    const city = withdrawn(afterWorkshop());
    city.takeLetters();
    expect(city.next()).toBeNull();
    expect(city.on('2026-06-01').takeLetters()).toEqual([]);
  });

  it('its meeting that still lies ahead is called again, with its time and place, under a greater number', () => {
    const city = new JourneyInHand('2026-02-02').join({
      seats: [{ seat: 'cro', person: 'p-cro', fromOn: null }],
      done: ['application', 'selection', 'grant', 'cro', 'asw_prep'].map((step) => ({ step, happenedOn: null })),
    });
    city.give({ kind: 'schedule-event', step: 'asw', on: '2026-03-10', time: '09:30', place: 't-place' });
    const { guests: _, ...meeting } = city.state.steps['asw']!.meeting!;
    readmitted(withdrawn(city).on('2026-02-05'));
    expect(city.state.steps['asw']?.meeting).toMatchObject({ ...meeting, sequence: meeting.sequence + 2 });
  });

  it('a meeting whose day has passed meanwhile stays off', () => {
    const city = new JourneyInHand('2026-02-02').join({
      seats: [{ seat: 'cro', person: 'p-cro', fromOn: null }],
      done: ['application', 'selection', 'grant', 'cro', 'asw_prep'].map((step) => ({ step, happenedOn: null })),
    });
    city.give({ kind: 'schedule-event', step: 'asw', on: '2026-02-10' });
    readmitted(withdrawn(city).on('2026-02-12'));
    expect(city.state.steps['asw']?.meeting?.on).toBeNull();
  });
});

describe('a city comes back after weeks', () => {
  it('what counts from something is due later by the working days that it was away, and nothing of them is told', () => {
    const city = withdrawn(afterWorkshop().on('2026-03-18')).on('2026-04-20');
    city.takeLetters();
    readmitted(city).take({ kind: 'clock-struck' }, null);
    expect(aboutReport(city)).toEqual([]);
    // 18 March to 20 April are 22 working days: 6 April is a holiday.
    expect(factsOf(city, 'readmitted')).toMatchObject([{ heldWorkingDays: 22 }]);
    expect(city.state.heldWorkingDays).toBe(22);
    expect(city.state.steps[REPORT]).toMatchObject({
      status: 'open',
      round: 1,
      baselineOn: '2026-03-25',
      dueOn: '2026-04-27',
    });
    expect(aboutReport(city.on('2026-04-23'))).toEqual(['reminder asw_report due-3 → cro']);
  });

  it('of a day that stays, the newest that has passed is told, once', () => {
    const city = afterWorkshop().on('2026-03-18');
    const definition = {
      ...city.context.definition,
      steps: city.context.definition.steps.map((step) =>
        step.key === REPORT ? { ...step, due: { rule: 'on' as const, day: '2026-03-25' as const } } : step,
      ),
    };
    city.give({ kind: 'adopt-definition', hash: 'd2', definition, reason: 't' });
    withdrawn(city).on('2026-03-31').takeLetters();
    readmitted(city).take({ kind: 'clock-struck' }, null);
    const told = aboutReport(city).filter((letter) => letter.endsWith('→ cro'));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^overdue asw_report/);
  });

  it('no more can it be withdrawn and taken in twice: each end has its own beginning', () => {
    // Saturday, 28 February is a make-up working day.
    const city = readmitted(withdrawn(afterWorkshop()).on('2026-03-02'));
    expect(city.refusalOf({ kind: 'readmit', reason: 't' }).code).toBe('journey-not-closed');
    readmitted(withdrawn(city.on('2026-03-04')).on('2026-03-06'));
    expect(factsOf(city, 'readmitted').map(({ heldWorkingDays }) => heldWorkingDays)).toEqual([2, 2]);
    expect(factsOf(city, 'readmitted').map(({ command }) => command)).toEqual(
      factsOf(city, 'withdrawn').map(({ commandId }) => commandId),
    );
  });
});

describe('a city that was on hold withdraws', () => {
  const held = () =>
    afterWorkshop().give({ kind: 'hold', awaiting: 't-mayor', reason: 't', untilOn: '2026-03-20' }).on('2026-03-04');

  it('back before its day it is on hold again, and resumes by itself', () => {
    const city = readmitted(withdrawn(held()).on('2026-03-10'));
    expect(city.state).toMatchObject({ status: 'on-hold', hold: { untilOn: '2026-03-20', awaiting: 't-mayor' } });
    expect(city.on('2026-03-20').state).toMatchObject({ status: 'active', hold: null, heldWorkingDays: 16 });
  });

  it('back after its day it goes on at once, and the whole time counts as one hold', () => {
    const city = readmitted(withdrawn(held()).on('2026-03-24'));
    city.take({ kind: 'clock-struck' }, null);
    expect(city.state).toMatchObject({ status: 'active', hold: null, heldWorkingDays: 18 });
    expect(factsOf(city, 'resumed')).toMatchObject([{ reason: null, heldWorkingDays: 18 }]);
  });
});

describe('a journey that was finished goes on', () => {
  it('and takes acts again; what was settled stays settled', () => {
    const city = afterWorkshop();
    for (let left = city.take({ kind: 'finish' }, 'p-manager'); left; left = city.take({ kind: 'finish' }, 'p-manager'))
      city.give({ kind: 'skip', step: String(left.params?.['first']), reason: 't' });
    city.on('2026-05-04');
    const settled = Object.values(city.state.steps).filter(({ settledAt }) => settledAt !== null).length;
    expect(city.refusalOf({ kind: 'reopen', step: REPORT, reason: 't' }).code).toBe('journey-closed');
    readmitted(city);
    expect(city.state.status).toBe('active');
    expect(Object.values(city.state.steps).filter(({ settledAt }) => settledAt !== null)).toHaveLength(settled);
    city.give({ kind: 'reopen', step: REPORT, reason: 't' });
    expect(city.openSteps()).toContain(REPORT);
  });
});

it('a journey that goes on cannot be taken in again, nor one that nobody began', () => {
  expect(afterWorkshop().refusalOf({ kind: 'readmit', reason: 't' }).code).toBe('journey-not-closed');
  expect(new JourneyInHand('2026-02-02').refusalOf({ kind: 'readmit', reason: 't' }).code).toBe('journey-not-joined');
});
