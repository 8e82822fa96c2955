import { AddressTaken } from './address-taken';
import { People } from './people';
import type { PersonToKeep } from './person';
import { ProgrammeSeats } from './programme-seats';
import { Sessions } from './sessions';
import { type OwnDatabase, ownDatabase } from './spec/own-database';
import type { Instant } from './types';
import { emptyTables } from './spec/empty-tables';

const NOON: Instant = '2026-11-23T04:00:00.000Z';
const EVENING: Instant = '2026-11-23T10:00:00.000Z';
const minutesAfterNoon = (minutes: number) => new Date(Date.parse(NOON) + minutes * 60_000).toISOString() as Instant;

const browser = { way: 'local', browser: 'firefox', device: 'computer' } as const;

function person(id: string, familyName: string): PersonToKeep {
  return {
    id,
    familyName,
    givenName: 'Somebody',
    displayName: null,
    zhName: null,
    address: `${id}@citypath.example`,
    language: 'en',
    titleEn: null,
    titleZh: null,
    isAdministrator: false,
  };
}

describe('people', () => {
  let database: OwnDatabase;
  let people: People;
  let seats: ProgrammeSeats;
  let sessions: Sessions;

  beforeAll(async () => {
    database = await ownDatabase(process.env['CITYPATH_TEST_DATABASE_URL']);
    people = new People(database.dataSource);
    seats = new ProgrammeSeats(database.dataSource);
    sessions = new Sessions(database.dataSource);
  });

  afterAll(() => database.drop());

  beforeEach(async () => {
    await emptyTables(database.dataSource, 'people');
    for (const [id, name] of [
      ['p-1', 'Adams'],
      ['p-2', 'Brown'],
      ['p-3', 'Chen'],
    ] as const)
      await people.put(person(id, name));
  });

  it('replaces what was known of a person', async () => {
    await people.put({ ...person('p-1', 'Adams'), address: 'new@citypath.example', zhName: '亚当斯' });
    expect(await people.byId('p-1')).toMatchObject({
      address: 'new@citypath.example',
      zhName: '亚当斯',
      erasedAt: null,
    });
    expect(await people.byIds(['p-1', 'p-9'])).toHaveLength(1);
  });

  it('knows a person by any address, however it is spelled, and writes to the preferred one', async () => {
    await people.put({
      ...person('p-1', 'Adams'),
      address: 'A.Adams@city.example',
      otherAddresses: ['b@city.example'],
    });
    expect(await people.byAddress('a.adams@CITY.example')).toMatchObject({
      id: 'p-1',
      address: 'A.Adams@city.example',
    });
    expect(await people.byAddress('B@city.example')).toMatchObject({ id: 'p-1', otherAddresses: ['b@city.example'] });
    await people.put({ ...person('p-1', 'Adams'), address: 'b@city.example', otherAddresses: ['c@city.example'] });
    expect(await people.byId('p-1')).toMatchObject({ address: 'b@city.example', otherAddresses: ['c@city.example'] });
    expect(await people.byAddress('a.adams@city.example')).toBeNull();
  });

  it('keeps no two people at one address, and then keeps nothing of what was sent', async () => {
    const taken = people.put({
      ...person('p-1', 'Changed'),
      address: 'new@city.example',
      otherAddresses: ['P-2@CityPath.example'],
    });
    await expect(taken).rejects.toEqual(new AddressTaken(['P-2@CityPath.example']));
    expect(await people.byId('p-1')).toMatchObject({ familyName: 'Adams', address: 'p-1@citypath.example' });
    expect(await people.byAddress('new@city.example')).toBeNull();
    const both = await Promise.allSettled(
      ['p-1', 'p-3'].map((id) => people.put({ ...person(id, 'Adams'), address: 'same@city.example' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('keeps zone and leave, the days as days', async () => {
    const leave = { fromOn: '2026-12-24', untilOn: '2027-01-03', substitute: 'p-2' };
    await people.put({ ...person('p-1', 'Adams'), timeZone: 'Asia/Shanghai', leave });
    expect(await people.byId('p-1')).toMatchObject({ timeZone: 'Asia/Shanghai', leave });
    await people.erase('p-2', NOON);
    expect(await people.byId('p-1')).toMatchObject({ leave: { ...leave, substitute: null } });
    await people.put(person('p-1', 'Adams'));
    expect(await people.byId('p-1')).toMatchObject({ timeZone: null, leave: null });
  });

  it('gives the people of a board in one statement: the named ones and those in seats of the programme', async () => {
    await seats.appoint('100rc-cn', 'manager', 'p-2');
    await seats.appoint('mcr2030', 'manager', 'p-3');
    database.statements.length = 0;
    const concerned = await people.concerned(['p-1'], ['100rc-cn']);
    expect(database.statements).toHaveLength(1);
    expect(concerned.map((one) => [one.familyName, one.programmeSeats])).toEqual([
      ['Adams', []],
      ['Brown', [{ programme: '100rc-cn', seat: 'manager' }]],
    ]);
  });

  it('has one holder of a programme’s seat, or none', async () => {
    await seats.appoint('100rc-cn', 'manager', 'p-1');
    await seats.appoint('100rc-cn', 'manager', 'p-2');
    expect(await seats.holder('100rc-cn', 'manager')).toMatchObject({ familyName: 'Brown' });
    expect(await seats.ofProgrammes(['100rc-cn'])).toEqual([
      { programme: '100rc-cn', seat: 'manager', personId: 'p-2' },
    ]);
    await seats.vacate('100rc-cn', 'manager');
    expect(await seats.holder('100rc-cn', 'manager')).toBeNull();
  });

  it('knows who is behind a session until it expires or ends', async () => {
    await seats.appoint('100rc-cn', 'director', 'p-1');
    await sessions.begin({ ...browser, tokenHash: 'a', personId: 'p-1', createdAt: NOON, expiresAt: EVENING });
    expect(await sessions.find('a', NOON)).toMatchObject({
      person: { id: 'p-1', programmeSeats: [{ programme: '100rc-cn', seat: 'director' }] },
      lastSeenAt: NOON,
    });
    expect(await sessions.find('a', EVENING)).toBeNull();
    expect(await sessions.find('b', NOON)).toBeNull();
    await sessions.end('a');
    expect(await sessions.find('a', NOON)).toBeNull();
  });

  it('forgets sessions that have expired, and notes that one is in use', async () => {
    await sessions.begin({ ...browser, tokenHash: 'old', personId: 'p-1', createdAt: NOON, expiresAt: EVENING });
    await sessions.begin({
      ...browser,
      tokenHash: 'new',
      personId: 'p-1',
      createdAt: NOON,
      expiresAt: '2026-12-01T00:00:00.000Z',
    });
    await sessions.touch('new', EVENING);
    await sessions.sweep(EVENING);
    expect(await sessions.find('old', NOON)).toBeNull();
    expect(await sessions.find('new', EVENING)).toMatchObject({ lastSeenAt: EVENING });
  });

  it('ends a session that nobody uses: after half an hour for administrators, after twelve hours for others', async () => {
    const untilNextWeek = { ...browser, createdAt: NOON, expiresAt: '2026-12-01T00:00:00.000Z' } as const;
    await sessions.begin({ ...untilNextWeek, tokenHash: 'one', personId: 'p-1' });
    expect(await sessions.find('one', minutesAfterNoon(719))).not.toBeNull();
    expect(await sessions.find('one', minutesAfterNoon(720))).toBeNull();

    // Made an administrator meanwhile: the shorter limit holds at once, counted from the last use.
    await people.put({ ...person('p-1', 'Adams'), isAdministrator: true });
    expect(await sessions.find('one', minutesAfterNoon(30))).toBeNull();
    await sessions.touch('one', minutesAfterNoon(20));
    expect(await sessions.find('one', minutesAfterNoon(49))).not.toBeNull();
    expect(await sessions.find('one', minutesAfterNoon(50))).toBeNull();
    expect(await sessions.of('p-1', minutesAfterNoon(50))).toEqual([]);
  });

  it('ends one session, or all but the one in use, and never somebody else’s', async () => {
    const today = { ...browser, createdAt: NOON, expiresAt: EVENING };
    for (const [tokenHash, personId] of [
      ['a', 'p-1'],
      ['b', 'p-1'],
      ['c', 'p-1'],
      ['d', 'p-2'],
    ] as const)
      await sessions.begin({ ...today, tokenHash, personId });
    const of = async (personId: string) => (await sessions.of(personId, NOON)).map(({ tokenHash }) => tokenHash).sort();
    const [other] = await sessions.of('p-2', NOON);
    expect(await sessions.endOne('p-1', other?.id ?? '')).toBe(false);
    const first = (await sessions.of('p-1', NOON)).find(({ tokenHash }) => tokenHash === 'a');
    expect(await sessions.endOne('p-1', first?.id ?? '')).toBe(true);
    expect(await of('p-1')).toEqual(['b', 'c']);
    await sessions.endAll('p-1', 'c');
    expect(await of('p-1')).toEqual(['c']);
    expect(await of('p-2')).toEqual(['d']);
  });

  it('signs an erased person out, out of seats and off the list', async () => {
    await seats.appoint('100rc-cn', 'director', 'p-1');
    await sessions.begin({ ...browser, tokenHash: 'a', personId: 'p-1', createdAt: NOON, expiresAt: EVENING });
    await people.erase('p-1', NOON);
    expect(await sessions.find('a', NOON)).toBeNull();
    expect(await people.byAddress('p-1@citypath.example')).toBeNull();
    expect(await people.byId('p-1')).toMatchObject({ isAdministrator: false, leave: null, timeZone: null });
    expect(await seats.holder('100rc-cn', 'director')).toBeNull();
    expect((await people.all(10)).map((one) => one.familyName)).toEqual(['Brown', 'Chen']);
  });
});
