import { whatFollows, type Fact } from '@citypath/journey';
import { Letters } from '../letters/letters';
import { emptyTables } from '../spec/empty-tables';
import { type OwnDatabase, ownDatabase } from '../spec/own-database';
import { fact, MORNING, opened, Yiwu } from '../spec/yiwu';
import { StepDrafts } from '../step-drafts';
import { Journal } from './journal';

const TITLE = { en: 'As it was called', zh: '原名' };

describe('facts of before and after a step got another name, recorded together', () => {
  let database: OwnDatabase;
  let journal: Journal;
  let drafts: StepDrafts;
  let yiwu: Yiwu;

  beforeAll(async () => {
    database = await ownDatabase(process.env['CITYPATH_TEST_DATABASE_URL']);
  });
  afterAll(() => database.drop());

  beforeEach(async () => {
    await emptyTables(database.dataSource, 'journeys');
    journal = new Journal(database.dataSource);
    drafts = new StepDrafts(database.dataSource);
    yiwu = await Yiwu.settled(database.dataSource);
    await record(0, [yiwu.joined, opened(2, 'report'), opened(3, 'profile')]);
    for (const stepRef of ['report', 'inventory'])
      await drafts.save({ journeyId: yiwu.journeyId, stepRef, round: 1 }, 0, { values: {} }, 'p-xiong', MORNING);
  });

  const record = (afterSeq: number, facts: Fact[]) => {
    const { letters, cancellations } = whatFollows(yiwu.journeyId, facts);
    return journal.record(yiwu.request(afterSeq, facts, { letters, cancellations }));
  };
  const ledger = async () =>
    (await new Letters(database.dataSource).ledger({ journeyId: yiwu.journeyId }, { limit: 100 })).items
      .sort((a, b) => a.seq - b.seq)
      .map(({ seq, kind, step, status, reason }) => [seq, kind, step, status, reason]);
  const draftOf = async (stepRef: string) =>
    (await drafts.find({ journeyId: yiwu.journeyId, stepRef, round: 1 }))?.version ?? null;

  const together = (): Fact[] => [
    opened(4, 'inventory'),
    fact(5, { ...submission, step: 'report' }),
    fact(6, {
      kind: 'definition-adopted',
      hash: 'definitionHash' in yiwu.joined ? yiwu.joined.definitionHash : '',
      reason: 't-1',
      steps: [
        { from: 'report', to: 'account', title: TITLE, round: 1 },
        { from: 'inventory', to: 'register', title: TITLE, round: 1 },
        { from: 'profile', to: null, title: TITLE, round: 1 },
      ],
    }),
    fact(7, { kind: 'step-skipped', step: 'register', reason: 't-1', happenedOn: '2026-11-23' }),
  ];

  it('each letter is about the step as it is called in the end, and ended by what made it pointless, whatever it was called then', async () => {
    expect(await record(3, together())).toEqual({ kind: 'recorded', stale: false });
    const expected = [
      [2, 'step-opened', 'account', 'cancelled', 'submitted'],
      [3, 'step-opened', 'profile', 'cancelled', 'let-go'],
      [4, 'step-opened', 'register', 'cancelled', 'settled'],
      [5, 'to-accept', 'account', 'due', null],
    ];
    expect(await ledger()).toEqual(expected);
    expect(await record(3, together())).toEqual({ kind: 'already-recorded' });
    expect(await ledger()).toEqual(expected);
  });

  it('a draft goes with the name, and is gone where its step was handed in or settled', async () => {
    await record(3, together().slice(0, 3));
    expect([await draftOf('report'), await draftOf('account')]).toEqual([null, null]);
    expect([await draftOf('inventory'), await draftOf('register')]).toEqual([null, 1]);
    await record(6, together().slice(3));
    expect(await draftOf('register')).toBeNull();
  });
});

const submission = {
  kind: 'step-submitted' as const,
  round: 1,
  evidence: { text: null, keys: [] },
  happenedOn: null,
  inTime: true,
  submittedOn: '2026-11-23' as const,
  seat: 'cro',
  acceptor: { seat: 'manager', holder: null },
  acceptanceDueOn: '2026-11-30' as const,
};
