import { china, paris } from './fixtures/calendars';
import { dateInWords, explainWorkingDays } from './index';

describe('a date in words', () => {
  it('has its weekday, in both languages', () => {
    expect(dateInWords('2026-10-26', 'en')).toBe('Mon 26 Oct 2026');
    expect(dateInWords('2026-10-26', 'zh')).toBe('2026年10月26日（周一）');
    expect(dateInWords('2027-02-07', 'zh')).toBe('2027年2月7日（周日）');
  });
});

describe('how a date was counted', () => {
  it('names the holiday and the make-up day in it', () => {
    const explanation = explainWorkingDays(china, '2026-09-30', 3);
    expect(explanation.sentence).toEqual({
      en: 'Sat 10 Oct 2026: 3 working days from 30 Sep; 1–7 Oct is holiday; Sat 10 Oct is a make-up working day',
      zh: '2026年10月10日（周六）：9月30日之后第3个工作日；10月1日至7日放假；10月10日（周六）调休上班',
    });
    expect(explanation).toMatchObject({
      to: '2026-10-10',
      closures: [{ from: '2026-10-01', to: '2026-10-07', titles: [{ en: 'National Day', zh: '国庆节' }] }],
      makeUpDays: [{ on: '2026-10-10' }],
      provisionalYears: [],
    });
  });

  it('lists several holidays and make-up days', () => {
    expect(explainWorkingDays(china, '2026-09-18', 16).reckoning).toEqual({
      en: '16 working days from 18 Sep; 25–27 Sep and 1–7 Oct are holidays; Sun 20 Sep and Sat 10 Oct are make-up working days',
      zh: '9月18日之后第16个工作日；9月25日至27日、10月1日至7日放假；9月20日（周日）、10月10日（周六）调休上班',
    });
  });

  it('is short where only weekends were passed', () => {
    expect(explainWorkingDays(china, '2026-11-20', 1).sentence).toEqual({
      en: 'Mon 23 Nov 2026: 1 working day from 20 Nov',
      zh: '2026年11月23日（周一）：11月20日之后第1个工作日',
    });
  });

  it('tells the days that a hold has added', () => {
    expect(explainWorkingDays(china, '2026-11-20', 8, 3).reckoning).toEqual({
      en: '8 working days from 20 Nov, 3 of them on hold',
      zh: '11月20日之后第8个工作日（含暂停的3个工作日）',
    });
  });

  it('goes backwards', () => {
    expect(explainWorkingDays(china, '2026-10-10', -3).sentence).toEqual({
      en: 'Wed 30 Sep 2026: 3 working days before 10 Oct; 1–7 Oct is holiday',
      zh: '2026年9月30日（周三）：10月10日之前第3个工作日；10月1日至7日放假',
    });
  });

  it('says the year where it is another, and that its holidays are not published', () => {
    const explanation = explainWorkingDays(china, '2026-12-30', 2);
    expect(explanation.sentence).toEqual({
      en: 'Mon 4 Jan 2027: 2 working days from 30 Dec 2026; 1 Jan is holiday; the holidays of 2027 are not published yet',
      zh: '2027年1月4日（周一）：2026年12月30日之后第2个工作日；1月1日放假；2027年放假安排尚未公布',
    });
    expect(explanation.provisionalYears).toEqual([2027]);
  });

  it('joins a holiday that spans New Year, or two months', () => {
    expect(explainWorkingDays(china, '2018-12-29', 1).reckoning).toEqual({
      en: '1 working day from 29 Dec 2018; 30 Dec 2018 – 1 Jan 2019 is holiday',
      zh: '2018年12月29日之后第1个工作日；2018年12月30日至2019年1月1日放假',
    });
    expect(explainWorkingDays(china, '2025-01-24', 3).reckoning).toEqual({
      en: '3 working days from 24 Jan; 28 Jan – 4 Feb is holiday; Sun 26 Jan is a make-up working day',
      zh: '1月24日之后第3个工作日；1月28日至2月4日放假；1月26日（周日）调休上班',
    });
  });

  it('leaves out a holiday that took no working day, and does not count nothing', () => {
    expect(explainWorkingDays(china, '2027-10-01', 1).reckoning.en).toBe(
      '1 working day from 1 Oct; the holidays of 2027 are not published yet',
    );
    expect(explainWorkingDays(china, '2027-03-01', 0).sentence).toEqual({
      en: 'Mon 1 Mar 2027: the day itself',
      zh: '2027年3月1日（周一）：当日',
    });
  });

  it('does not promise a notice for years long past', () => {
    expect(explainWorkingDays(china, '2014-12-01', 1).reckoning).toEqual({
      en: '1 working day from 1 Dec; the holidays of 2014 are not in this calendar',
      zh: '12月1日之后第1个工作日；本日历未收录2014年放假安排',
    });
    expect(explainWorkingDays({ ...china, publishedYears: [] }, '2014-12-01', 1).provisionalYears).toEqual([2014]);
  });
});

describe('a weekend that is not Saturday and Sunday', () => {
  const egypt = { ...paris, weekend: [5, 6], publishedYears: [2026] };
  const india = { ...paris, weekend: [7], publishedYears: [2026] };

  it('is named where it was passed over', () => {
    expect(explainWorkingDays(egypt, '2026-11-19', 1)).toMatchObject({
      weekend: [5, 6],
      sentence: {
        en: 'Sun 22 Nov 2026: 1 working day from 19 Nov; Friday and Saturday are the weekend',
        zh: '2026年11月22日（周日）：11月19日之后第1个工作日；周五、周六为周末',
      },
    });
    expect(explainWorkingDays(india, '2026-11-20', 2).sentence.en).toBe(
      'Mon 23 Nov 2026: 2 working days from 20 Nov; Sunday is the weekend',
    );
  });

  it('and is not, where none of its days lay between', () => {
    expect(explainWorkingDays(egypt, '2026-11-22', 2).reckoning.en).toBe('2 working days from 22 Nov');
    expect(explainWorkingDays(egypt, '2026-11-22', 0).weekend).toEqual([]);
  });
});
