import { Journal } from './journal/journal';
import { Journeys } from './journeys';
import { type OwnDatabase, ownDatabase } from './spec/own-database';
import { opened, Yiwu } from './spec/yiwu';

describe('the list of journeys', () => {
  let database: OwnDatabase;
  let journeys: Journeys;

  beforeAll(async () => {
    database = await ownDatabase(process.env['CITYPATH_TEST_DATABASE_URL']);
    journeys = new Journeys(database.dataSource);
    const journal = new Journal(database.dataSource);
    for (const [key, nameEn] of [
      ['yiwu', 'Yiwu'],
      ['deyang', 'Deyang'],
      ['huangshi', 'Huangshi'],
      ['haiyan', 'Haiyan'],
      ['haiyan-2', 'Haiyan'],
    ] as const) {
      const city = await Yiwu.settled(database.dataSource, key, nameEn);
      await journal.record(city.birth());
      if (key === 'yiwu') await journal.record(city.request(1, [opened(2)]));
    }
  });

  afterAll(() => database.drop());

  it('pages by the city’s name, each journey once, cities of one name too', async () => {
    const pages: string[][] = [];
    let after;
    do {
      const page = await journeys.list({ programmeKey: '100rc-cn' }, { limit: 2, ...(after ? { after } : {}) });
      pages.push(page.items.map((journey) => journey.cityKey));
      after = page.next;
    } while (after);
    expect(pages).toEqual([['deyang', 'haiyan'], ['haiyan-2', 'huangshi'], ['yiwu']]);
  });

  it('has no next page when the last one is exactly full', async () => {
    expect((await journeys.list({}, { limit: 5 })).next).toBeNull();
  });

  it('gives state and city of all in one statement', async () => {
    database.statements.length = 0;
    const { items } = await journeys.list({ status: ['active'] }, { limit: 100 });
    expect(database.statements).toHaveLength(1);
    expect(items.at(-1)).toMatchObject({
      id: '100rc-cn.yiwu',
      head: 2,
      city: { nameEn: 'Yiwu', level: 'county-level-city' },
      state: { steps: { asw_report: { status: 'open' } } },
    });
  });

  it('finds one journey, and none of another name', async () => {
    expect(await journeys.byId('100rc-cn.haiyan')).toMatchObject({ city: { key: 'haiyan' } });
    expect(await journeys.byId('100rc-cn.atlantis')).toBeNull();
    expect((await journeys.list({ programmeKey: 'mcr2030' }, { limit: 5 })).items).toEqual([]);
    expect((await journeys.list({ cityKey: 'yiwu' }, { limit: 5 })).items).toHaveLength(1);
  });
});
