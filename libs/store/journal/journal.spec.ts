import { emptyState, fold, type JourneyState } from '@citypath/journey';
import { Journeys } from '../journeys';
import { Letters } from '../letters/letters';
import { type OwnDatabase, ownDatabase } from '../spec/own-database';
import { OneByOne } from '../spec/one-by-one';
import { fact, MORNING, opened, reminder, skipped, Yiwu } from '../spec/yiwu';
import { Journal } from './journal';
import { emptyTables } from '../spec/empty-tables';

describe('the journal', () => {
  let database: OwnDatabase;
  let journal: Journal;
  let letters: Letters;
  let yiwu: Yiwu;

  beforeAll(async () => {
    database = await ownDatabase(process.env['CITYPATH_TEST_DATABASE_URL']);
  });

  afterAll(() => database.drop());

  beforeEach(async () => {
    await emptyTables(database.dataSource, 'journeys');
    journal = new Journal(database.dataSource);
    letters = new Letters(database.dataSource);
    yiwu = await Yiwu.settled(database.dataSource);
  });

  const journey = async () => (await new Journeys(database.dataSource).byId(yiwu.journeyId))!;
  const ledger = async () => (await letters.ledger({ journeyId: yiwu.journeyId }, { limit: 100 })).items;

  describe('the fence', () => {
    it('takes the first record of a journey, and what follows it', async () => {
      expect(await journal.record(yiwu.birth())).toEqual({ kind: 'recorded', stale: false });
      expect(await journal.record(yiwu.request(1, [opened(2)]))).toEqual({ kind: 'recorded', stale: false });

      expect(await journal.facts(yiwu.journeyId)).toEqual([yiwu.joined, opened(2)]);
      expect(await journey()).toMatchObject({
        head: 2,
        generation: 1,
        status: 'active',
        nextMomentAt: '2026-11-24T01:00:00.000Z',
        updatedAt: MORNING,
        state: fold(emptyState(yiwu.journeyId), [yiwu.joined, opened(2)]),
      });
    });

    it('finds the same facts already recorded, also when later ones follow', async () => {
      await journal.record(yiwu.birth());
      await journal.record(yiwu.request(1, [opened(2)]));

      expect(await journal.record(yiwu.birth())).toEqual({ kind: 'already-recorded' });
      expect(await journal.record(yiwu.request(1, [opened(2)]))).toEqual({ kind: 'already-recorded' });
      expect(await journal.facts(yiwu.journeyId)).toHaveLength(2);
    });

    it.each([
      ['another fact', [skipped(2)]],
      ['the same act of another command', [{ ...opened(2), commandId: 'command-77' }]],
      [
        'the same command decided at another instant',
        [{ ...opened(2), recordedAt: '2026-11-23T01:00:00.001Z' as const }],
      ],
      ['the same fact and one that is not there', [opened(2), skipped(3)]],
      ['nothing at all', []],
    ])('disagrees with %s in a taken place, and writes nothing', async (_what, facts) => {
      await journal.record(yiwu.birth());
      await journal.record(yiwu.request(1, [opened(2)]));

      const late = yiwu.request(1, facts, { letters: [reminder(2)] });
      expect(await journal.record(late)).toEqual({ kind: 'disagrees', head: 2, generation: 1 });

      expect(await journal.facts(yiwu.journeyId)).toEqual([yiwu.joined, opened(2)]);
      expect(await ledger()).toEqual([]);
    });

    it('disagrees with facts that leave a gap, and with a journey that is not there', async () => {
      expect(await journal.record(yiwu.request(3, [opened(4)]))).toEqual({ kind: 'disagrees', head: 0, generation: 0 });
      await journal.record(yiwu.birth());
      expect(await journal.record(yiwu.request(3, [opened(4)]))).toEqual({ kind: 'disagrees', head: 1, generation: 1 });
    });

    it('shuts out the run of before a rebuild, even with facts that it had recorded', async () => {
      await journal.record(yiwu.birth());
      expect(await journal.raiseGeneration(yiwu.journeyId)).toBe(2);

      expect(await journal.record(yiwu.birth())).toEqual({ kind: 'disagrees', head: 1, generation: 2 });
      expect(await journal.record(yiwu.request(1, [opened(2)]))).toMatchObject({ kind: 'disagrees' });
      const rebuilt = yiwu.request(1, [opened(2)], { generation: 2 });
      expect(await journal.record(rebuilt)).toEqual({ kind: 'recorded', stale: false });
    });

    it('lets one of two runs win that write at the same time', async () => {
      await journal.record(yiwu.birth());
      const outcomes = await Promise.all([
        journal.record(yiwu.request(1, [opened(2)])),
        journal.record(yiwu.request(1, [opened(2, 'asw_prep')])),
      ]);
      expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['disagrees', 'recorded']);
      expect(await journal.facts(yiwu.journeyId)).toHaveLength(2);
    });

    it('bears a journey once, however many record its birth', async () => {
      const outcomes = await Promise.all([1, 2, 3].map(() => journal.record(yiwu.birth())));
      expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual([
        'already-recorded',
        'already-recorded',
        'recorded',
      ]);
    });

    it('bears no journey from anything but its joining', async () => {
      await expect(journal.record(yiwu.request(0, [opened(1)]))).rejects.toThrow('The first fact');
      expect(await journal.facts(yiwu.journeyId)).toEqual([]);
    });
  });

  describe('letters', () => {
    it('keeps one letter for one reason, also to a seat without a holder and without a step', async () => {
      const toManager = reminder(2, { kind: 'vacancy', seat: 'manager', holder: null, step: null, threshold: 'seq:2' });
      await journal.record(yiwu.birth({ letters: [reminder(1), reminder(1), toManager] }));
      await journal.record(yiwu.request(1, [opened(2)], { letters: [reminder(2), toManager] }));
      await journal.record(
        yiwu.request(2, [opened(3, 'asw_prep')], {
          letters: [reminder(3, { holder: 'p-next' }), reminder(3, { round: 2 })],
        }),
      );

      const kept = (await ledger()).map((letter) => `${letter.kind} ${letter.round} ${letter.holder ?? letter.seat}`);
      expect(kept.sort()).toEqual([
        'reminder 1 p-next',
        'reminder 1 p-xiong',
        'reminder 2 p-xiong',
        'vacancy 1 manager',
      ]);
    });

    it('cancels those of earlier facts that a fact made pointless, and no others', async () => {
      await journal.record(
        yiwu.birth({
          letters: [
            reminder(1),
            reminder(1, { kind: 'escalation', seat: 'manager', holder: null }),
            reminder(1, { step: 'asw_prep' }),
          ],
        }),
      );
      await journal.record(
        yiwu.request(1, [skipped(2)], {
          letters: [reminder(2, { kind: 'accepted', threshold: 'seq:2' })],
          cancellations: [{ seq: 2, step: 'asw_report', kinds: ['reminder', 'accepted'], reason: 'settled' }],
        }),
      );
      const ends = (await ledger()).map((letter) => [
        letter.kind,
        letter.step,
        letter.status,
        letter.reason,
        letter.settledAt,
      ]);
      expect(ends.sort()).toEqual([
        ['accepted', 'asw_report', 'due', null, null],
        ['escalation', 'asw_report', 'due', null, null],
        ['reminder', 'asw_prep', 'due', null, null],
        ['reminder', 'asw_report', 'cancelled', 'settled', MORNING],
      ]);
    });

    it('marks a letter crossed that is being posted when its step ends, and keeps what became of it', async () => {
      await journal.record(yiwu.birth({ letters: [reminder(1)] }));
      const [held] = await new OneByOne(letters).take(MORNING, 10);
      await journal.record(
        yiwu.request(1, [skipped(2)], { cancellations: [{ seq: 2, step: 'asw_report', reason: 'settled' }] }),
      );
      expect(await ledger()).toMatchObject([{ status: 'posting', crossed: true, reason: 'settled' }]);

      await new OneByOne(letters).settle(held!, { kind: 'accepted', at: MORNING, response: '250 taken' });
      expect(await ledger()).toMatchObject([
        { status: 'accepted', crossed: true, reason: 'settled', settledAt: MORNING },
      ]);
    });
  });

  describe('the read model', () => {
    const broken = {
      project: () => {
        throw new Error('no such step');
      },
    };

    it('is marked stale when it cannot follow, while facts and letters are kept', async () => {
      await journal.record(yiwu.birth());
      const outcome = await journal.record(yiwu.request(1, [opened(2)], { letters: [reminder(2)], ...broken }));

      expect(outcome).toMatchObject({ kind: 'recorded', stale: true, cause: { message: 'no such step' } });
      expect(await journal.facts(yiwu.journeyId)).toHaveLength(2);
      expect(await ledger()).toHaveLength(1);
      expect(await journey()).toMatchObject({ head: 2, stale: true, state: { head: 1 } });
    });

    it('is marked stale when the database refuses the row, too', async () => {
      await journal.record(yiwu.birth());
      const outcome = await journal.record(
        yiwu.request(1, [opened(2)], { project: (state) => ({ ...state!, definitionHash: 'never put' }) }),
      );
      expect(outcome).toMatchObject({ kind: 'recorded', stale: true });
      expect(await journey()).toMatchObject({ head: 2, stale: true });
    });

    it('stays stale while facts go on, and is healed by a refresh from the whole journal', async () => {
      await journal.record(yiwu.birth(broken));
      expect(await journal.record(yiwu.request(1, [opened(2)]))).toMatchObject({ kind: 'recorded', stale: true });
      expect(await journal.staleJourneys()).toEqual([yiwu.journeyId]);

      await journal.refresh(
        yiwu.journeyId,
        (facts) => fold(emptyState(yiwu.journeyId), facts),
        () => [],
      );

      expect(await journal.staleJourneys()).toEqual([]);
      expect(await journey()).toMatchObject({ head: 2, stale: false, status: 'active', state: { head: 2 } });
      expect(await journal.record(yiwu.request(2, [skipped(3)]))).toEqual({ kind: 'recorded', stale: false });
    });

    it('says whether the city is a demonstration', async () => {
      await journal.record(yiwu.birth());
      expect((await journey()).demonstration).toBe(false);
      const asDemonstration = (state: JourneyState | null): JourneyState => ({ ...state!, demonstration: true });
      await journal.record(yiwu.request(1, [opened(2)], { project: asDemonstration }));
      expect((await journey()).demonstration).toBe(true);
    });
  });

  it('takes five statements for a record at most', async () => {
    await journal.record(yiwu.birth({ letters: [reminder(1)] }));
    database.statements.length = 0;
    await journal.record(
      yiwu.request(1, [opened(2), skipped(3)], {
        letters: [reminder(2), reminder(2, { round: 2 })],
        cancellations: [{ seq: 3, step: 'asw_report', reason: 'settled' }],
      }),
    );
    const frame = /^(START TRANSACTION|COMMIT|SAVEPOINT|RELEASE)/;
    expect(database.statements.filter((statement) => !frame.test(statement)).length).toBeLessThanOrEqual(5);
  });

  it('tells what a command caused, by whom and for whom', async () => {
    const submitted = fact(
      2,
      { kind: 'resumed', reason: null, heldWorkingDays: 3 },
      { onBehalfOf: 'p-xiong', by: 'p-liaison' },
    );
    await journal.record(yiwu.birth());
    await journal.record(yiwu.request(1, [submitted]));
    expect(await journal.ofCommand('command-2')).toEqual({
      journeyId: yiwu.journeyId,
      commandHash: 'hash-2',
      facts: [submitted],
    });
    expect(await journal.ofCommand('command-9')).toBeNull();
  });

  it('gives the facts after a place, as many as asked for', async () => {
    await journal.record(yiwu.birth());
    await journal.record(yiwu.request(1, [opened(2), skipped(3), opened(4, 'asw_prep')]));
    expect((await journal.facts(yiwu.journeyId, 1, 2)).map((one) => one.seq)).toEqual([2, 3]);
  });
});
