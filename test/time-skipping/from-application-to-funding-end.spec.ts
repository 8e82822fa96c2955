import { instantAt, type Day } from '@citypath/calendar';
import { emptyState, fold, lettersDue, type Command } from '@citypath/journey';
import { plainCalendar } from './small-programme';
import type { RunningJourney } from './running-journey';
import { TravellingCity, type ArrivedLetter } from './travelling-city';

const person = (familyName: string, language: 'en' | 'zh') => ({
  familyName,
  givenName: 'Testing',
  address: `${familyName.toLowerCase()}@travelcity.example`,
  language,
});

let city: TravellingCity;
let journey: RunningJourney;
beforeAll(async () => {
  city = await TravellingCity.open({
    key: 'travelcity',
    nameEn: 'Travel City',
    calendar: plainCalendar,
    people: {
      'p-focal': person('Focal', 'zh'),
      'p-mayor': person('Mayor', 'zh'),
      'p-cro': person('Officer', 'zh'),
      'p-manager': person('Manager', 'en'),
      'p-director': person('Director', 'en'),
    },
    programmeSeats: { manager: 'p-manager', director: 'p-director' },
  });
});
afterAll(() => city.close());

const on = (day: Day): Promise<void> => city.liveUntil(instantAt(plainCalendar, day, '10:00'));

async function does(by: string, command: Command): Promise<void> {
  await journey.act(command, { by });
  await city.deliver();
}

type Extra = Parameters<TravellingCity['submit']>[3];

async function handsIn(by: string, step: string, extra: Extra = {}, happenedOn?: Day): Promise<void> {
  await city.submit(journey, step, by, extra, happenedOn);
  await city.deliver();
}

const accepts = (by: string, step: string): Promise<void> => does(by, { kind: 'accept', step });

async function finishes(by: string, step: string, acceptedBy = 'p-manager', extra: Extra = {}): Promise<void> {
  await handsIn(by, step, extra);
  await accepts(acceptedBy, step);
}

async function openSteps(): Promise<string[]> {
  const { steps } = await journey.state();
  const open = Object.values(steps).filter(({ status }) => status === 'open');
  return open.map(({ ref }) => ref).sort();
}

/** What arrived about a step, a line a letter: the day, the kind, its threshold where it has one, and to whom. */
async function lettersAbout(step: string): Promise<string[]> {
  const inWords = ({ on: day, to, ledger, way }: ArrivedLetter) => {
    const threshold = ledger.threshold.startsWith('seq:') ? '' : ` ${ledger.threshold.split('@')[0] ?? ''}`;
    return `${day} ${ledger.kind}${threshold} → ${to.split('@')[0] ?? ''}${way === 'in-digest' ? ' in a digest' : ''}`;
  };
  return (await city.arrivedLetters()).filter(({ ledger }) => ledger.step === step).map(inWords);
}

describe('a city travels from its application to the end of its officer’s funding', () => {
  test('it joins, is selected and granted', async () => {
    await city.passUntil(instantAt(plainCalendar, '2031-01-06', '10:00'));
    const seats = [
      { seat: 'focal_point', person: 'p-focal', fromOn: null },
      { seat: 'mayors_office', person: 'p-mayor', fromOn: null },
    ];
    journey = await city.join({ joinedOn: '2031-01-06', takeover: false, seats, done: [] }, 'p-manager');
    await on('2031-02-03');
    await finishes('p-focal', 'application');
    await on('2031-03-03');
    await finishes('p-manager', 'selection', 'p-director');
    await on('2031-04-01');
    await finishes('p-mayor', 'grant');
    expect(await openSteps()).toEqual(['asw_prep', 'cro']);
  });

  test('the officer is appointed; the workshop is prepared and held; phase I and the first review open', async () => {
    await on('2031-05-19');
    await finishes('p-mayor', 'cro', 'p-manager', { person: 'p-cro', fromOn: '2031-05-12' });
    await finishes('p-manager', 'asw_prep', 'p-director');
    await does('p-manager', { kind: 'schedule-event', step: 'asw', on: '2031-06-16' });
    await on('2031-06-17');
    await handsIn('p-manager', 'asw', {}, '2031-06-16');
    await accepts('p-director', 'asw');
    expect(await openSteps()).toEqual([
      'asw_report',
      'cro_funding_end',
      'leadership_group',
      'p1_actions',
      'p1_assets',
      'p1_stakeholders',
      'q_review@2031-Q2',
    ]);
  });

  test('it does both phases, and an occurrence of the second for each area of its assessment', async () => {
    await finishes('p-cro', 'q_review@2031-Q2');
    await on('2031-07-07');
    await finishes('p-cro', 'asw_report');
    await finishes('p-mayor', 'leadership_group');
    await on('2031-08-04');
    for (const step of ['p1_stakeholders', 'p1_actions', 'p1_assets']) await finishes('p-cro', step);
    await on('2031-08-18');
    await finishes('p-cro', 'pra', 'p-manager', { items: ['Water', 'Heat', 'Ageing'] });
    await on('2031-09-22');
    await finishes('p-cro', 'q_review@2031-Q3');
    await on('2031-10-20');
    for (const area of [1, 2, 3]) await finishes('p-cro', `p2_discovery@${area}`);
    await on('2031-11-10');
    await finishes('p-cro', 'p2_opportunity');
    await on('2031-12-01');
    await finishes('p-cro', 'draft');
    expect(await openSteps()).toEqual(['city_review', 'cro_funding_end', 'p1_cri', 'q_review@2031-Q4']);
  });

  test('one quarterly review comes late: the officer is told, then the manager, until it is there', async () => {
    await on('2032-01-05');
    await finishes('p-cro', 'q_review@2031-Q4');
    // Due five working days before Wed 31 December: Wed 24 December.
    expect(await lettersAbout('q_review@2031-Q4')).toEqual([
      '2031-10-01 step-opened → officer',
      '2031-12-15 reminder due-7 → officer',
      '2031-12-19 reminder due-3 → officer',
      '2031-12-23 reminder due-1 → officer',
      '2031-12-24 reminder due0 → officer',
      '2031-12-25 overdue due+1 → officer',
      '2031-12-29 escalation due+3 → manager',
      '2031-12-30 overdue due+4 → officer',
      '2032-01-02 overdue due+7 → officer',
      '2032-01-05 to-accept → manager',
      '2032-01-05 accepted → officer',
    ]);
  });

  test('the city review sends the draft back once; both rounds stay in its history', async () => {
    await on('2032-01-12');
    await handsIn('p-cro', 'city_review');
    await on('2032-01-14');
    await does('p-manager', { kind: 'return', step: 'city_review', to: 'draft', comment: 't-too-long' });
    expect((await journey.state()).steps).toMatchObject({
      draft: { status: 'open', round: 2 },
      city_review: { status: 'waiting' },
    });
    await on('2032-02-09');
    await finishes('p-cro', 'draft');
    await on('2032-02-23');
    await finishes('p-cro', 'city_review');

    expect(await lettersAbout('city_review')).toEqual([
      '2031-12-01 step-opened → officer in a digest',
      '2032-01-12 to-accept → manager',
      '2032-01-14 returned → officer',
      '2032-02-09 step-opened → officer in a digest',
      '2032-02-23 to-accept → manager',
      '2032-02-23 accepted → officer',
    ]);
    const rounds = (await city.facts()).flatMap((fact) =>
      fact.kind === 'step-submitted' && fact.step === 'city_review' ? [fact.round] : [],
    );
    expect(rounds).toEqual([1, 2]);
  });

  test('the strategy is released, and the reviews go on each quarter', async () => {
    await on('2032-03-22');
    await handsIn('p-mayor', 'release', {}, '2032-03-19');
    await accepts('p-manager', 'release');
    await finishes('p-cro', 'q_review@2032-Q1');
    for (const [day, quarter] of [
      ['2032-06-21', '2032-Q2'],
      ['2032-09-20', '2032-Q3'],
      ['2032-12-20', '2032-Q4'],
    ] as const) {
      await on(day);
      await finishes('p-cro', `q_review@${quarter}`);
    }
    await on('2033-03-14');
    await finishes('p-cro', 'annual_update@1');
    await finishes('p-cro', 'q_review@2033-Q1');
    const { steps } = await journey.state();
    const reviews = Object.values(steps).filter(({ step, status }) => step === 'q_review' && status === 'done');
    expect(reviews.length).toBeGreaterThan(4);
  });

  test('the end of the funding is told 180, 90 and 30 days ahead; decided, the journey is finished', async () => {
    await on('2033-05-09');
    await finishes('p-mayor', 'cro_funding_end', 'p-manager', { choices: { decision: 'permanent' } });
    // 24 months after Mon 12 May 2031; 180 days before is a Saturday, so it is told on the Friday.
    expect(await lettersAbout('cro_funding_end')).toEqual([
      '2031-05-19 step-opened → mayor in a digest',
      '2032-11-12 reminder due-180 → mayor',
      '2033-02-11 reminder due-90 → mayor',
      '2033-04-12 reminder due-30 → mayor',
      '2033-05-09 to-accept → manager',
      '2033-05-09 accepted → mayor',
    ]);
    await does('p-manager', { kind: 'finish' });
    await journey.handle.result();
    expect(fold(emptyState(journey.id), await city.facts())).toMatchObject({ status: 'completed' });
  });

  test('every letter that a fact caused was posted once, to one of the five, at its hour, or in that hour’s digest', async () => {
    const facts = await city.facts();
    expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1));
    const arrived = await city.arrivedLetters();
    const caused = facts
      .flatMap(lettersDue)
      // Nobody has been asked to evaluate here: what an evaluator would see goes to nobody.
      .filter(({ seat }) => seat !== 'evaluator')
      .map(inShort);
    expect(arrived.map(({ ledger }) => inShort(ledger)).sort()).toEqual(caused.sort());
    const others = (await city.ledger({})).filter(({ id }) => !arrived.some(({ ledger }) => ledger.id === id));
    for (const letter of others) {
      expect(letter).toMatchObject({ kind: 'accepted', seat: 'evaluator', status: 'suppressed', reason: 'seat-empty' });
    }
    const inDigests = arrived.filter(({ way }) => way === 'in-digest');
    expect(inDigests.map(({ on: day, ledger }) => `${day} ${inShort(ledger)}, ${ledger.step}`).sort()).toEqual([
      '2031-04-01 13 accepted mayors_office, grant',
      '2031-04-01 14 step-opened mayors_office, cro',
      '2031-05-19 19 accepted mayors_office, cro',
      '2031-05-19 20 step-opened mayors_office, cro_funding_end',
      '2031-05-19 22 accepted manager, asw_prep',
      '2031-05-19 23 step-opened manager, asw',
      '2031-06-17 34 step-opened cro, asw_report',
      '2031-06-17 35 step-opened cro, p1_stakeholders',
      '2031-06-17 36 step-opened cro, p1_actions',
      '2031-06-17 37 step-opened cro, p1_assets',
      '2031-06-17 38 step-opened cro, q_review@2031-Q2',
      '2031-08-04 53 accepted cro, p1_assets',
      '2031-08-04 54 step-opened cro, p1_cri',
      '2031-08-04 55 step-opened cro, pra',
      '2031-08-18 57 accepted cro, pra',
      '2031-08-18 58 step-opened cro, p2_discovery@1',
      '2031-08-18 59 step-opened cro, p2_discovery@2',
      '2031-08-18 60 step-opened cro, p2_discovery@3',
      '2031-10-20 73 accepted cro, p2_discovery@3',
      '2031-10-20 74 step-opened cro, p2_opportunity',
      '2031-11-10 79 accepted cro, p2_opportunity',
      '2031-11-10 80 step-opened cro, draft',
      '2031-12-01 82 accepted cro, draft',
      '2031-12-01 83 step-opened cro, city_review',
      '2032-02-09 100 accepted cro, draft',
      '2032-02-09 101 step-opened cro, city_review',
    ]);
    for (const { ledger, way } of arrived) {
      expect(ledger).toMatchObject({ crossed: false, attempts: 1 });
      if (way === 'alone') expect(ledger.status).toBe('accepted');
      else expect(['accepted', 'merged']).toContain(ledger.status);
    }
    const byTheClock = arrived.filter(({ ledger }) => /reminder|overdue|escalation/.test(ledger.kind));
    expect(new Set(byTheClock.map(({ ledger }) => ledger.dueAt.slice(11, 16)))).toEqual(new Set(['01:00']));
  });
});

function inShort({ seq, kind, seat }: { seq: number; kind: string; seat: string }): string {
  return `${seq} ${kind} ${seat}`;
}
