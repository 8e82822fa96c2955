import { randomBytes } from 'node:crypto';
import { asReader } from './as-reader';
import { openDataSource } from './data-source';
import { Journal } from './journal/journal';
import { People } from './people';
import { PeopleActs } from './people-acts';
import { type OwnDatabase, ownDatabase } from './spec/own-database';
import { MORNING, opened, Yiwu } from './spec/yiwu';
import { Texts } from './texts';

describe('the trail is append-only', () => {
  let database: OwnDatabase;
  let yiwu: Yiwu;
  let words: string;

  beforeAll(async () => {
    database = await ownDatabase(process.env['CITYPATH_TEST_DATABASE_URL']);
    const { dataSource } = database;
    yiwu = await Yiwu.settled(dataSource);
    await new Journal(dataSource).record(yiwu.birth());
    const person = {
      familyName: 'Xiong',
      givenName: 'Tao',
      displayName: null,
      zhName: null,
      address: 'x@yiwu.example',
    };
    await new People(dataSource).put({ ...person, id: 'p-xiong', language: 'zh', otherAddresses: [] } as never);
    await new PeopleActs(dataSource).note({
      at: MORNING,
      byPerson: 'p-xiong',
      personId: 'p-xiong',
      kind: 'erased',
      reason: 'Asked for it.',
    });
    [words = ''] = await new Texts(dataSource).put(yiwu.journeyId, ['Typhoon'], 'p-xiong', MORNING);
  });

  afterAll(() => database.drop());

  const asked = (statement: string) => database.dataSource.query(statement);

  it.each([
    ['UPDATE journal SET by_person = NULL'],
    ["UPDATE journal SET kind = 'joined' WHERE false"],
    ['DELETE FROM journal'],
    ['TRUNCATE journal'],
    ['TRUNCATE journeys CASCADE'],
    ["UPDATE people_acts SET by_person = 'p-somebody'"],
    ["UPDATE people_acts SET reason = 'Another one.'"],
    ["UPDATE people_acts SET reason = NULL, kind = 'corrected'"],
    ['DELETE FROM people_acts'],
    ['TRUNCATE people CASCADE'],
    [`UPDATE texts SET body = '"Fine weather"'`],
    ["UPDATE texts SET body = NULL, by_person = 'p-somebody'"],
    ['DELETE FROM texts'],
    ['TRUNCATE texts'],
  ])('%s is refused, also to the owner of the table', async (statement) => {
    await expect(asked(statement)).rejects.toThrow(/^The table \w+ is append-only: /);
    expect(await new Journal(database.dataSource).facts(yiwu.journeyId)).toEqual([yiwu.joined]);
  });

  it('a role that does not own the tables works with them, and cannot take the triggers away', async () => {
    const role = `works_${randomBytes(6).toString('hex')}`;
    await asked(`CREATE ROLE ${role} NOLOGIN BYPASSRLS`);
    await asked(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`);
    await asked(`GRANT citypath_reader TO ${role}`);
    const url = new URL(database.url);
    url.searchParams.set('options', `-c role=${role}`);
    const working = await openDataSource(url.href);
    try {
      const journal = new Journal(working);
      expect(await journal.record(yiwu.request(1, [opened(2)]))).toMatchObject({ kind: 'recorded', stale: false });
      const seen = await asReader(working, 'p-xiong', () => working.query<unknown[]>('SELECT FROM people_acts'));
      expect(seen).toHaveLength(1);
      for (const [statement, refused] of [
        ['DELETE FROM journal', /append-only/],
        ['TRUNCATE journal', /permission denied/],
        ['ALTER TABLE journal DISABLE TRIGGER ALL', /must be owner/],
        ['SET session_replication_role = replica', /permission denied/],
      ] as const) {
        await expect(working.query(statement)).rejects.toThrow(refused);
      }
    } finally {
      await working.destroy();
      await asked(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    }
  });

  it('what an erasure takes away may go', async () => {
    await asked('UPDATE people_acts SET reason = NULL');
    await asked(`UPDATE texts SET body = '"By [erased · 已删除]"'`);
    await new Texts(database.dataSource).erase([words], MORNING);
    expect(await new Texts(database.dataSource).byRefs([words])).toEqual(new Map([[words, null]]));
  });
});
