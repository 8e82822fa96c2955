import { inWords, JourneyInHand } from '../support/journey-in-hand';

/** The workshop was held; its report is due on 26 March. */
function reportWanted(): JourneyInHand {
  return new JourneyInHand('2026-02-26').join({
    joinedOn: '2025-01-02',
    seats: [{ seat: 'cro', person: 'p-cro', fromOn: '2026-02-02' }],
    done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({
      step,
      happenedOn: '2026-02-26',
    })),
  });
}

describe('the officer hands in the workshop report', () => {
  it('stops the reminders at once; the manager is asked to accept', () => {
    const city = reportWanted().on('2026-03-24');
    expect(city.state.steps.asw_report?.dueOn).toBe('2026-03-25');
    city.takeLetters();
    city.submit('asw_report');
    expect(city.takeLetters().map(inWords)).toEqual(['to-accept asw_report → manager']);
    expect(
      city
        .on('2026-03-27')
        .takeLetters()
        .filter(({ step, kind }) => step === 'asw_report' && kind !== 'to-accept'),
    ).toEqual([]);
    expect(city.facts.findLast((fact) => fact.kind === 'step-submitted')).toMatchObject({
      inTime: true,
      submittedOn: '2026-03-24',
    });
  });

  it('is in time until the end of the due day in the city, and late the next morning', () => {
    const late = (day: `${number}-${number}-${number}`, time: `${number}:${number}`) => {
      const city = reportWanted().on(day, time).submit('asw_report');
      return city.facts.findLast((fact) => fact.kind === 'step-submitted');
    };
    expect(late('2026-03-25', '23:59')).toMatchObject({ inTime: true });
    expect(late('2026-03-26', '00:00')).toMatchObject({ inTime: false });
  });

  it('is returned with a comment, submitted again and accepted; each round has its own date', () => {
    const city = reportWanted().on('2026-03-24').submit('asw_report').on('2026-03-26');
    city.give({ kind: 'return', step: 'asw_report', comment: 't-more' });
    // Five working days from the return, since the agreed day has passed.
    expect(city.state.steps.asw_report).toMatchObject({
      status: 'open',
      round: 2,
      dueOn: '2026-04-02',
      baselineOn: '2026-03-25',
    });
    expect(city.letters.at(-1)).toMatchObject({ kind: 'returned', seat: 'cro', holder: 'p-cro' });
    city.on('2026-03-30').finish('asw_report');
    expect(city.state.steps.asw_report).toMatchObject({ status: 'done', round: 2 });
    expect(city.letters.at(-1)).toMatchObject({ kind: 'accepted', holder: 'p-cro' });
  });

  it('is refused by name when something is missing, closed or unknown, and nothing changes', () => {
    const city = reportWanted();
    const evidence = { text: 't', keys: ['report'] };
    expect(city.refusalOf({ kind: 'submit', step: 'asw_report', evidence: { ...evidence, keys: [] } })).toEqual({
      code: 'evidence-missing',
      field: '/evidence/report',
      params: { evidence: 'report' },
    });
    expect(
      city.refusalOf({ kind: 'submit', step: 'asw_report', evidence: { ...evidence, keys: ['report', 'song'] } }),
    ).toMatchObject({ code: 'evidence-unknown' });
    expect(city.refusalOf({ kind: 'submit', step: 'pra', evidence })).toMatchObject({
      code: 'step-not-open',
      params: { status: 'waiting' },
    });
    expect(city.refusalOf({ kind: 'submit', step: 'dance', evidence })).toMatchObject({
      code: 'step-unknown',
      field: '/step',
    });
    expect(city.refusalOf({ kind: 'submit', step: 'q_review@2025-Q4', evidence })).toMatchObject({
      code: 'step-unknown',
    });
    expect(city.refusalOf({ kind: 'accept', step: 'asw_report' })).toMatchObject({ code: 'step-not-submitted' });
    expect(city.refusalOf({ kind: 'submit', step: 'asw_report', evidence, happenedOn: '2024-12-31' })).toMatchObject({
      code: 'day-before-joining',
    });
    expect(city.refusalOf({ kind: 'waive', step: 'asw_report', reason: 't' })).toMatchObject({
      code: 'step-not-waivable',
    });
    expect(city.refusalOf({ kind: 'return', step: 'asw_report', comment: 't' })).toMatchObject({
      code: 'step-not-submitted',
    });
    expect(
      city.submit('asw_report').refusalOf({ kind: 'return', step: 'asw_report', to: 'asw', comment: 't' }),
    ).toMatchObject({ code: 'step-may-not-return-there' });
  });

  it('an optional step is asked for but never overdue', () => {
    const city = reportWanted().finish('p1_assets');
    city.takeLetters();
    const letters = city
      .on('2026-12-31')
      .takeLetters()
      .filter(({ step }) => step === 'p1_cri');
    expect(letters.map(inWords)).toEqual([
      'reminder p1_cri due-7 → cro',
      'reminder p1_cri due-3 → cro',
      'reminder p1_cri due-1 → cro',
      'reminder p1_cri due0 → cro',
    ]);
  });
});
