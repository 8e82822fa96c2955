import { Papers } from './papers';
import { type OwnDatabase, ownDatabase } from './spec/own-database';
import { MORNING } from './spec/yiwu';

describe('papers', () => {
  let database: OwnDatabase;
  let papers: Papers;

  beforeAll(async () => {
    database = await ownDatabase(process.env['CITYPATH_TEST_DATABASE_URL']);
    papers = new Papers(database.dataSource);
  });

  afterAll(() => database.drop());

  const paper = (id: string, name = 'report.pdf') => ({
    id,
    journeyId: '100rc-cn.yiwu',
    stepRef: 'asw_report',
    round: 1,
    evidenceKey: 'report',
    name,
    kind: 'pdf',
    sizeBytes: 12,
    sha256: 'f'.repeat(64),
    byPerson: 'p-xiong',
    uploadedAt: MORNING,
    scanned: false,
  });

  it('are versions of one name, also when they come at the same moment', async () => {
    const added = await Promise.all(['a', 'b', 'c', 'd'].map((id) => papers.add(paper(id))));
    expect(added.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4]);
    expect((await papers.add(paper('e', 'other.pdf'))).version).toBe(1);
  });

  it('are noted once, whoever asks again', async () => {
    const first = await papers.add(paper('again', 'again.pdf'));
    const second = await papers.add({ ...paper('again', 'again.pdf'), byPerson: 'p-liaison' });
    expect(second).toMatchObject({ version: first.version, byPerson: 'p-xiong' });
  });

  it('are found by id in one statement, and none asks for none', async () => {
    database.statements.length = 0;
    expect((await papers.byIds(['a', 'e', 'never'])).map(({ id }) => id).sort()).toEqual(['a', 'e']);
    expect(await papers.byIds([])).toEqual([]);
    expect(database.statements).toHaveLength(1);
  });

  it('come page by page for an export, none twice', async () => {
    const ids: string[] = [];
    for (let page = await papers.page('', 2); page.length > 0; page = await papers.page(page.at(-1)!.id, 2))
      ids.push(...page.map(({ id }) => id));
    expect(ids).toEqual(['a', 'again', 'b', 'c', 'd', 'e']);
  });
});
