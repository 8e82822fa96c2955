import { explainDue } from '@citypath/journey';
import { JourneyInHand } from '../support/journey-in-hand';

/** Yiwu after its workshop of 7 September 2026: report and leadership group are due 20 working days later. */
const afterTheWorkshop = () =>
  new JourneyInHand('2026-09-10').join({
    takeover: true,
    seats: [{ seat: 'cro', person: 'p-cro', fromOn: null }],
    done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({
      step,
      happenedOn: step === 'asw' ? ('2026-09-07' as const) : null,
    })),
  });

const explained = (city: JourneyInHand, ref = 'asw_report') =>
  explainDue(city.context, city.state, city.state.steps[ref]!)?.sentence ?? null;

describe('a date explains itself', () => {
  it('by what it was counted from, and every day off and make-up day on the way', () => {
    expect(explained(afterTheWorkshop())).toEqual({
      en: 'Sat 10 Oct 2026: 20 working days from 7 Sep; 25–27 Sep and 1–7 Oct are holidays; Sun 20 Sep and Sat 10 Oct are make-up working days',
      zh: '2026年10月10日（周六）：9月7日之后第20个工作日；9月25日至27日、10月1日至7日放假；9月20日（周日）、10月10日（周六）调休上班',
    });
  });

  it('and by the days that a hold has added', () => {
    const city = afterTheWorkshop().on('2026-09-14');
    city.give({ kind: 'hold', awaiting: 't', reason: 't', untilOn: '2026-09-30' });
    city.on('2026-09-17').give({ kind: 'resume', reason: 't' });
    expect(city.state.steps.asw_report?.dueOn).toBe('2026-10-14');
    expect(explained(city)?.en).toMatch(/^Wed 14 Oct 2026: 23 working days from 7 Sep, 3 of them on hold; /);
    expect(explained(city)?.zh).toMatch(/^2026年10月14日（周三）：9月7日之后第23个工作日（含暂停的3个工作日）；/);
  });

  it('also the day by which something is to be accepted', () => {
    const city = afterTheWorkshop().on('2026-09-30').submit('asw_report');
    expect(explained(city)?.en).toBe(
      'Tue 13 Oct 2026: 5 working days from 30 Sep; 1–7 Oct is holiday; Sat 10 Oct is a make-up working day',
    );
  });

  it('across New Year says which holidays are not published yet', () => {
    const city = afterTheWorkshop().on('2026-12-29').submit('asw_report');
    expect(explained(city)).toEqual({
      en: 'Wed 6 Jan 2027: 5 working days from 29 Dec 2026; 1 Jan is holiday; the holidays of 2027 are not published yet',
      zh: '2027年1月6日（周三）：2026年12月29日之后第5个工作日；1月1日放假；2027年放假安排尚未公布',
    });
  });

  it('but not a day that people agreed, nor one that is not known', () => {
    const city = afterTheWorkshop();
    city.give({ kind: 'agree-date', step: 'asw_report', dueOn: '2026-10-20', reason: 't' });
    expect(explained(city)).toBeNull();
    city.give({ kind: 'reopen', step: 'asw', reason: 't' });
    expect(explained(city, 'asw')).toBeNull();
  });
});
