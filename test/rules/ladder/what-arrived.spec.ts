import { LateCity } from '../../support/late-city';

describe('the ladder counts from what arrived', () => {
  it('tells the manager three working days after the due day, and the director seven after the manager’s letter arrived', () => {
    const city = new LateCity().on('2026-03-12').reports('manager', 'delivered').on('2026-03-31');
    expect(city.told()).toEqual(['2026-03-12 escalation +3 → manager', '2026-03-23 escalation +10 → director']);
  });

  it('counts from the day of delivery where that is later than the day on which it was told', () => {
    const city = new LateCity().on('2026-03-17').reports('manager', 'delivered', '2026-03-16').on('2026-03-31');
    expect(city.told()).toEqual(['2026-03-12 escalation +3 → manager', '2026-03-25 escalation +10 → director']);
  });

  it('waits while nobody knows what became of the manager’s letter', () => {
    const city = new LateCity().on('2026-04-30');
    expect(city.told()).toEqual(['2026-03-12 escalation +3 → manager']);
    expect(city.why()).toMatchObject({
      kind: 'overdue',
      ladder: { kind: 'awaiting-post', seat: 'manager', sinceOn: '2026-03-12' },
    });
  });

  it('foretells it as if the letter had arrived on its day', () => {
    const city = new LateCity().on('2026-03-20');
    expect(city.why()).toMatchObject({ next: { kind: 'escalation', on: '2026-03-23', seat: 'director' } });
  });

  it('says nothing twice, and takes a report of letters that nobody waits for without a word', () => {
    const city = new LateCity().on('2026-03-12').reports('manager', 'delivered');
    const before = city.facts.length;
    city.reports('manager', 'delivered').reports('cro', 'delivered');
    expect(city.facts.length).toBe(before);
  });
});

describe('a letter that did not go', () => {
  it('because a person skipped it counts as told: the ladder goes on from that day', () => {
    const city = new LateCity().on('2026-03-13').reports('manager', 'kept-back').on('2026-03-31');
    expect(city.told().slice(1)).toEqual(['2026-03-24 escalation +10 → director']);
  });

  it('because a hold took it back is told once more when the hold has ended', () => {
    const city = new LateCity()
      .on('2026-03-12')
      .give({ kind: 'hold', awaiting: 't', reason: 't', untilOn: '2026-03-20' });
    city.on('2026-03-13').reports('manager', 'not-sent').on('2026-03-20');
    expect(city.told()).toEqual(['2026-03-12 escalation +3 → manager', '2026-03-20 escalation +3.2 → manager']);
    city.reports('manager', 'delivered').on('2026-04-30');
    expect(city.told().slice(2)).toEqual(['2026-03-31 escalation +10.2 → director']);
  });
});

describe('a bounce on the first rung', () => {
  it('passes the manager over at once, tells the director of both, and makes the address somebody’s task', () => {
    const city = new LateCity().on('2026-03-12').reports('manager', 'bounced').on('2026-03-12', '10:05');
    expect(city.told()).toEqual([
      '2026-03-12 escalation +3 → manager',
      '2026-03-12 rung-passed-over → director',
      '2026-03-12 contact-lost → director',
      '2026-03-12 escalation +10 → director',
    ]);
    expect(city.needs()).toEqual(['contact of director']);
  });

  it('does the same where the seat is empty, or its holder away, without a task for an address', () => {
    for (const outcome of ['nobody-there', 'absent'] as const) {
      const city = new LateCity().on('2026-03-12').reports('manager', outcome).on('2026-03-12', '10:05');
      expect(city.told().slice(1)).toEqual([
        '2026-03-12 rung-passed-over → director',
        '2026-03-12 escalation +10 → director',
      ]);
      expect(city.needs()).toEqual([]);
    }
  });
});

describe('an owner whom letters do not reach', () => {
  it('is not climbed over: the manager is asked to mend the address, and nobody is told of the delay', () => {
    const city = new LateCity().on('2026-03-10').reports('cro', 'bounced').on('2026-03-31');
    expect(city.told()).toEqual(['2026-03-10 contact-lost → manager']);
    expect(city.needs()).toEqual(['contact of manager']);
    expect(city.why()).toMatchObject({ ladder: { kind: 'contact-lost', seat: 'cro', person: 'p-cro' } });
  });

  it('is told anew when the address is mended, and the ladder counts from the day on which that arrives', () => {
    const city = new LateCity().on('2026-03-10').reports('cro', 'bounced').on('2026-03-17');
    city.takeLetters();
    city.addressMended('cro', 'p-cro').on('2026-03-20');
    const told = city.letters.filter(({ step }) => step === 'asw_report');
    expect(told.map(({ kind, threshold }) => `${kind} ${threshold}`)).toEqual([
      'overdue due+6.2@2026-03-09',
      'overdue due+7@2026-03-09',
    ]);
    expect(city.needs()).toEqual([]);
    const afresh = told[0];
    if (!afresh) throw new Error('Nobody was told anew.');
    city.give(
      {
        kind: 'post-reported',
        outcomes: [{ ...afresh, outcome: 'delivered', on: '2026-03-18' }],
        mended: [],
      },
      null,
    );
    city.on('2026-03-31');
    // 18 March is a Wednesday: 19(1) 20(2) ×× 23(3).
    expect(city.told()).toEqual(['2026-03-23 escalation +3.2 → manager']);
  });

  it('takes the trouble along when the seat is handed over', () => {
    const city = new LateCity().on('2026-03-10').reports('cro', 'bounced');
    city.give({ kind: 'hand-over', seat: 'cro', person: 'p-new', fromOn: null }).on('2026-03-12');
    expect(city.needs()).toEqual([]);
    expect(city.told()).toContain('2026-03-12 escalation +3 → manager');
  });
});
