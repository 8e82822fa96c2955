import { dayAt, type Instant } from '@citypath/calendar';
import { lettersDue, type LetterKind } from '@citypath/journey';
import { fourCities, planDates } from '@citypath/local/demonstration';
import { china } from '../support/china';
import { inWords, JourneyInHand } from '../support/journey-in-hand';

/** The four cities as the loader takes them over at `now`, and what the clock told in the first minute. */
function firstMinute(now: Instant): {
  cities: Map<string, JourneyInHand>;
  told: Map<string, string[]>;
  kinds: Set<LetterKind>;
} {
  const plans = planDates(china, dayAt(china, now));
  const cities = new Map<string, JourneyInHand>();
  const told = new Map<string, string[]>();
  const kinds = new Set<LetterKind>();
  for (const { key, seats, done } of fourCities) {
    const city = new JourneyInHand('2026-01-05');
    city.now = now;
    city.join({
      takeover: true,
      seats: seats.map(({ seat, holder }) => ({ seat, person: holder, fromOn: null })),
      done: done.map(({ step, happenedOn, presumed }) => ({
        step,
        happenedOn: happenedOn as null,
        presumed: presumed ?? false,
      })),
    });
    const plan = plans.find((candidate) => candidate.city === key);
    for (const { step, dueOn } of plan?.dates ?? [])
      city.give({ kind: 'agree-date', step, dueOn, reason: 't', planned: true });
    for (const step of plan?.submitted ?? []) city.submit(step);
    city.until(new Date(Date.parse(now) + 60_000).toISOString() as Instant);
    const byTheClock = city.facts.filter(({ commandId }) => commandId === 'clock').flatMap(lettersDue);
    for (const { kind } of byTheClock) kinds.add(kind);
    told.set(key, byTheClock.map(inWords));
    cities.set(key, city);
  }
  return { cities, told, kinds };
}

describe('the demonstration shows every kind of thing within a minute, whatever the day', () => {
  const moments: [string, Instant][] = [
    ['New Year’s Day, a holiday', '2027-01-01T02:00:00.000Z'],
    ['a working day in March', '2027-03-03T02:00:00.000Z'],
    ['the first day of National Day', '2026-10-01T02:00:00.000Z'],
    ['a Sunday', '2026-11-22T06:00:00.000Z'],
    ['at eleven in the evening', '2026-11-23T15:00:00.000Z'],
    ['half past midnight', '2026-11-24T16:30:00.000Z'],
  ];

  it.each(moments)('%s', (_name, now) => {
    const { told, kinds } = firstMinute(now);
    expect(kinds).toEqual(new Set(['reminder', 'overdue', 'escalation']));
    expect(Object.fromEntries(told)).toEqual({
      deyang: ['overdue p1_stakeholders due+4 → cro', 'escalation p1_stakeholders due+3 → manager'],
      huangshi: [],
      haiyan: ['reminder asw_report due-3 → cro'],
      yiwu: ['overdue asw_report due+1 → cro'],
    });
  });

  it('one step waits to be accepted, and no seat is told to be vacant', () => {
    const { cities } = firstMinute('2026-11-22T06:00:00.000Z');
    expect(cities.get('huangshi')?.state.steps.p1_stakeholders?.status).toBe('submitted');
    for (const city of cities.values()) expect(city.facts.some(({ kind }) => kind === 'vacancy-noticed')).toBe(false);
  });

  it('marks every planned date, and dates nothing that the note leaves open', () => {
    const { cities } = firstMinute('2026-11-22T06:00:00.000Z');
    expect(cities.get('yiwu')?.state.steps.asw_report).toMatchObject({ planned: true });
    for (const city of ['deyang', 'huangshi']) {
      expect(cities.get(city)?.state.steps.leadership_group).toMatchObject({ status: 'open', dueOn: null });
      expect(cities.get(city)?.state.steps.asw).toMatchObject({ status: 'done', doneOn: null, presumed: true });
    }
  });
});
