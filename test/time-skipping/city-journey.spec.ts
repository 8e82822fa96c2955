import { addDays, dayAt, endOfDay, quarterEnd, quarterOf, type Instant } from '@citypath/calendar';
import { emptyState, fold, type Command, type Fact, openNeeds } from '@citypath/journey';
import { JOURNAL_DISAGREES, RULES_FAILED } from '@citypath/workflows/messages';
import { JourneyHouse } from './journey-house';
import { refusalOf } from './running-journey';
import { plainCalendar } from './small-programme';

let house: JourneyHouse;
beforeAll(async () => {
  house = await JourneyHouse.open();
});
afterEach(() => house.endStory());
afterAll(() => house.close());

const clockFacts = (facts: Fact[]): Fact[] => facts.filter((fact) => fact.commandId.startsWith('clock'));
const inOneLine = (fact: Fact): string =>
  `${fact.recordedAt.slice(0, 13)} ${fact.kind}${'threshold' in fact ? ` ${fact.threshold}` : ''}`;

describe('a silent month', () => {
  test('the clock tells each morning what falls due, with one timer a moment', async () => {
    const monday = await house.passToMonday();
    const journey = await house.join('silent');
    // Nothing climbs before the post has told that the manager's letter arrived.
    await house.passUntil(`${addDays(monday, 17)}T12:00:00.000Z`);
    await journey.postDelivers();
    await house.passUntil(`${addDays(monday, 31)}T12:00:00.000Z`);

    // By hand: due ten working days after Monday, which is Monday in two weeks; mornings are 01:00 UTC.
    const on = (days: number): string => `${addDays(monday, days)}T01`;
    const facts = await house.records.factsOf(journey.id);
    expect(clockFacts(facts).map(inOneLine)).toEqual([
      `${on(3)} reminder-fell-due -7`,
      `${on(9)} reminder-fell-due -3`,
      `${on(11)} reminder-fell-due -1`,
      `${on(14)} reminder-fell-due 0`,
      `${on(15)} overdue-fell-due +1`,
      `${on(17)} rung-reached +3`,
      `${on(18)} overdue-fell-due +4`,
      `${on(23)} overdue-fell-due +7`,
      `${on(28)} rung-reached +10`,
      `${on(30)} overdue-fell-due +12`,
    ]);
    expect(await journey.count('timerCanceledEventAttributes')).toBe(0);
    // Ten moments have come, one lies ahead; each quarter's end adds one.
    const quarters = (await journey.histories()).length - 1;
    expect(await journey.count('timerStartedEventAttributes')).toBe(11 + quarters);
  });
});

describe('commands between timers', () => {
  test('what is handed in is not asked for any more', async () => {
    const monday = await house.passToMonday();
    const journey = await house.join('diligent');
    await house.passUntil(`${addDays(monday, 8)}T04:00:00.000Z`);
    await journey.submit('report');
    await house.passUntil(`${addDays(monday, 9)}T04:00:00.000Z`);
    await journey.accept('report');
    await house.passUntil(`${addDays(monday, 15)}T04:00:00.000Z`);

    const facts = await house.records.factsOf(journey.id);
    expect(facts.filter((fact) => 'step' in fact && fact.step === 'report').map((fact) => fact.kind)).toEqual([
      'step-opened',
      'reminder-fell-due',
      'step-submitted',
      'step-accepted',
    ]);
    expect((await journey.state()).steps['plan']?.status).toBe('open');
  });

  test('the timer is left alone while its moment stands', async () => {
    await house.passToMonday();
    const journey = await house.join('calm');
    await house.pass(0.01);
    const before = await journey.count('timerStartedEventAttributes');
    for (const person of ['p-ann', 'p-ben', 'p-cai'])
      await journey.act({ kind: 'name-liaison', seat: 'officer', person });

    expect(before).toBe(1);
    expect(await journey.count('timerStartedEventAttributes')).toBe(1);
    expect(await journey.count('timerCanceledEventAttributes')).toBe(0);
  });

  test('commands that come together are recorded in order, each answered with its own facts', async () => {
    const journey = await house.join('busy');
    const people = ['p-1', 'p-2', 'p-3', 'p-4', 'p-5'];
    const answers = await Promise.all(
      people.map((person) => journey.act({ kind: 'name-liaison', seat: 'officer', person })),
    );

    expect(answers.map((answer) => answer.facts.map((fact) => fact.kind))).toEqual(people.map(() => ['liaison-named']));
    await expectNothingLost(journey.id);
  });
});

describe('the database is away', () => {
  test('three failing attempts lose nothing', async () => {
    const journey = await house.join('patient');
    house.records.failNext(3);
    const answered = journey.submit('report');
    await house.pass(1);

    expect((await answered).facts.map((fact) => fact.kind)).toEqual(['step-submitted']);
    await expectNothingLost(journey.id);
  });
});

describe('a refused command', () => {
  test('fails by name and leaves nothing', async () => {
    const journey = await house.join('hasty');
    const before = await house.records.factsOf(journey.id);

    expect(await refusalOf(journey.accept('report'))).toBe('step-not-submitted');
    expect(await refusalOf(journey.submit('plan'))).toBe('step-not-open');
    expect(await house.records.factsOf(journey.id)).toEqual(before);
    expect(await journey.count('workflowExecutionUpdateAcceptedEventAttributes')).toBe(0);
  });
});

describe('a bug in the rules', () => {
  test('refuses the command that meets it, and the journey goes on', async () => {
    const journey = await house.join('robust');
    const nonsense = { kind: 'nonsense' } as unknown as Command;

    expect(await refusalOf(journey.act(nonsense))).toBe(RULES_FAILED);
    expect((await journey.submit('report')).facts.map((fact) => fact.kind)).toEqual(['step-submitted']);
    await expectNothingLost(journey.id);
  });
});

describe('a run makes way for the next', () => {
  test('at each quarter, and nothing is lost', async () => {
    const journey = await house.join('steady');
    for (let quarter = 0; quarter < 3; quarter += 1) {
      await journey.act({ kind: 'name-liaison', seat: 'officer', person: `p-${quarter}` });
      await house.passUntil(await justAfterQuarter());
    }

    expect((await journey.histories()).length).toBe(4);
    await expectNothingLost(journey.id);
  });

  test('when its history is long, under commands that come together', async () => {
    const journey = await house.join('chatty');
    for (let round = 0; round < 25; round += 1) {
      const people = [1, 2, 3].map((turn) => `p-${round}-${turn}`);
      await Promise.all(people.map((person) => journey.act({ kind: 'name-liaison', seat: 'officer', person })));
    }

    const lengths = (await journey.histories()).map((history) => history.events?.length ?? 0);
    expect(lengths.length).toBeGreaterThan(1);
    expect(Math.max(...lengths)).toBeLessThan(300);
    const named = (await house.records.factsOf(journey.id)).filter((fact) => fact.kind === 'liaison-named');
    expect(named).toHaveLength(75);
    await expectNothingLost(journey.id);
  });

  test('a command repeated in the next run is nothing new; with another body it is refused', async () => {
    const journey = await house.join('forgetful');
    const eve = Date.parse(await justAfterQuarter()) - 3 * 3_600_000;
    await house.passUntil(new Date(eve).toISOString() as Instant);
    const command = { kind: 'name-liaison', seat: 'officer', person: 'p-ann' } as const;
    await journey.act(command, { id: 'once', hash: 'a' });
    await house.pass(0.25);
    const before = await house.records.factsOf(journey.id);

    expect(await refusalOf(journey.act({ ...command, person: 'p-ben' }, { id: 'once', hash: 'b' }))).toBe(
      'command-id-reused',
    );
    expect(await journey.act(command, { id: 'once', hash: 'a' })).toEqual({
      repeated: true,
      facts: [],
      head: before.length,
    });
    expect(await house.records.factsOf(journey.id)).toEqual(before);
    expect(await journey.histories()).toHaveLength(2);
  });
});

describe('the journal goes on otherwise', () => {
  test('waiting commands fail, nothing is written, and a run rebuilt from the journal goes on', async () => {
    const journey = await house.join('disputed');
    const state = await journey.state();
    await anotherWriterActs(journey.id);
    const written = await house.records.factsOf(journey.id);

    const refusals = await Promise.all([
      refusalOf(journey.act({ kind: 'name-liaison', seat: 'officer', person: 'p-ann' })),
      refusalOf(journey.submit('report')),
    ]);
    expect(refusals).toEqual([JOURNAL_DISAGREES, JOURNAL_DISAGREES]);
    await expect(journey.handle.result()).rejects.toMatchObject({ cause: { type: JOURNAL_DISAGREES } });
    expect(await house.records.factsOf(journey.id)).toEqual(written);

    const generation = (await house.records.journal.raiseGeneration(journey.id)) ?? 0;
    const rebuilt = await house.start({
      journeyId: journey.id,
      generation,
      state: fold(emptyState(journey.id), written),
      birth: null,
    });
    await rebuilt.submit('report');
    expect((await rebuilt.state()).head).toBeGreaterThan(state.head + 1);
    await expectNothingLost(journey.id);
  });
});

describe('Temporal’s own page', () => {
  test('tells where the journey stands, by seats and days', async () => {
    await house.passToMonday();
    const journey = await house.join('visible');
    await journey.submit('report');

    const { currentDetails } = await journey.handle.query<{ currentDetails: string }>('__temporal_workflow_metadata');
    expect(currentDetails).toContain('**visible in Small programme**: active, after 5 facts.');
    expect(currentDetails).toMatch(/\| report \| Manager, to accept \| Mon \d+ \w+ \d{4} \|/);
    expect(currentDetails).toMatch(/Next by itself: Thu \d+ \w+ \d{4} in Asia\/Shanghai \(.*T01:00:00\.000Z\)\./);
    expect(currentDetails).not.toContain('p-officer');
  });
});

describe('the end', () => {
  test('a withdrawn journey is recorded, and its workflow completes', async () => {
    const journey = await house.join('leaving');
    await journey.act({ kind: 'withdraw', reason: 't-reason' });
    await journey.handle.result();

    expect((await house.records.factsOf(journey.id)).at(-1)?.kind).toBe('withdrawn');
    expect((await journey.handle.describe()).status.name).toBe('COMPLETED');
    expect(await journey.count('upsertWorkflowSearchAttributesEventAttributes')).toBe(1);
  });
});

/** Every sequence number once, and the journal folds to what the run holds. */
async function expectNothingLost(journeyId: string): Promise<void> {
  const facts = await house.records.factsOf(journeyId);
  expect(facts.map((fact) => fact.seq)).toEqual(facts.map((_, index) => index + 1));
  expect(fold(emptyState(journeyId), facts)).toEqual(await house.journey(journeyId).state());
}

/** A fact written behind the run's back, as by a run that was reset. */
async function anotherWriterActs(journeyId: string): Promise<void> {
  const facts = await house.records.factsOf(journeyId);
  const now = await house.now();
  const stamp = { recordedAt: now, by: null, onBehalfOf: null, commandId: 'elsewhere', commandHash: '' };
  const fact: Fact = {
    kind: 'liaison-named',
    seat: 'officer',
    liaison: 'p-x',
    previous: null,
    seq: facts.length + 1,
    ...stamp,
  };
  await house.records.journal.record({
    journeyId,
    generation: 1,
    afterSeq: facts.length,
    facts: [fact],
    nextMomentAt: null,
    letters: [],
    cancellations: [],
    project: (state) => fold(state ?? emptyState(journeyId), [fact]),
    needs: openNeeds,
  });
}

/** An hour into the next quarter, on the city's clock. */
async function justAfterQuarter(): Promise<Instant> {
  const today = dayAt(plainCalendar, await house.now());
  const endsAt = endOfDay(plainCalendar, quarterEnd(quarterOf(today)));
  return new Date(Date.parse(endsAt) + 3_600_000).toISOString() as Instant;
}
