import type { EscalationPolicy } from '@citypath/journey';
import { LateCity } from '../../support/late-city';

const overTheMayor: EscalationPolicy = {
  rungs: [
    { afterWorkingDays: 3, seat: 'manager' },
    { afterWorkingDays: 2, seat: 'mayors_office' },
    { afterWorkingDays: 5, seat: 'director' },
  ],
};

/** Monday 16 March: a letter to the mayor’s office waits for the manager. */
const prepared = (): LateCity =>
  new LateCity(overTheMayor).on('2026-03-12').reports('manager', 'delivered').on('2026-03-16');

describe('a seat that is handed over', () => {
  it('between a rung and its letter: the successor is told instead', () => {
    const city = new LateCity({
      rungs: [
        { afterWorkingDays: 3, seat: 'deputy_cro' },
        { afterWorkingDays: 7, seat: 'director' },
      ],
    });
    city.give({ kind: 'appoint', seat: 'deputy_cro', person: 'p-deputy', fromOn: null }).on('2026-03-12', '09:01');
    city.give({ kind: 'hand-over', seat: 'deputy_cro', person: 'p-new', fromOn: null }).on('2026-03-13');
    const taken = city.letters.find(({ kind, holder }) => kind === 'escalation' && holder === 'p-deputy');
    if (!taken) throw new Error('The deputy was not told.');
    const takenBack = { ...taken, outcome: 'not-sent', on: '2026-03-13' } as const;
    city.give({ kind: 'post-reported', outcomes: [takenBack], mended: [] }, null);
    city.on('2026-03-13', '10:01');
    expect(city.letters.filter(({ kind }) => kind === 'escalation').map(({ holder }) => holder)).toEqual([
      'p-deputy',
      'p-new',
    ]);
    city.reports('deputy_cro', 'delivered').on('2026-03-31');
    expect(city.told().slice(2)).toEqual(['2026-03-24 escalation +10.2 → director']);
  });

  it.each(['bounced', 'nobody-there'] as const)(
    'while the ladder waits for the officer’s letter, which is then %s: it waits for it no more',
    (outcome) => {
      const city = new LateCity().on('2026-03-10').reports('cro', 'bounced').on('2026-03-11');
      city.addressMended('cro', 'p-cro');
      const afresh = city.letters.at(-1);
      if (!afresh) throw new Error('The officer was not told anew.');
      city.give({ kind: 'hand-over', seat: 'cro', person: 'p-new', fromOn: null });
      city.give({ kind: 'post-reported', outcomes: [{ ...afresh, outcome, on: '2026-03-12' }], mended: [] }, null);
      city.on('2026-03-31');
      // Counted from the 11th, when the officer was told anew: 12(1) 13(2) ×× 16(3).
      expect(city.told().slice(1)).toEqual(['2026-03-16 escalation +3.2 → manager']);
    },
  );

  it('while a letter to it is prepared: the release writes to whoever sits there now', () => {
    const city = prepared().give({ kind: 'hand-over', seat: 'mayors_office', person: 'p-next-mayor', fromOn: null });
    expect(city.why()).toMatchObject({ ladder: { reaches: { seat: 'mayors_office', holder: 'p-next-mayor' } } });
    city.give({ kind: 'release-rung', step: 'asw_report' });
    expect(city.letters.at(-1)).toMatchObject({ kind: 'escalation', seat: 'mayors_office', holder: 'p-next-mayor' });
  });
});

describe('a hold over a letter that is prepared', () => {
  const held = (): LateCity =>
    prepared().give({ kind: 'hold', awaiting: 't', reason: 't', untilOn: '2026-03-23' }).on('2026-03-23');

  it('stops the two working days after which the director is told that nobody released it', () => {
    const city = held().on('2026-03-24');
    expect(city.told().slice(2)).toEqual([]);
    city.on('2026-03-25');
    expect(city.told().slice(2)).toEqual(['2026-03-25 to-release → director']);
  });

  it('moves the day, and the letter that is released names the day as it is now', () => {
    const city = held();
    const { dueOn } = city.state.steps['asw_report'] ?? {};
    city.give({ kind: 'release-rung', step: 'asw_report' });
    expect(city.letters.at(-1)?.threshold).toBe(`due+5@${dueOn}`);
  });
});
