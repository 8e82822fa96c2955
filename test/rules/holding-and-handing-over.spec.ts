import type { Day } from '@citypath/calendar';
import type { Command } from '@citypath/journey';
import { inWords, JourneyInHand } from '../support/journey-in-hand';

function atPhaseOne(): JourneyInHand {
  return new JourneyInHand('2026-03-02').join({
    seats: [{ seat: 'cro', person: 'p-cro', fromOn: '2026-02-02' }],
    done: [
      'application',
      'selection',
      'grant',
      'cro',
      'asw_prep',
      'asw',
      'asw_report',
      'leadership_group',
      'p1_actions',
      'p1_stakeholders',
      'cro_funding_end',
    ].map((step) => ({
      step,
      happenedOn: '2026-02-27',
    })),
  });
}

describe('a hold stops the clock', () => {
  it('moves the date by the working days held, keeps the baseline, and is silent meanwhile', () => {
    const city = atPhaseOne();
    expect(city.state.steps.p1_assets).toMatchObject({ dueOn: '2026-05-28', baselineOn: '2026-05-28' });
    city.on('2026-05-20').takeLetters();
    city.give({ kind: 'hold', awaiting: 't-ministry', reason: 't', untilOn: '2026-06-03' });
    expect(city.on('2026-06-02').takeLetters()).toEqual([]);
    city.on('2026-06-03');
    // Ten working days were held: 21, 22, 25–29 May, 1–3 June.
    expect(city.state).toMatchObject({ status: 'active', hold: null, heldWorkingDays: 10 });
    expect(city.state.steps.p1_assets).toMatchObject({ dueOn: '2026-06-11', baselineOn: '2026-05-28' });
    expect(city.on('2026-06-08').takeLetters().map(inWords)).toEqual(['reminder p1_assets due-3 → cro']);
  });

  it('leaves a quarter’s end where it is, and tells the newest passed threshold on resuming', () => {
    const city = atPhaseOne().on('2026-03-10');
    expect(city.state.steps['q_review@2026-Q1']?.dueOn).toBe('2026-03-24');
    city.takeLetters();
    city.give({ kind: 'hold', awaiting: 't', reason: 't', untilOn: '2026-03-31' }).on('2026-03-31');
    expect(city.state.steps['q_review@2026-Q1']?.dueOn).toBe('2026-03-24');
    expect(city.takeLetters().map(inWords)).toEqual([
      'overdue q_review@2026-Q1 due+4 → cro',
      'escalation q_review@2026-Q1 due+3 → manager',
    ]);
  });

  it('moves a day that was agreed during the hold only by what was held after that', () => {
    const city = atPhaseOne().on('2026-05-20');
    city.give({ kind: 'hold', awaiting: 't', reason: 't', untilOn: '2026-06-03' }).on('2026-06-01');
    city.give({ kind: 'agree-date', step: 'p1_assets', dueOn: '2026-06-25', reason: 't' }).on('2026-06-03');
    // Two working days were held since it was agreed: 2 and 3 June.
    expect(city.state.steps.p1_assets).toMatchObject({ dueOn: '2026-06-29', baselineOn: '2026-05-28' });
  });

  it.each<[string, Day, Command]>([
    ['somebody owned the step', '2026-05-19', { kind: 'acknowledge', step: 'p1_assets', untilOn: '2026-06-05' }],
    ['the city was given other reminders', '2026-06-01', { kind: 'set-cadence', step: null, cadence: null }],
  ])('moves a date by all that was held, though %s meanwhile', (_, on, command) => {
    const city = atPhaseOne();
    const hold = { kind: 'hold', awaiting: 't', reason: 't', untilOn: '2026-06-03' } as const;
    const days = [
      ['2026-05-20', hold],
      [on, command],
    ] as const;
    for (const [day, act] of days.toSorted(([a], [b]) => (a < b ? -1 : 1))) city.on(day).give(act);
    expect(city.on('2026-06-03').state.steps.p1_assets).toMatchObject({ dueOn: '2026-06-11' });
  });

  it('until a Sunday ends on Monday morning, so that no letter goes on a day off', () => {
    const city = atPhaseOne().on('2026-03-10');
    city.give({ kind: 'hold', awaiting: 't', reason: 't', untilOn: '2026-03-29' }).takeLetters();
    expect(city.on('2026-03-29', '23:00').takeLetters()).toEqual([]);
    expect(city.state.status).toBe('on-hold');
    expect(
      new Set(
        city
          .on('2026-03-30')
          .takeLetters()
          .map(({ dueAt }) => dueAt),
      ),
    ).toEqual(new Set(['2026-03-30T01:00:00.000Z']));
    expect(city.state).toMatchObject({ status: 'active', heldWorkingDays: 14 });
  });

  it('asks for nothing new: a quarter that begins meanwhile is asked for on resuming, whatever else was recorded', () => {
    const city = atPhaseOne().on('2026-03-20');
    city.give({ kind: 'hold', awaiting: 't', reason: 't', untilOn: '2026-04-15' }).on('2026-04-10').takeLetters();
    city.give({ kind: 'name-liaison', seat: 'cro', person: 'p-office' });
    expect(city.takeLetters()).toEqual([]);
    expect(city.on('2026-04-15').takeLetters().map(inWords)).toContain('step-opened q_review@2026-Q2 → cro');
  });

  it('may not last longer than the programme allows, nor begin twice', () => {
    const city = atPhaseOne();
    expect(city.refusalOf({ kind: 'hold', awaiting: 't', reason: 't', untilOn: '2026-12-31' })).toMatchObject({
      code: 'hold-too-long',
    });
    city.give({ kind: 'hold', awaiting: 't', reason: 't', untilOn: '2026-03-31' });
    expect(city.refusalOf({ kind: 'hold', awaiting: 't', reason: 't', untilOn: '2026-03-31' })).toMatchObject({
      code: 'journey-on-hold',
    });
    expect(city.give({ kind: 'resume', reason: 't' }).state.status).toBe('active');
    expect(city.refusalOf({ kind: 'resume', reason: 't' })).toMatchObject({ code: 'journey-not-on-hold' });
  });
});

describe('the officer is replaced in the middle', () => {
  it('moves open work and letters to the successor; the old person gets thanks and nothing more', () => {
    const city = atPhaseOne().on('2026-05-21');
    city.takeLetters();
    city.give({ kind: 'hand-over', seat: 'cro', person: 'p-successor', fromOn: '2026-05-21' });
    expect(city.takeLetters()).toMatchObject([
      { kind: 'seat-taken-over', holder: 'p-successor' },
      { kind: 'thanks', holder: 'p-cro' },
    ]);
    const later = city
      .on('2026-09-30')
      .takeLetters()
      .filter(({ seat }) => seat === 'cro');
    expect(later.length).toBeGreaterThan(5);
    expect(new Set(later.map(({ holder }) => holder))).toEqual(new Set(['p-successor']));
  });

  it('while nobody is in post the focal point acts, or the manager; the vacancy is told once', () => {
    const city = atPhaseOne().on('2026-05-21');
    city.takeLetters();
    city.give({ kind: 'vacate', seat: 'cro', on: '2026-05-21' });
    expect(city.takeLetters().map(inWords)).toEqual(['thanks → cro', 'vacancy → manager']);
    expect(city.on('2026-05-25').takeLetters().map(inWords)).toEqual(['reminder p1_assets due-3 → manager']);
    city.give({ kind: 'appoint', seat: 'focal_point', person: 'p-focal', fromOn: null }).takeLetters();
    expect(city.on('2026-05-27').takeLetters()).toMatchObject([
      { kind: 'reminder', threshold: 'due-1@2026-05-28', seat: 'focal_point', holder: 'p-focal' },
    ]);
    city.give({ kind: 'appoint', seat: 'cro', person: 'p-new', fromOn: '2026-05-26' }).takeLetters();
    expect(city.on('2026-05-28').takeLetters()).toMatchObject([{ kind: 'reminder', seat: 'cro', holder: 'p-new' }]);
  });

  it('a vacancy is told again after somebody from the office had filled the gap', () => {
    const city = atPhaseOne().on('2026-05-21').give({ kind: 'vacate', seat: 'cro', on: '2026-05-21' });
    city.give({ kind: 'name-liaison', seat: 'cro', person: 'p-office' }).takeLetters();
    city.give({ kind: 'name-liaison', seat: 'cro', person: null });
    expect(city.takeLetters().map(inWords)).toEqual(['vacancy → manager']);
  });

  it('refuses what cannot be', () => {
    const city = atPhaseOne();
    expect(city.refusalOf({ kind: 'appoint', seat: 'cro', person: 'p-x', fromOn: null })).toMatchObject({
      code: 'seat-occupied',
    });
    expect(city.refusalOf({ kind: 'hand-over', seat: 'cro', person: 'p-cro', fromOn: null })).toMatchObject({
      code: 'person-holds-seat-already',
    });
    expect(city.refusalOf({ kind: 'vacate', seat: 'focal_point', on: '2026-03-02' })).toMatchObject({
      code: 'seat-vacant',
    });
    expect(city.refusalOf({ kind: 'appoint', seat: 'king', person: 'p-x', fromOn: null })).toMatchObject({
      code: 'seat-unknown',
    });
    expect(city.refusalOf({ kind: 'appoint', seat: 'manager', person: 'p-x', fromOn: null })).toMatchObject({
      code: 'seat-not-of-city',
    });
    expect(city.refusalOf({ kind: 'appoint', seat: 'focal_point', person: 'p-x', fromOn: '2026-03-03' })).toMatchObject(
      { code: 'day-in-the-future' },
    );
  });
});
