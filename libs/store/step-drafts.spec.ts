import { Journal } from './journal/journal';
import { type OwnDatabase, ownDatabase } from './spec/own-database';
import { MORNING, opened, skipped, Yiwu } from './spec/yiwu';
import { StepDrafts } from './step-drafts';

describe('drafts of steps', () => {
  let database: OwnDatabase;
  let drafts: StepDrafts;
  let yiwu: Yiwu;

  beforeAll(async () => {
    database = await ownDatabase(process.env['CITYPATH_TEST_DATABASE_URL']);
    drafts = new StepDrafts(database.dataSource);
    yiwu = await Yiwu.settled(database.dataSource);
  });

  afterAll(() => database.drop());

  const place = (round = 1, stepRef = 'asw') => ({ journeyId: yiwu.journeyId, stepRef, round });
  const save = (basedOn: number, title: string, by = 'p-xiong', at = place()) =>
    drafts.save(at, basedOn, { values: { '/title': title } }, by, MORNING);

  it('are saved over the version that was seen, and over no other', async () => {
    expect(await save(0, 'first')).toBe(1);
    expect(await save(1, 'second', 'p-liaison')).toBe(2);
    expect(await save(1, 'written over unseen')).toBeNull();
    expect(await save(0, 'begun anew')).toBeNull();
    expect(await drafts.find(place())).toMatchObject({
      version: 2,
      answers: { values: { '/title': 'second' } },
      byPerson: 'p-liaison',
    });
  });

  it('let one of two win that save at the same moment', async () => {
    const at = place(1, 'report');
    const saved = await Promise.all(['a', 'b', 'c'].map((title) => save(0, title, 'p-xiong', at)));
    expect(saved.filter((version) => version !== null)).toEqual([1]);
  });

  it('have one for each round, in one statement each', async () => {
    expect(await drafts.find(place(2))).toBeNull();
    database.statements.length = 0;
    await save(0, 'of the second round', 'p-xiong', place(2));
    expect(database.statements).toHaveLength(1);
    expect(await drafts.find(place())).toMatchObject({ version: 2 });
  });

  it('go with the fact that ends their step, and stay with all others', async () => {
    const journal = new Journal(database.dataSource);
    await save(0, 'of another step', 'p-xiong', place(1, 'strategy'));
    await journal.record(yiwu.birth());
    await journal.record(yiwu.request(1, [opened(2)]));
    const ended = skipped(3);
    const at = 'step' in ended ? place(1, ended.step) : place();
    expect((await drafts.find(at)) ?? (await save(0, 'begun', 'p-xiong', at))).not.toBeNull();
    await journal.record(yiwu.request(2, [ended]));
    expect(await drafts.find(at)).toBeNull();
    expect(await drafts.find(place(1, 'strategy'))).not.toBeNull();
  });
});
