import { layOver, type CalendarMark } from '@citypath/calendar';
import type { Fact } from '@citypath/journey';
import { china } from '../support/china';
import { inWords, JourneyInHand } from '../support/journey-in-hand';

const springFestival = { en: 'Spring Festival', zh: '春节' };
const sinceNovember: CalendarMark = { kind: 'make-up', from: '2020-01-31', to: '2020-02-01', title: springFestival };
const prolonged: CalendarMark = { kind: 'closure', from: '2020-01-31', to: '2020-02-02', title: springFestival };

/** China's calendar as the notice of November 2019 had it: the data know the last word only. */
const before = layOver(china, [sinceNovember]);
const after = layOver(before, [prolonged]);

/**
 * Yiwu before the Spring Festival of 2020: the workshop was on 27 December, so that its report and the leadership
 * group are due 20 working days later, on 31 January, the first day after the holiday as it was published.
 */
function beforeTheHoliday(): JourneyInHand {
  return new JourneyInHand('2020-01-06', undefined, before).join({
    takeover: true,
    seats: [{ seat: 'cro', person: 'p-cro', fromOn: '2019-10-08' }],
    done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({
      step,
      happenedOn: step === 'asw' ? ('2019-12-27' as const) : ('2019-10-08' as const),
    })),
  });
}

function adopt(city: JourneyInHand): Fact[] {
  const known = city.facts.length;
  city.takeLetters();
  city.give({ kind: 'adopt-calendar', hash: 'c2', calendar: after, reason: 't-notice' });
  return city.facts.slice(known);
}

const moves = (facts: Fact[]) =>
  facts.flatMap((fact) => (fact.kind === 'due-moved' ? [`${fact.step}: ${fact.previousOn} → ${fact.dueOn}`] : []));

describe('the holiday is prolonged in the middle of the holiday, on 27 January 2020', () => {
  it('what was due on 31 January is due on 3 February; old and new are kept, and the baseline stays', () => {
    const city = beforeTheHoliday().on('2020-01-27');
    expect(city.state.steps.asw_report?.dueOn).toBe('2020-01-31');
    const moved = moves(adopt(city));
    expect(moved).toContain('asw_report: 2020-01-31 → 2020-02-03');
    expect(moved).toContain('leadership_group: 2020-01-31 → 2020-02-03');
    expect(city.state.steps.asw_report).toMatchObject({ baselineOn: '2020-01-31', dueOn: '2020-02-03' });
  });

  it('so is what waits to be accepted since 19 January, a make-up Sunday', () => {
    const city = beforeTheHoliday().on('2020-01-19').submit('asw_report').on('2020-01-27');
    expect(city.state.steps.asw_report?.acceptanceDueOn).toBe('2020-01-31');
    expect(moves(adopt(city))).toContain('asw_report: 2020-01-31 → 2020-02-03');
    expect(city.state.steps.asw_report?.acceptanceDueOn).toBe('2020-02-03');
  });

  it('each person gets one letter about all of their dates, on the first working morning', () => {
    const city = beforeTheHoliday().on('2020-01-19').submit('asw_report').on('2020-01-27');
    const facts = adopt(city);
    const [adopted] = facts;
    const letters = city.takeLetters();
    expect(letters.map(({ kind, seat, dueAt }) => [kind, seat, dueAt])).toEqual([
      ['dates-moved', 'manager', '2020-02-03T01:00:00.000Z'],
      ['dates-moved', 'cro', '2020-02-03T01:00:00.000Z'],
    ]);
    const told = adopted?.kind === 'calendar-adopted' ? (adopted.told ?? []) : [];
    // Nothing that moved is left out, and nothing is told twice.
    expect(told.flatMap(({ moved }) => moved.map(({ step }) => step)).sort()).toEqual(
      facts.flatMap((fact) => (fact.kind === 'due-moved' ? [fact.step] : [])).sort(),
    );
  });

  it('no reminder goes on the days that have become holiday', () => {
    const city = beforeTheHoliday().on('2020-01-27');
    adopt(city);
    city.takeLetters();
    expect(city.on('2020-02-02', '23:00').takeLetters()).toEqual([]);
    expect(city.on('2020-02-03').takeLetters().map(inWords)).toContain('reminder asw_report due0 → cro');
  });

  it('the same calendar once more moves nothing and writes to nobody', () => {
    const city = beforeTheHoliday().on('2020-01-27');
    adopt(city);
    const again = adopt(city);
    expect(again.map(({ kind }) => kind)).toEqual(['calendar-adopted']);
    expect(again[0]).not.toHaveProperty('told');
    expect(city.takeLetters()).toEqual([]);
  });

  it('a day that people agreed stays as agreed', () => {
    const city = beforeTheHoliday().on('2020-01-20');
    city.give({ kind: 'agree-date', step: 'asw_report', dueOn: '2020-01-31', reason: 't' }).on('2020-01-27');
    expect(moves(adopt(city)).some((move) => move.startsWith('asw_report'))).toBe(false);
    expect(city.state.steps.asw_report?.dueOn).toBe('2020-01-31');
  });
});
