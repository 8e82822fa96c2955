import { why } from '@citypath/journey';
import { JourneyInHand } from '../support/journey-in-hand';

function atPhaseOne(): JourneyInHand {
  return new JourneyInHand('2026-03-02').join({
    seats: [{ seat: 'cro', person: 'p-cro', fromOn: null }],
    done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw', 'p1_assets'].map((step) => ({
      step,
      happenedOn: '2026-02-27',
    })),
  });
}

describe('what a journey waits for', () => {
  it('is the most pressing step, with who is to act for a vacant seat and what happens next by itself', () => {
    const city = atPhaseOne().on('2026-03-20').give({ kind: 'vacate', seat: 'cro', on: '2026-03-20' });
    expect(why(city.context, city.state, city.now)).toMatchObject({
      kind: 'open',
      step: 'q_review@2026-Q1',
      who: { seat: 'manager', holder: null },
      forSeat: 'cro',
      dueOn: '2026-03-24',
      inWorkingDays: 2,
      next: { kind: 'reminder', on: '2026-03-23', seat: 'manager' },
    });
  });

  it('is never an optional step that is late: that is asked for, not owed', () => {
    const city = atPhaseOne().on('2026-08-03');
    const required = city.openSteps().filter((ref) => ref !== 'p1_cri');
    for (const step of required) city.give({ kind: 'skip', step, reason: 't' });
    for (let more = city.openSteps(); more.some((ref) => ref !== 'p1_cri'); more = city.openSteps())
      for (const step of more.filter((ref) => ref !== 'p1_cri')) city.give({ kind: 'skip', step, reason: 't' });
    expect(why(city.context, city.state, city.now)).toMatchObject({
      kind: 'optional-past-its-day',
      step: 'p1_cri',
      dueOn: '2026-05-28',
    });
  });
});
