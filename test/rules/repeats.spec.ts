import { JourneyInHand } from '../support/journey-in-hand';

const done = (happenedOn: '2028-02-29' | null) =>
  ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw', 'release'].map((step) => ({ step, happenedOn }));

const occurrences = (city: JourneyInHand, step: string): string[] =>
  Object.keys(city.state.steps).filter((ref) => ref.startsWith(`${step}@`));

describe('a step that repeats each quarter', () => {
  it('opens on the first working morning of the quarter', () => {
    const city = new JourneyInHand('2026-12-30').join({ done: done(null) }).on('2027-01-03');
    expect(occurrences(city, 'q_review')).toEqual([]);
    city.on('2027-01-04', '08:59');
    expect(occurrences(city, 'q_review')).toEqual([]);
    city.on('2027-01-04', '09:00');
    expect(city.state.steps['q_review@2027-Q1']).toMatchObject({ openedOn: '2027-01-04', dueOn: '2027-03-24' });
  });

  it('ends with the programme', () => {
    const { definition } = new JourneyInHand('2026-03-02').context;
    const city = new JourneyInHand('2026-03-02', { ...definition, endsOn: '2026-07-31' }).join({ done: done(null) });
    city.on('2027-06-30');
    expect(occurrences(city, 'q_review')).toEqual(['q_review@2026-Q1', 'q_review@2026-Q2', 'q_review@2026-Q3']);
  });
});

describe('a step that repeats each year', () => {
  it('counts a 29 February as the last of February in other years', () => {
    const city = new JourneyInHand('2028-02-29').join({ done: done('2028-02-29') });
    expect(city.state.steps['annual_update@1']).toMatchObject({ status: 'open', dueOn: '2029-02-28' });
    city.on('2029-03-05');
    expect(city.state.steps['annual_update@2']).toMatchObject({ openedOn: '2029-02-28', dueOn: '2030-02-28' });
  });

  it('counts each occurrence from its own opening, where the definition says so', () => {
    const { definition } = new JourneyInHand('2026-03-02').context;
    const steps = definition.steps.map((step): typeof step =>
      step.key === 'annual_update'
        ? { ...step, due: { rule: 'after', amount: 20, unit: 'working-days', anchor: { of: 'opening' } } }
        : step,
    );
    const city = new JourneyInHand('2028-02-29', { ...definition, steps }).join({ done: done('2028-02-29') });
    expect(city.state.steps['annual_update@1']?.dueOn).toBe('2028-03-28');
    city.on('2029-03-05');
    expect(city.state.steps['annual_update@2']).toMatchObject({ openedOn: '2029-02-28', dueOn: '2029-03-28' });
  });

  it('is open once, its day to be confirmed, while nobody knows when the first was released', () => {
    // Taken over on a Sunday: it belongs to what is open then, and no letter tells of it.
    const city = new JourneyInHand('2026-11-22').join({ takeover: true, done: done(null) });
    expect(city.state.steps['annual_update@1']).toMatchObject({ status: 'open', dueOn: null });
    city.on('2028-03-01');
    expect(occurrences(city, 'annual_update')).toEqual(['annual_update@1']);
  });
});
