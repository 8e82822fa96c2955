import { layOver, type Day } from '@citypath/calendar';
import { emptyState, fold, nextMoment, type Fact } from '@citypath/journey';
import { china } from '../../support/china';
import { JourneyInHand } from '../../support/journey-in-hand';
import { LateCity } from '../../support/late-city';

/** A city that joins on Monday 2 March 2026 with its workshop held on `heldOn`: the report is due 20 working days later. */
function joinedAfterWorkshop(heldOn: Day, takeover = false): JourneyInHand {
  const done = ['application', 'selection', 'grant', 'cro', 'asw_prep'].map((step) => ({ step, happenedOn: null }));
  return new JourneyInHand('2026-03-02').join({
    takeover,
    seats: [{ seat: 'cro', person: 'p-cro', fromOn: null }],
    done: [...done, { step: 'asw', happenedOn: heldOn }],
  });
}

/** Who was told of the report's delay: '2026-03-05 +3 → manager'. */
function told(city: JourneyInHand): string[] {
  return city.letters
    .filter(({ kind, step }) => kind === 'escalation' && step === 'asw_report')
    .map(({ dueAt, threshold, seat }) => `${dueAt.slice(0, 10)} ${threshold.slice(3).split('@')[0] ?? ''} → ${seat}`);
}

describe('where a ladder begins', () => {
  it('a city that is taken over is told once, the newest level only', () => {
    const city = joinedAfterWorkshop('2026-01-05', true).on('2026-04-30');
    expect(city.state.steps['asw_report']?.dueOn).toBe('2026-02-02');
    // The director’s day had come on 24 February: nobody tells the manager first of what is that old.
    expect(told(city)).toEqual(['2026-03-02 +10 → director']);
  });

  it('a step that opens behind its day is not late the day it opens: the first rung counts from there', () => {
    const city = joinedAfterWorkshop('2026-01-05').on('2026-04-30');
    expect(told(city)).toEqual(['2026-03-05 +3 → manager', '2026-03-16 +10 → director']);
  });

  it('an amended calendar that moves the day into the future ends the ladder, and a new one counts from that day', () => {
    const city = joinedAfterWorkshop('2026-02-04').on('2026-03-16');
    expect(city.state.steps['asw_report']?.dueOn).toBe('2026-03-10');
    const closed = layOver(china, [
      { kind: 'closure', from: '2026-03-05', to: '2026-03-20', title: { en: 'Closed', zh: '放假' } },
    ]);
    city.give({ kind: 'adopt-calendar', hash: 'c2', calendar: closed, reason: 't' }).on('2026-04-01');
    expect(city.state.steps['asw_report']?.dueOn).toBe('2026-03-26');
    expect(told(city)).toEqual(['2026-03-13 +3 → manager', '2026-03-31 +3 → manager']);
  });

  it('a calendar that is taken back brings the former day back: its second ladder writes letters of its own', () => {
    const city = joinedAfterWorkshop('2026-02-04').on('2026-03-16');
    const closed = layOver(china, [
      { kind: 'closure', from: '2026-03-05', to: '2026-03-20', title: { en: 'Closed', zh: '放假' } },
    ]);
    city.give({ kind: 'adopt-calendar', hash: 'c2', calendar: closed, reason: 't' });
    city.give({ kind: 'adopt-calendar', hash: 'c1', calendar: china, reason: 't' }).on('2026-04-01');
    expect(city.state.steps['asw_report']?.dueOn).toBe('2026-03-10');
    // The same letter a second time would never be written, and the ladder would wait for it for ever.
    expect(told(city)).toEqual(['2026-03-13 +3 → manager', '2026-03-18 +3.2 → manager', '2026-03-27 +10.2 → director']);
  });

  it('one person in two seats is not told of themselves', () => {
    const city = new LateCity({
      rungs: [
        { afterWorkingDays: 3, seat: 'deputy_cro' },
        { afterWorkingDays: 2, seat: 'manager' },
      ],
    });
    city.give({ kind: 'appoint', seat: 'deputy_cro', person: 'p-cro', fromOn: null }).on('2026-03-31');
    expect(city.told()).toEqual(['2026-03-16 escalation +5 → manager']);
  });

  it('a journal of before, whose rungs say neither number nor day, is folded as if they had arrived', () => {
    const city = new LateCity().on('2026-03-12');
    const before = city.facts.map((fact): Fact => {
      if (fact.kind !== 'rung-reached') return fact;
      const { rung: _, on: __, ...older } = fact;
      return older;
    });
    const state = fold(emptyState(city.state.journeyId), before);
    expect(state.steps['asw_report']?.ladder).toEqual({ rung: 1, fromOn: '2026-03-12' });
    city.state = state;
    expect(nextMoment(city.context, state, city.now)).not.toBeNull();
    expect(city.on('2026-03-31').told()).toEqual([
      '2026-03-12 escalation +3 → manager',
      '2026-03-23 escalation +10 → director',
    ]);
  });
});
