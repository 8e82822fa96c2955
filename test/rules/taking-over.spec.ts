import type { Command } from '@citypath/journey';
import { inWords, JourneyInHand } from '../support/journey-in-hand';

const agreed = (step: string, dueOn: `${number}-${number}-${number}`): Command => ({
  kind: 'agree-date',
  step,
  dueOn,
  reason: 't-planned',
  planned: true,
});

/** A running city as the first seed knows it: much is done, on days that nobody knows. */
function takenOver(): JourneyInHand {
  return new JourneyInHand('2026-11-23').join({
    takeover: true,
    seats: [{ seat: 'cro', person: 'p-cro', fromOn: null }],
    done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({ step, happenedOn: null })),
  });
}

describe('a running city is taken over', () => {
  it('opens what is next, without a letter for each step: the welcome says it', () => {
    const city = takenOver();
    expect(city.openSteps()).toEqual([
      'asw_report',
      'cro_funding_end',
      'leadership_group',
      'p1_actions',
      'p1_assets',
      'p1_stakeholders',
      'q_review@2026-Q4',
    ]);
    expect(city.letters.map(inWords)).toEqual(['welcome → cro']);
  });

  it('creates no earlier quarterly reviews; this quarter’s is due five working days before its end', () => {
    const city = takenOver();
    expect(Object.keys(city.state.steps).filter((ref) => ref.startsWith('q_review'))).toEqual(['q_review@2026-Q4']);
    expect(city.state.steps['q_review@2026-Q4']?.dueOn).toBe('2026-12-24');
  });

  it('leaves to be confirmed what counts from a day that nobody knows', () => {
    const city = takenOver();
    for (const step of ['asw_report', 'leadership_group', 'cro_funding_end']) {
      expect(city.state.steps[step]).toMatchObject({ status: 'open', dueOn: null, baselineOn: null });
    }
    expect(city.on('2027-06-01').letters.filter(({ step }) => step === 'asw_report')).toEqual([]);
  });

  it('tells what is overdue once, newest level only, as soon as its date is planned', () => {
    const city = takenOver().give(agreed('asw_report', '2026-11-06'));
    city.takeLetters();
    expect(city.next()! <= city.now).toBe(true);
    // Eleven working days late: overdue letters of days 1, 4 and 7 have passed, and both rungs.
    expect(city.on('2026-11-23', '10:01').takeLetters().map(inWords)).toEqual([
      'overdue asw_report due+7 → cro',
      'escalation asw_report due+10 → director',
    ]);
    expect(city.on('2026-11-24').takeLetters().map(inWords)).toEqual(['overdue asw_report due+12 → cro']);
  });

  it('tells the newest reminder of what is nearly due', () => {
    const city = takenOver().give(agreed('p1_assets', '2026-11-25'));
    city.takeLetters();
    expect(city.on('2026-11-23', '10:01').takeLetters().map(inWords)).toEqual(['reminder p1_assets due-3 → cro']);
    expect(city.on('2026-11-24').takeLetters().map(inWords)).toEqual(['reminder p1_assets due-1 → cro']);
  });

  it('keeps the baseline when a date is agreed anew, and allows no past day once it is no takeover any more', () => {
    const city = takenOver().give(agreed('p1_assets', '2026-11-25')).on('2026-11-25');
    city.give({ kind: 'agree-date', step: 'p1_assets', dueOn: '2026-12-31', reason: 't-later' });
    expect(city.state.steps.p1_assets).toMatchObject({ baselineOn: '2027-02-16', dueOn: '2026-12-31' });
    expect(city.refusalOf(agreed('p1_assets', '2026-11-24'))).toMatchObject({
      code: 'day-in-the-past',
      field: '/dueOn',
    });
  });

  it('asks the accepting seat on its own clock, and tells the director of its silence', () => {
    const city = takenOver().submit('p1_assets');
    expect(city.state.steps.p1_assets?.acceptanceDueOn).toBe('2026-11-30');
    city.takeLetters();
    const letters = city
      .on('2027-01-15')
      .takeLetters()
      .filter(({ step }) => step === 'p1_assets');
    expect(letters.map((letter) => `${letter.dueAt.slice(0, 10)} ${inWords(letter)}`)).toEqual([
      '2026-11-26 to-accept p1_assets accept+3 → manager',
      '2026-11-30 to-accept p1_assets accept+5 → manager',
      '2026-12-01 escalation p1_assets accept+6 → director',
    ]);
  });
});
