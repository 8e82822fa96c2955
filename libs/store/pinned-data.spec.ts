import { Calendars } from './calendars';
import { Cities } from './cities';
import { contentHash } from './content-hash';
import { Definitions } from './definitions';
import { type OwnDatabase, ownDatabase } from './spec/own-database';
import { settle } from './spec/yiwu';

describe('pinned data', () => {
  let database: OwnDatabase;

  beforeAll(async () => {
    database = await ownDatabase(process.env['CITYPATH_TEST_DATABASE_URL']);
  });

  afterAll(() => database.drop());

  it('is found by a hash that does not depend on the order of keys, also after the database has had it', async () => {
    const calendars = new Calendars(database.dataSource);
    const { calendarHash } = await settle(database.dataSource, 'yiwu', 'Yiwu');
    const calendar = (await calendars.byHash(calendarHash))!;

    expect(contentHash(calendar)).toBe(calendarHash);
    expect(await calendars.put(Object.fromEntries(Object.entries(calendar).reverse()) as typeof calendar)).toBe(
      calendarHash,
    );
    expect(await calendars.put({ ...calendar, weekend: [7, 6] })).not.toBe(calendarHash);
    expect([...(await calendars.byHashes([calendarHash, 'none'])).keys()]).toEqual([calendarHash]);
  });

  it('keeps every version of a programme', async () => {
    const definitions = new Definitions(database.dataSource);
    const { definitionHash } = await settle(database.dataSource, 'yiwu', 'Yiwu');
    const first = (await definitions.byHash(definitionHash))!;
    const second = await definitions.put({ ...first, version: 2 });
    expect((await definitions.byHash(definitionHash))?.version).toBe(1);
    expect((await definitions.byHash(second))?.version).toBe(2);
    expect(await definitions.byHash('none')).toBeNull();
  });

  it('is not lost while a city counts on it', async () => {
    await settle(database.dataSource, 'yiwu', 'Yiwu');
    await expect(database.dataSource.query('DELETE FROM calendars')).rejects.toThrow('cities_calendar');
  });

  it('lists cities by name', async () => {
    await settle(database.dataSource, 'yiwu', 'Yiwu');
    await settle(database.dataSource, 'deyang', 'Deyang');
    const cities = new Cities(database.dataSource);
    expect((await cities.all()).map((city) => city.key)).toEqual(['deyang', 'yiwu']);
    expect(await cities.byKey('deyang')).toMatchObject({ nameEn: 'Deyang' });
    expect(await cities.byKeys(['yiwu', 'atlantis'])).toHaveLength(1);
  });
});
