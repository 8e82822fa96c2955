import { Journal } from './journal/journal';
import type { Sight } from './journey-in-list';
import { Journeys } from './journeys';
import { type OwnDatabase, ownDatabase } from './spec/own-database';
import { opened, Yiwu } from './spec/yiwu';

/** For somebody who sees everything. */
const all = { sight: null };

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
      const page = await journeys.list({ ...all, programmeKey: '100rc-cn' }, { limit: 2, ...(after ? { after } : {}) });
      pages.push(page.items.map((journey) => journey.cityKey));
      after = page.next;
    } while (after);
    expect(pages).toEqual([['deyang', 'haiyan'], ['haiyan-2', 'huangshi'], ['yiwu']]);
  });

  it('has no next page when the last one is exactly full', async () => {
    expect((await journeys.list(all, { limit: 5 })).next).toBeNull();
  });

  it('gives state and city of all in one statement', async () => {
    database.statements.length = 0;
    const { items } = await journeys.list({ ...all, status: ['active'] }, { limit: 100 });
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
    expect((await journeys.list({ ...all, programmeKey: 'mcr2030' }, { limit: 5 })).items).toEqual([]);
    expect((await journeys.list({ ...all, cityKey: 'yiwu' }, { limit: 5 })).items).toHaveLength(1);
  });

  it('leaves out what the one who asks may not see', async () => {
    const seenBy = async (sight: Sight) =>
      (await journeys.list({ sight }, { limit: 9 })).items.map(({ cityKey }) => cityKey);
    expect(await seenBy({ programmes: [], journeyIds: ['100rc-cn.yiwu'] })).toEqual(['yiwu']);
    expect(await seenBy({ programmes: ['100rc-cn'], journeyIds: [] })).toHaveLength(5);
    expect(await seenBy({ programmes: ['mcr2030'], journeyIds: ['100rc-cn.haiyan'] })).toEqual(['haiyan']);
    expect(await seenBy({ programmes: [], journeyIds: [] })).toEqual([]);
  });
});
