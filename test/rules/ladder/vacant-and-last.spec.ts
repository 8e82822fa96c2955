import { forecastLetters, type EscalationPolicy } from '@citypath/journey';
import { LateCity } from '../../support/late-city';

describe('a vacant rung', () => {
  const byTheFocalPoint: EscalationPolicy = {
    rungs: [
      { afterWorkingDays: 3, seat: 'focal_point' },
      { afterWorkingDays: 7, seat: 'director' },
    ],
  };

  it('is passed over on the same morning: the next one is told at once, and the manager hears why', () => {
    const city = new LateCity(byTheFocalPoint).on('2026-03-31');
    expect(city.told()).toEqual(['2026-03-12 rung-passed-over → manager', '2026-03-12 escalation +10 → director']);
    expect(city.facts.find(({ kind }) => kind === 'rung-passed-over')).toMatchObject({
      passed: { seat: 'focal_point', holder: null },
      why: 'vacant',
    });
  });

  it('is foretold: the forecast passes it over too', () => {
    const city = new LateCity(byTheFocalPoint);
    const ahead = forecastLetters(city.context, city.state, city.now, '2026-03-31');
    expect(
      ahead
        .filter(({ kind, step }) => kind === 'escalation' && step === 'asw_report')
        .map(({ on, seat }) => [on, seat]),
    ).toEqual([['2026-03-12', 'director']]);
  });

  it('is the owner’s own: nobody is told of themselves, and the director’s day stays', () => {
    const city = new LateCity().give({ kind: 'vacate', seat: 'cro', on: '2026-03-02' }).on('2026-03-31');
    expect(city.told()).toEqual(['2026-03-23 escalation +10 → director']);
  });
});

describe('the end of the ladder', () => {
  it('is a state that everybody sees and the manager has to look at', () => {
    const city = new LateCity().on('2026-03-12').reports('manager', 'delivered').on('2026-03-23');
    expect(city.needs()).toEqual([]);
    city.reports('director', 'delivered').on('2026-04-30');
    expect(city.needs()).toEqual(['ladder-ended of manager']);
    expect(city.why()).toMatchObject({ ladder: { kind: 'ended', sinceOn: '2026-03-23' } });
    expect(city.told()).toHaveLength(2);
    expect(city.facts.find((fact) => fact.kind === 'rung-reached' && fact.to.seat === 'director')).toMatchObject({
      lastRung: true,
    });
  });

  it('comes after the repeats, each counted from the delivery of the one before', () => {
    const repeating: EscalationPolicy = {
      rungs: [
        { afterWorkingDays: 3, seat: 'manager' },
        { afterWorkingDays: 2, seat: 'director' },
      ],
      repeats: { times: 2, everyWorkingDays: 5 },
    };
    const city = new LateCity(repeating).on('2026-03-12').reports('manager', 'delivered');
    for (const on of ['2026-03-16', '2026-03-23', '2026-03-30'] as const) city.on(on).reports('director', 'delivered');
    city.on('2026-05-29');
    expect(city.told()).toEqual([
      '2026-03-12 escalation +3 → manager',
      '2026-03-16 escalation +5 → director',
      '2026-03-23 escalation +10 → director',
      '2026-03-30 escalation +15 → director',
    ]);
    expect(city.needs()).toEqual(['ladder-ended of manager']);
  });

  it('is over when the city delivers', () => {
    const city = new LateCity().on('2026-03-12').reports('manager', 'delivered').on('2026-03-23');
    city.reports('director', 'delivered').submit('asw_report');
    expect(city.needs()).toEqual([]);
    expect(city.state.steps['asw_report']?.ladder).toBeUndefined();
  });
});

describe('a hold', () => {
  it('stops the ladder, and its days do not count', () => {
    const city = new LateCity().on('2026-03-12').reports('manager', 'delivered').on('2026-03-13');
    city.give({ kind: 'hold', awaiting: 't', reason: 't', untilOn: '2026-03-20' }).on('2026-03-31');
    // One day had passed; Friday 13 to Friday 20 March are five working days: the 23rd becomes the 30th.
    expect(city.told()).toEqual(['2026-03-12 escalation +3 → manager', '2026-03-30 escalation +10 → director']);
  });
});

describe('silence of whoever is to accept', () => {
  it('climbs by the same ladder', () => {
    const { definition } = new LateCity().context;
    const rungs = [
      { afterWorkingDays: 3, seat: 'mayors_office' },
      { afterWorkingDays: 2, seat: 'director' },
    ];
    const city = new LateCity(undefined, { steps: definition.steps, acceptance: { ...definition.acceptance, rungs } });
    city.submit('asw_report').on('2026-03-05');
    expect(city.told()).toEqual(['2026-03-05 to-release → manager']);
    city
      .give({ kind: 'decline-rung', step: 'asw_report', reason: 't' })
      .on('2026-03-09')
      .reports('director', 'bounced');
    expect(city.told().slice(1)).toEqual([
      '2026-03-09 escalation → director',
      '2026-03-09 rung-passed-over → manager',
      '2026-03-09 contact-lost → manager',
    ]);
    expect(city.needs()).toEqual(['contact of manager', 'ladder-ended of manager']);
  });
});
