import type { EscalationPolicy } from '@citypath/journey';
import { LateCity } from '../../support/late-city';

const overTheMayor: EscalationPolicy = {
  rungs: [
    { afterWorkingDays: 3, seat: 'manager' },
    { afterWorkingDays: 2, seat: 'mayors_office' },
    { afterWorkingDays: 5, seat: 'director' },
  ],
};

/** Monday 16 March: the manager was told on the 12th, and now a letter to the mayor's office is due. */
const onTheDay = (): LateCity =>
  new LateCity(overTheMayor).on('2026-03-12').reports('manager', 'delivered').on('2026-03-16');

describe('a letter to a mayor’s office', () => {
  it('goes to the manager first: nobody writes over a vice mayor’s head by machine', () => {
    const city = onTheDay();
    expect(city.told()).toEqual(['2026-03-12 escalation +3 → manager', '2026-03-16 to-release → manager']);
    expect(city.needs()).toEqual(['to-release of manager']);
    expect(city.why()).toMatchObject({ ladder: { kind: 'to-release', reaches: { seat: 'mayors_office' } } });
  });

  it('goes when the manager releases it, and the director is told five working days after it arrived', () => {
    const city = onTheDay().give({ kind: 'release-rung', step: 'asw_report' });
    expect(city.needs()).toEqual([]);
    city.reports('mayors_office', 'delivered', '2026-03-17').on('2026-03-31');
    expect(city.told().slice(2)).toEqual([
      '2026-03-16 escalation +5 → mayors_office',
      '2026-03-24 escalation +10 → director',
    ]);
  });

  it('goes in the manager’s own words where they edited it', () => {
    const city = onTheDay().give({ kind: 'release-rung', step: 'asw_report', words: 'text-of-the-manager' });
    expect(city.facts.at(-1)).toMatchObject({
      kind: 'rung-reached',
      to: { seat: 'mayors_office', holder: 'p-mayor' },
      words: 'text-of-the-manager',
      released: true,
      by: 'p-manager',
    });
  });

  it('does not go when the manager declines it; the ladder goes on, counted from that day', () => {
    const city = onTheDay().on('2026-03-17').give({ kind: 'decline-rung', step: 'asw_report', reason: 't' });
    expect(city.needs()).toEqual([]);
    city.on('2026-03-31');
    expect(city.told().slice(2)).toEqual(['2026-03-24 escalation +10 → director']);
  });

  it('is left in silence: after two working days the director is told, once, and it still waits', () => {
    const city = onTheDay().on('2026-04-30');
    expect(city.told().slice(2)).toEqual(['2026-03-18 to-release → director']);
    expect(city.needs()).toEqual(['to-release of manager', 'to-release of director']);
    city.give({ kind: 'release-rung', step: 'asw_report' });
    expect(city.told().at(-1)).toBe('2026-04-30 escalation +5 → mayors_office');
  });

  it('is the director’s at once where the manager cannot be asked', () => {
    const city = onTheDay().reports('manager', 'nobody-there');
    expect(city.told().at(-1)).toBe('2026-03-16 to-release → director');
  });

  it('is not wanted any more when somebody takes the step on, or hands it in', () => {
    const taken = onTheDay().give({ kind: 'acknowledge', step: 'asw_report', untilOn: '2026-03-20' }, 'p-cro');
    expect(taken.needs()).toEqual([]);
    expect(taken.refusalOf({ kind: 'release-rung', step: 'asw_report' })).toMatchObject({
      code: 'rung-not-prepared',
      field: '/step',
    });
    const handedIn = onTheDay().submit('asw_report');
    expect(handedIn.refusalOf({ kind: 'decline-rung', step: 'asw_report', reason: 't' }).code).toBe(
      'rung-not-prepared',
    );
  });

  it('is prepared whatever a definition says, and where it says so for any seat', () => {
    const rungs = overTheMayor.rungs.map(
      (rung) => ({ ...rung, how: rung.seat === 'director' ? 'prepare' : 'send' }) as const,
    );
    const city = new LateCity({ rungs }).on('2026-03-12').reports('manager', 'delivered').on('2026-03-16');
    expect(city.told().at(-1)).toBe('2026-03-16 to-release → manager');
    city.give({ kind: 'decline-rung', step: 'asw_report', reason: 't' }).on('2026-03-23');
    expect(city.told().at(-1)).toBe('2026-03-23 to-release → manager');
  });
});
