import { openNeeds } from '@citypath/journey';
import { JourneyInHand } from '../support/journey-in-hand';

function reportWanted(): JourneyInHand {
  return new JourneyInHand('2026-02-26').join({
    joinedOn: '2025-01-02',
    seats: [
      { seat: 'cro', person: 'p-cro', liaison: 'p-liaison', fromOn: '2026-02-02' },
      { seat: 'mayors_office', person: 'p-mayor', fromOn: null },
    ],
    done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({
      step,
      happenedOn: '2026-02-26',
    })),
  });
}

const needsOf = (city: JourneyInHand) => openNeeds(city.context, city.state);
const need = (city: JourneyInHand, key: string) => needsOf(city).find((one) => one.key === key);

describe('what a journey waits for', () => {
  it('names each open step with its seat, its holder and liaison, its day and the day from which it is near', () => {
    const city = reportWanted();
    expect(need(city, 'to-do:asw_report')).toMatchObject({
      kind: 'to-do',
      seat: 'cro',
      holder: 'p-cro',
      liaison: 'p-liaison',
      dueOn: '2026-03-25',
      atRiskFromOn: '2026-03-20',
      optional: false,
      quarterly: false,
      sinceOn: '2026-02-26',
    });
    expect(need(city, 'to-do:q_review@2026-Q1')).toMatchObject({ quarterly: true });
    expect(needsOf(city).some(({ key }) => key.startsWith('to-accept'))).toBe(false);
  });

  it('is near over a holiday as the board counts it: three working days before the first day back', () => {
    const city = reportWanted();
    city.give({ kind: 'agree-date', step: 'asw_report', dueOn: '2026-10-08', reason: 't' });
    expect(need(city, 'to-do:asw_report')).toMatchObject({ atRiskFromOn: '2026-09-28' });
  });

  it('is to accept once it is handed in, by the accepting seat’s own day', () => {
    const city = reportWanted().on('2026-03-24').submit('asw_report');
    expect(need(city, 'to-do:asw_report')).toBeUndefined();
    expect(need(city, 'to-accept:asw_report')).toMatchObject({
      seat: 'manager',
      holder: null,
      dueOn: '2026-03-31',
      waiver: false,
    });
    const asking = reportWanted();
    const waiver = { reason: 't' };
    asking.give({ kind: 'submit', step: 'cro_funding_end', evidence: { text: null, keys: [] }, waiver }, 'p-mayor');
    expect(need(asking, 'to-accept:cro_funding_end')).toMatchObject({ waiver: true });
  });

  it('is a vacancy for whoever fills the seat, and for the manager; the work goes to whoever stands in', () => {
    const city = reportWanted().give({ kind: 'name-liaison', seat: 'cro', person: null });
    city.give({ kind: 'vacate', seat: 'cro', on: '2026-02-26' });
    const vacancies = needsOf(city).filter(({ kind }) => kind === 'vacancy');
    expect(vacancies.map(({ key, holder }) => [key, holder])).toEqual([
      ['vacancy:cro:mayors_office', 'p-mayor'],
      ['vacancy:cro:manager', null],
    ]);
    expect(need(city, 'to-do:asw_report')).toMatchObject({ seat: 'manager', holder: null });
  });

  it('is a question for whoever was asked, and for the successor once they have left', () => {
    const city = reportWanted();
    const ask = { kind: 'comment', step: 'asw_report', comment: 't-1', audience: 'everyone' } as const;
    city.give({ ...ask, as: ['manager'], mentions: [{ seat: 'cro', holder: 'p-liaison' }] });
    const asked = () => needsOf(city).find(({ kind }) => kind === 'question');
    expect(asked()).toMatchObject({ seat: 'cro', holder: 'p-liaison', comment: 't-1', askedBy: 'p-manager' });
    city.give({ kind: 'name-liaison', seat: 'cro', person: null });
    expect(asked()).toMatchObject({ holder: 'p-cro' });
    city.give({ kind: 'hand-over', seat: 'cro', person: 'p-next', fromOn: null });
    expect(asked()).toMatchObject({ holder: 'p-next' });
  });

  it('is nothing any more once the journey has ended, and the same while it is on hold', () => {
    const city = reportWanted();
    const before = needsOf(city).length;
    city.give({ kind: 'hold', awaiting: 't', reason: 't', untilOn: '2026-03-13' });
    expect(needsOf(city).length).toBe(before);
    city.give({ kind: 'withdraw', reason: 't' });
    expect(needsOf(city)).toEqual([]);
  });
});
