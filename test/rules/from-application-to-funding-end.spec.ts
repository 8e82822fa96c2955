import { JourneyInHand } from '../support/journey-in-hand';

describe('a city travels from application to the end of its officer’s funding', () => {
  const city = new JourneyInHand('2026-01-05');

  it('joins and is asked for its application', () => {
    city.join({ joinedOn: '2026-01-05', seats: [{ seat: 'focal_point', person: 'p-focal', fromOn: null }] });
    expect(city.openSteps()).toEqual(['application']);
    expect(city.state.steps.application?.dueOn).toBe('2026-04-03');
    expect(city.takeLetters()).toMatchObject([{ kind: 'welcome', seat: 'focal_point', holder: 'p-focal' }]);
  });

  it('is selected and granted; officer and workshop are prepared side by side', () => {
    city.on('2026-02-02').finish('application').on('2026-03-02').finish('selection').on('2026-04-01').finish('grant');
    expect(city.openSteps()).toEqual(['asw_prep', 'cro']);
  });

  it('appoints its officer, who is in post from the first day named', () => {
    city.on('2026-05-18').finish('cro', { person: 'p-cro', fromOn: '2026-05-11' });
    expect(city.state.seats.cro).toMatchObject({ holder: 'p-cro', fromOn: '2026-05-11' });
    expect(city.state.steps.cro_funding_end).toMatchObject({ status: 'open', dueOn: '2028-05-11' });
  });

  it('holds the workshop; its report counts from the workshop’s day, phase I opens, the quarter’s review too', () => {
    city.on('2026-06-01').finish('asw_prep').give({ kind: 'schedule-event', step: 'asw', on: '2026-06-16' });
    expect(city.state.steps.asw?.dueOn).toBe('2026-06-16');
    city.on('2026-06-17').finish('asw', {}, '2026-06-16');
    expect(city.openSteps()).toEqual([
      'asw_report',
      'cro_funding_end',
      'leadership_group',
      'p1_actions',
      'p1_assets',
      'p1_stakeholders',
      'q_review@2026-Q2',
    ]);
    // 19–21 June is the Dragon Boat Festival.
    expect(city.state.steps.asw_report?.dueOn).toBe('2026-07-15');
    expect(city.state.steps['q_review@2026-Q2']?.dueOn).toBe('2026-06-23');
  });

  it('has an occurrence of phase II for each discovery area of its assessment', () => {
    city.on('2026-06-22').finish('q_review@2026-Q2').finish('asw_report').finish('leadership_group');
    city.on('2026-08-03').finish('p1_stakeholders').finish('p1_actions').finish('p1_assets');
    city.finish('pra', { items: ['Water', 'Heat', 'Ageing'] });
    expect(city.openSteps().filter((ref) => ref.startsWith('p2'))).toEqual([
      'p2_discovery@1',
      'p2_discovery@2',
      'p2_discovery@3',
    ]);
    city.on('2026-09-21').finish('q_review@2026-Q3').finish('p2_discovery@1').finish('p2_discovery@2');
    expect(city.state.steps.p2_opportunity).toBeUndefined();
    city.finish('p2_discovery@3');
    expect(city.openSteps()).toContain('p2_opportunity');
  });

  it('drafts its strategy, is sent back from the city review once, and keeps both rounds', () => {
    city.on('2026-10-12').finish('p2_opportunity').on('2026-11-02').finish('draft').submit('city_review');
    city.takeLetters();
    city.give({ kind: 'return', step: 'city_review', to: 'draft', comment: 't-too-long' });
    expect(city.state.steps.draft).toMatchObject({ status: 'open', round: 2 });
    expect(city.state.steps.city_review).toMatchObject({ status: 'waiting' });
    expect(city.takeLetters()).toMatchObject([{ kind: 'returned', step: 'city_review', seat: 'cro', holder: 'p-cro' }]);
    city.on('2026-11-16').finish('draft').on('2026-11-30').finish('city_review');
    expect(city.state.steps.city_review).toMatchObject({ status: 'done', round: 2 });
    expect(city.facts.filter((fact) => fact.kind === 'step-submitted' && fact.step === 'city_review')).toHaveLength(2);
  });

  it('releases it; the yearly update is due a year later, and each year after', () => {
    city.on('2026-12-21').finish('q_review@2026-Q4').finish('release', {}, '2026-12-18');
    expect(city.state.steps['annual_update@1']?.dueOn).toBe('2027-12-18');
    city.on('2027-12-10').finish('annual_update@1').on('2027-12-25');
    expect(city.state.steps['annual_update@2']).toMatchObject({ status: 'open', dueOn: '2028-12-18' });
  });

  it('reviews every quarter, and the funding’s end is announced 180, 90 and 30 days ahead', () => {
    // 180 days before 11 May 2028 is a Saturday: the reminder goes on the working day before, never later than promised.
    expect(
      city.takeLetters().filter(({ step, kind }) => step === 'cro_funding_end' && kind === 'reminder'),
    ).toMatchObject([{ threshold: 'due-180@2028-05-11', dueAt: '2027-11-12T01:00:00.000Z' }]);
    city.on('2028-05-10');
    const funding = city.takeLetters().filter(({ step }) => step === 'cro_funding_end');
    expect(funding.map(({ kind, threshold, dueAt }) => `${kind} ${threshold} ${dueAt.slice(0, 10)}`)).toEqual([
      'reminder due-90@2028-05-11 2028-02-11',
      'reminder due-30@2028-05-11 2028-04-11',
    ]);
    const quarters = Object.keys(city.state.steps).filter((ref) => ref.startsWith('q_review@'));
    expect(quarters).toEqual(
      ['2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1', '2027-Q2', '2027-Q3', '2027-Q4', '2028-Q1', '2028-Q2'].map(
        (q) => `q_review@${q}`,
      ),
    );
  });

  it('may finish once nothing but the repeating steps is open', () => {
    expect(city.refusalOf({ kind: 'finish' })).toMatchObject({
      code: 'steps-still-open',
      params: { first: 'cro_funding_end' },
    });
    city
      .submit('cro_funding_end', { choices: { decision: 'permanent' } })
      .give({ kind: 'accept', step: 'cro_funding_end' });
    city.give({ kind: 'finish' });
    expect(city.state.status).toBe('completed');
    expect(city.next()).toBeNull();
    expect(city.refusalOf({ kind: 'skip', step: 'p1_cri', reason: 't' })).toMatchObject({ code: 'journey-closed' });
  });
});
