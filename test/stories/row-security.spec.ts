import { asReader, Journal, Journeys, Letters, Texts } from '@citypath/store';
import { House } from '../support/house';
import { addPerson, report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

/**
 * The second wall. Nothing of the api is asked here: no guard, no policy, no may-see stands between these reads and
 * the rows, as if the first wall had been taken down.
 */
const YIWU = '100rc-cn.yiwu';
const DEYANG = '100rc-cn.deyang';

/** Tables whose rows say nothing of one city in particular, so that every signed-in person may read them. */
const OF_NO_CITY = [
  'calendars',
  'cities',
  'definitions',
  'migrations',
  'people',
  'people_acts',
  'person_addresses',
  'programme_seats',
];

let house: House;
let yiwu: Yiwu;
let neighbour: string;

beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  const administrator = await house.asAdministrator();
  neighbour = await addPerson(house, {
    familyName: 'Qiu',
    givenName: 'Aijun',
    address: 'qiu@deyang.example',
    language: 'en',
  });
  const city = { nameEn: 'Deyang', level: 'prefecture', country: 'CN', calendar: 'cn' };
  await administrator.put('PUT', '/cities/deyang', city);
  const done = ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({
    step,
    happenedOn: null,
  }));
  const seats = [{ seat: 'cro', person: neighbour, fromOn: null }];
  await administrator.does('/journeys', {
    programme: '100rc-cn',
    city: 'deyang',
    joinedOn: null,
    takeover: true,
    seats,
    done,
  });
  for (const [journey, person] of [
    [YIWU, yiwu.people.cro],
    [DEYANG, neighbour],
  ] as const) {
    await (await house.as(person)).does(`/journeys/${journey}/steps/asw_report/submission`, report());
  }
});
afterAll(() => house.stop());

/** The tables with a row that names a journey, with how many journeys the reader sees in each. */
async function journeysSeen(person: string, table: string): Promise<string[]> {
  const column = table === 'journeys' ? 'id' : 'journey_id';
  const rows = await asReader(house.dataSource, person, () =>
    house.dataSource.query<{ journey: string }[]>(`SELECT DISTINCT ${column} AS journey FROM ${table} ORDER BY 1`),
  );
  return rows.map(({ journey }) => journey);
}

async function tablesOfCities(): Promise<string[]> {
  const rows = await house.dataSource.query<{ table_name: string }[]>(
    `SELECT table_name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'journey_id' UNION SELECT 'journeys' ORDER BY 1`,
  );
  return rows.map(({ table_name }) => table_name);
}

test('with no guard before it, another city’s rows do not come, from any table', async () => {
  const tables = await tablesOfCities();
  expect(tables).toEqual(expect.arrayContaining(['journal', 'journeys', 'letters', 'seat_holders', 'texts']));
  for (const table of tables) {
    const everything = await house.dataSource.query<unknown[]>(`SELECT FROM ${table}`);
    const of = { table, rows: everything.length > 0 };
    expect({ ...of, seen: await journeysSeen(yiwu.people.cro, table) }).toEqual({ ...of, seen: of.rows ? [YIWU] : [] });
    expect({ ...of, seen: await journeysSeen(neighbour, table) }).toEqual({ ...of, seen: of.rows ? [DEYANG] : [] });
    expect({ ...of, seen: await journeysSeen('p-nobody', table) }).toEqual({ ...of, seen: [] });
    const both = of.rows ? [DEYANG, YIWU] : [];
    expect({ ...of, seen: await journeysSeen(yiwu.people.manager, table) }).toEqual({ ...of, seen: both });
    expect({ ...of, seen: await journeysSeen('p-administrator', table) }).toEqual({ ...of, seen: both });
  }
});

test('nor through the stores, which know nothing of it', async () => {
  const { dataSource } = house;
  const [letter] = (await house.ledger()).filter(({ journeyId }) => journeyId === YIWU);
  const facts = await house.factsOf(YIWU);
  const texts = facts.flatMap((fact) => (fact.kind === 'step-submitted' ? [fact.evidence.text ?? ''] : []));
  const read = (person: string) =>
    asReader(dataSource, person, async () => ({
      journey: (await new Journeys(dataSource).byId(YIWU))?.id ?? null,
      listed: (await new Journeys(dataSource).list({ sight: null }, { limit: 9 })).items.map(({ id }) => id),
      facts: (await new Journal(dataSource).facts(YIWU)).length,
      command: (await new Journal(dataSource).ofCommand(facts[0]!.commandId))?.journeyId ?? null,
      letter: (await new Letters(dataSource).byId(letter!.id))?.id ?? null,
      words: (await new Texts(dataSource).byRefs(texts)).size,
    }));
  expect(await read(yiwu.people.cro)).toEqual({
    journey: YIWU,
    listed: [YIWU],
    facts: facts.length,
    command: YIWU,
    letter: letter!.id,
    words: 1,
  });
  const nothing = { journey: null, listed: [DEYANG], facts: 0, command: null, letter: null, words: 0 };
  expect(await read(neighbour)).toEqual(nothing);
  expect(await read(yiwu.people.manager)).toMatchObject({ listed: [DEYANG, YIWU], words: 1 });
});

test('a reader changes nothing', async () => {
  const { dataSource } = house;
  const change = (statement: string) => asReader(dataSource, 'p-administrator', () => dataSource.query(statement));
  await expect(change(`DELETE FROM letters`)).rejects.toThrow(/read-only transaction|permission denied/);
  await expect(change(`UPDATE people SET is_administrator = true`)).rejects.toThrow(/read-only|permission denied/);
  await expect(
    asReader(dataSource, 'p-administrator', () => dataSource.transaction(() => Promise.resolve())),
  ).rejects.toThrow('A reader changes nothing');
});

test('the role ends with the read: the next one to take the connection has its own rights', async () => {
  const { dataSource } = house;
  for (let round = 0; round < 12; round += 1) await journeysSeen(neighbour, 'journeys');
  const rows = await dataSource.query<{ role: string; reader: string | null; journeys: string }[]>(
    `SELECT current_user AS role, nullif(current_setting('citypath.reader', true), '') AS reader,
       (SELECT count(*) FROM journeys) AS journeys`,
  );
  expect(rows).toEqual([{ role: new URL(house.database.url).username, reader: null, journeys: '2' }]);
});

test('a name that tries to be more than a name stays one', async () => {
  const hostile = `x'; RESET ROLE; SET LOCAL citypath.reader = 'p-administrator`;
  expect(await journeysSeen(hostile, 'journeys')).toEqual([]);
});

test('every table either guards its rows, or is known to hold nothing of a city', async () => {
  const rows = await house.dataSource.query<{ table: string }[]>(
    `SELECT c.relname AS table FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind = 'r' AND has_table_privilege('citypath_reader', c.oid, 'SELECT')
       AND NOT (c.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))
     ORDER BY 1`,
  );
  expect(rows.map(({ table }) => table)).toEqual(OF_NO_CITY);
});
