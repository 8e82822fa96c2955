import { type OwnDatabase, ownDatabase } from './spec/own-database';
import { MORNING } from './spec/yiwu';
import { Texts } from './texts';

describe('texts', () => {
  let database: OwnDatabase;
  let texts: Texts;

  beforeAll(async () => {
    database = await ownDatabase(process.env['CITYPATH_TEST_DATABASE_URL']);
    texts = new Texts(database.dataSource);
  });

  afterAll(() => database.drop());

  const put = (...bodies: unknown[]) => texts.put('100rc-cn.yiwu', bodies, 'p-xiong', MORNING);

  it('keeps words and answers unharmed, whatever stands in them', async () => {
    const bodies = [
      '<script>alert(1)</script>',
      '义乌：研讨会\u200b报告 \u0007',
      { rows: [{ sector: 'water', n: 3 }] },
      '',
    ];
    const refs = await put(...bodies);
    const kept = await texts.byRefs(refs);
    expect(refs.map((ref) => kept.get(ref))).toEqual(bodies);
  });

  it('gives the same words another reference each time, so that a reference tells nothing', async () => {
    const [first] = await put('Typhoon');
    const [second] = await put('Typhoon');
    expect(first).toMatch(/^t-[0-9a-f]{40}$/);
    expect(first).not.toBe(second);
  });

  it('takes words away and leaves that there were some', async () => {
    const [gone, kept] = await put('a name', 'a reason');
    await texts.erase([gone!], MORNING);
    expect(await texts.byRefs([gone!, kept!, 't-never'])).toEqual(
      new Map([
        [gone, null],
        [kept, 'a reason'],
      ]),
    );
  });

  it('sends nothing for no text', async () => {
    database.statements.length = 0;
    expect(await put()).toEqual([]);
    expect(database.statements).toEqual([]);
  });
});
