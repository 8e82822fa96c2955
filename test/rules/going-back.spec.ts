import { allSteps } from '@citypath/journey';
import { inWords, JourneyInHand } from '../support/journey-in-hand';

const untilWorkshop = ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'];

/** The workshop was held on 26 February; everything before it is done. */
function afterWorkshop(happenedOn: '2026-02-26' | null = '2026-02-26'): JourneyInHand {
  return new JourneyInHand('2026-02-26')
    .join({
      seats: [{ seat: 'cro', person: 'p-cro', fromOn: null }],
      done: untilWorkshop.map((step) => ({ step, happenedOn })),
    })
    .on('2026-02-27');
}

describe('a step is reopened', () => {
  it('long after its day by rule: it gets some working days, and reminders, instead of silence', () => {
    const city = afterWorkshop().finish('asw_report').on('2026-09-01');
    city.give({ kind: 'reopen', step: 'asw_report', reason: 't' });
    expect(city.state.steps.asw_report).toMatchObject({ round: 2, dueOn: '2026-09-08', baselineOn: '2026-03-25' });
    city.takeLetters();
    const letters = city.on('2026-09-10').takeLetters();
    expect(letters.filter(({ step }) => step === 'asw_report').map(inWords)).toEqual([
      'reminder asw_report due-3 → cro',
      'reminder asw_report due-1 → cro',
      'reminder asw_report due0 → cro',
      'overdue asw_report due+1 → cro',
    ]);
  });

  it('after a hold had moved it: the new round begins at its rule, moved once', () => {
    const city = afterWorkshop();
    city.give({ kind: 'hold', awaiting: 't', reason: 't', untilOn: '2026-03-13' }).on('2026-03-16');
    city.finish('p1_assets').on('2026-03-17');
    const head = city.state.head;
    city.give({ kind: 'reopen', step: 'p1_assets', reason: 't' });
    expect(city.facts.filter(({ seq }) => seq > head).map(({ kind }) => kind)).toEqual(['step-reopened']);
    expect(city.state.steps.p1_assets?.dueOn).toBe('2026-06-12');
  });
});

describe('a step is returned', () => {
  it('whose day is still to be confirmed: it takes its day by rule once that is known', () => {
    const city = new JourneyInHand('2026-02-26').join({
      seats: [{ seat: 'cro', person: 'p-cro', fromOn: null }],
      done: untilWorkshop.map((step) => ({ step, happenedOn: null })),
    });
    city.on('2026-02-27').submit('asw_report').give({ kind: 'return', step: 'asw_report', comment: 't' });
    expect(city.state.steps.asw_report).toMatchObject({ status: 'open', dueOn: null });
    city.give({ kind: 'reopen', step: 'asw', reason: 't' });
    city.give({ kind: 'complete', step: 'asw', happenedOn: '2026-02-27' });
    expect(city.state.steps.asw_report?.dueOn).toBe('2026-03-26');
  });

  it('on a planned day: the new day is not planned any more', () => {
    const city = afterWorkshop();
    city.give({ kind: 'agree-date', step: 'asw_report', dueOn: '2026-03-02', reason: 't', planned: true });
    city.submit('asw_report').give({ kind: 'return', step: 'asw_report', comment: 't' });
    expect(city.state.steps.asw_report).toMatchObject({ dueOn: '2026-03-05', planned: false });
  });
});

describe('an event gets a day', () => {
  it('which is when it is due, also where another day was agreed before', () => {
    const city = new JourneyInHand('2026-02-26').join({
      done: ['application', 'selection', 'grant', 'cro', 'asw_prep'].map((step) => ({ step, happenedOn: null })),
    });
    city.on('2026-02-27').give({ kind: 'agree-date', step: 'asw', dueOn: '2026-05-29', reason: 't' });
    city.give({ kind: 'schedule-event', step: 'asw', on: '2026-06-10' });
    expect(city.state.steps.asw).toMatchObject({
      dueOn: '2026-06-10',
      eventOn: '2026-06-10',
      baselineOn: '2026-05-29',
    });
  });
});

describe('a list that later steps repeat over is handed in again', () => {
  it('hides no step that is open already, and the journey is not finished over it', () => {
    const city = afterWorkshop();
    for (const step of ['p1_stakeholders', 'p1_actions', 'p1_assets']) city.finish(step);
    city.finish('pra', { items: ['flood', 'heat', 'water'] });
    const shown = (): string[] =>
      allSteps(city.context, city.state)
        .filter(({ definition }) => definition.key === 'p2_discovery')
        .map(({ ref }) => ref);
    const three = ['p2_discovery@1', 'p2_discovery@2', 'p2_discovery@3'];
    expect(shown()).toEqual(three);
    city.give({ kind: 'reopen', step: 'pra', reason: 't' });
    expect(shown()).toEqual(three);
    city.finish('pra', { items: ['flood'] });
    expect(shown()).toEqual(three);
    expect(city.refusalOf({ kind: 'finish' }).params).toMatchObject({ first: 'leadership_group' });
  });
});

describe('the working days change', () => {
  it('for the one who accepts, too', () => {
    const city = afterWorkshop().submit('asw_report');
    expect(city.state.steps.asw_report?.acceptanceDueOn).toBe('2026-03-05');
    const { calendar } = city.context;
    const closure = { from: '2026-03-04', to: '2026-03-04', title: { en: 'c', zh: 'c' } } as const;
    const closures = [...calendar.closures, closure].sort((a, b) => (a.from < b.from ? -1 : 1));
    city.give({ kind: 'adopt-calendar', hash: 'c2', calendar: { ...calendar, closures }, reason: 't' });
    expect(city.state.steps.asw_report?.acceptanceDueOn).toBe('2026-03-06');
  });
});
