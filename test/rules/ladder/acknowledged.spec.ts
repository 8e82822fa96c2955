import { LateCity } from '../../support/late-city';

describe('an acknowledgement: “I own it until Friday 20 March”', () => {
  const acknowledged = (): LateCity =>
    new LateCity()
      .on('2026-03-12')
      .reports('manager', 'delivered')
      .on('2026-03-13')
      .give({ kind: 'acknowledge', step: 'asw_report', untilOn: '2026-03-20' }, 'p-cro');

  it('holds the ladder and the letters to its owner until that day', () => {
    const city = acknowledged().on('2026-03-13', '10:01');
    city.takeLetters();
    city.on('2026-03-20');
    expect(city.letters.filter(({ step }) => step === 'asw_report')).toEqual([]);
    expect(city.why()).toMatchObject({
      ladder: { kind: 'acknowledged', seat: 'cro', untilOn: '2026-03-20', broken: false },
    });
  });

  it('arms the ladder anew when it is broken: the manager hears of it three working days later, then the director', () => {
    const city = acknowledged().on('2026-03-23');
    expect(city.why()).toMatchObject({ ladder: { kind: 'acknowledged', broken: true } });
    city.on('2026-03-25').reports('manager', 'delivered').on('2026-04-30');
    // After 20 March: ×× 23(1) 24(2) 25(3); after the 25th: 26(1) 27(2) ×× 30(3) 31(4) April 1(5) 2(6) 3(7).
    expect(city.told()).toEqual([
      '2026-03-12 escalation +3 → manager',
      '2026-03-25 escalation +3.2 → manager',
      '2026-04-03 escalation +10.2 → director',
    ]);
  });

  it('given before the due day changes nothing about it', () => {
    const city = new LateCity().give({ kind: 'acknowledge', step: 'asw_report', untilOn: '2026-03-04' }, 'p-cro');
    expect(city.on('2026-03-31').told()).toEqual(['2026-03-12 escalation +3 → manager']);
  });

  it('ends with the step: a submission leaves nothing to tell', () => {
    const city = acknowledged().on('2026-03-19').submit('asw_report').on('2026-03-25');
    expect(city.told()).toEqual(['2026-03-12 escalation +3 → manager']);
    expect(city.state.steps['asw_report']?.ladder).toBeUndefined();
  });

  it('is of a day to come, not farther than twenty working days, and of a step that waits for somebody', () => {
    const city = new LateCity().on('2026-03-13');
    const until = (untilOn: string, step = 'asw_report') =>
      city.refusalOf({ kind: 'acknowledge', step, untilOn: untilOn as '2026-03-20' });
    expect(until('2026-03-12')).toMatchObject({ code: 'day-in-the-past', field: '/untilOn' });
    expect(until('2026-13-12')).toMatchObject({ code: 'day-malformed', field: '/untilOn' });
    expect(until('2026-06-30')).toMatchObject({ code: 'acknowledgement-too-long', field: '/untilOn' });
    expect(until('2026-03-20', 'asw')).toMatchObject({ code: 'step-not-open', field: '/step' });
    expect(until('2026-03-20', 'nothing')).toMatchObject({ code: 'step-unknown' });
  });
});

describe('an agreed date', () => {
  it('ends the ladder, and a new one counts from it', () => {
    const city = new LateCity().on('2026-03-12').reports('manager', 'delivered').on('2026-03-16');
    city.give({ kind: 'agree-date', step: 'asw_report', dueOn: '2026-03-25', reason: 't' });
    expect(city.state.steps['asw_report']?.ladder).toBeUndefined();
    city.on('2026-03-31');
    expect(city.told()).toEqual(['2026-03-12 escalation +3 → manager', '2026-03-30 escalation +3 → manager']);
  });
});
