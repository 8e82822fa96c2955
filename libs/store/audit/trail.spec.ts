import { Journal } from '../journal/journal';
import { PeopleActs } from '../people-acts';
import { People } from '../people';
import { type OwnDatabase, ownDatabase } from '../spec/own-database';
import { MORNING, opened, Yiwu } from '../spec/yiwu';
import type { Instant } from '../types';
import { HandActs } from './hand-acts';
import { Trail } from './trail';
import type { TrailEntry, TrailFilter, TrailKey } from './trail-entry';

const ALL: TrailFilter = { within: null, usualZone: 'Asia/Shanghai' };
/** A quarter of an hour before midnight in China. */
const LATE: Instant = '2026-11-24T15:45:00.000Z';

describe('the trail', () => {
  let database: OwnDatabase;
  let trail: Trail;

  beforeAll(async () => {
    database = await ownDatabase(process.env['CITYPATH_TEST_DATABASE_URL']);
    const { dataSource } = database;
    trail = new Trail(dataSource);
    const yiwu = await Yiwu.settled(dataSource);
    const journal = new Journal(dataSource);
    await journal.record(yiwu.birth());
    const command = { by: 'p-xiong', commandId: 'c-2' };
    await journal.record(
      yiwu.request(1, [
        { ...opened(2), ...command },
        { ...opened(3), ...command, seq: 3 },
      ]),
    );
    await new People(dataSource).put({
      ...{ id: 'p-xiong', familyName: 'Xiong', givenName: 'Tao', displayName: null, zhName: null, language: 'zh' },
      ...{ address: 'x@yiwu.example', otherAddresses: [], titleEn: null, titleZh: null, isAdministrator: false },
      ...{ timeZone: null, leave: null },
    });
    const act = { byPerson: 'p-xiong', at: LATE };
    await new PeopleActs(dataSource).note({ ...act, personId: 'p-xiong', kind: 'added' });
    // All at the same instant: the order is still one.
    for (const kind of ['trail-exported', 'import-started', 'import-undone'] as const) {
      await new HandActs(dataSource).note({ ...act, kind, programmeKey: '100rc-cn' });
    }
  });

  afterAll(() => database.drop());

  const all = async (filter: Partial<TrailFilter> = {}) =>
    (await trail.page({ ...ALL, ...filter }, { limit: 99 })).items;
  const keys = (entries: readonly TrailEntry[]) => entries.map(({ key }) => key);

  it('is read page by page, each act once, one statement a page', async () => {
    const everything = keys(await all());
    expect(everything.length).toBeGreaterThan(4);
    const read: TrailKey[] = [];
    for (let after: TrailKey | null | undefined; after !== null;) {
      database.statements.length = 0;
      const page = await trail.page(ALL, { limit: 1, ...(after && { after }) });
      expect(database.statements).toHaveLength(1);
      read.push(...keys(page.items));
      after = page.next;
    }
    expect(read).toEqual(everything);
  });

  it('tells a command once, with everything that it caused', async () => {
    const ofJourney = (await all()).filter(({ source }) => source === 'journey');
    expect(ofJourney).toHaveLength(2);
    expect(ofJourney[0]).toMatchObject({ factCount: 2, facts: [{ seq: 2 }, { seq: 3 }], journeyId: '100rc-cn.yiwu' });
  });

  it('counts days on the clock of the act', async () => {
    const [late] = await all({ fromOn: '2026-11-24', untilOn: '2026-11-24' });
    expect(late).toMatchObject({ on: '2026-11-24', time: '23:45', zone: 'Asia/Shanghai' });
    expect(await all({ fromOn: '2026-11-25' })).toEqual([]);
    expect((await all({ untilOn: '2026-11-23' })).every(({ at }) => at <= MORNING)).toBe(true);
  });

  it('keeps to the programmes that one may look into', async () => {
    expect(await all({ within: [] })).toEqual([]);
    const own = await all({ within: ['100rc-cn'] });
    expect(own.map(({ source }) => source)).not.toContain('person');
    expect(own.length).toBe((await all()).length - 1);
  });
});
