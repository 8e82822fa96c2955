import type { Instant } from '@citypath/calendar';
import { cityPageResponse } from '@citypath/contracts';
import { freePort } from '@citypath/local';
import { asOn } from '../support/as-on';
import { citypath, type Ended } from '../support/citypath';
import { House } from '../support/house';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;

beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
});
afterAll(() => house.stop());

const run = (...args: string[]): Promise<Ended> => citypath(house.environment, args);

async function sessions(): Promise<number> {
  const [row] = await house.dataSource.query<{ count: number }[]>('SELECT count(*)::int AS count FROM sessions');
  return row?.count ?? 0;
}

test('why a journey stands where it stands is the sentence of its page, in both languages', async () => {
  const page = await (await house.asAdministrator()).read(cityPageResponse, yiwu.path);
  expect(await run('why', yiwu.journeyId)).toEqual({ said: `${page.sentence.en}\n`, complained: '', code: 0 });
  expect((await run('why', yiwu.journeyId, '--language', 'zh')).said).toBe(`${page.sentence.zh}\n`);
  const { said } = await run('why', yiwu.journeyId, '--json');
  const asJson = { journey: yiwu.journeyId, status: 'active', sentence: page.sentence, stale: false };
  expect(JSON.parse(said)).toEqual(asJson);
});

test('the status counts the cities of each programme', async () => {
  const { said, code } = await run('status');
  expect(said).toMatch(/^100rc-cn \(.+\): 1 city; 0 late, \d at risk, 0 on hold, 0 closed; \d with a vacant seat/m);
  expect(code).toBe(0);
  expect((await run('status', '--language', 'zh')).said).toMatch(/^100rc-cn（.+）：1座城市；逾期0，/m);
});

describe('the list', () => {
  test('says what each journey waits for', async () => {
    const { said } = await run('list');
    expect(said).toMatch(new RegExp(`^${yiwu.journeyId}  active  Yiwu: .+\\.\n$`));
  });

  test('narrowed by programme and state', async () => {
    expect((await run('list', '--programme', '100rc-cn', '--state', 'active')).said).toContain(yiwu.journeyId);
    expect((await run('list', '--state', 'withdrawn')).said).toBe('Nothing.\n');
    expect(JSON.parse((await run('list', '--state', 'withdrawn', '--json')).said)).toEqual({ journeys: [] });
  });

  test('narrowed to what is late: nothing today, Yiwu half a year later', async () => {
    expect((await run('list', '--late')).said).toBe('Nothing.\n');
    const later = new Date(Date.now() + 183 * 86_400_000).toISOString() as Instant;
    const publicUrl = `http://127.0.0.1:${await freePort()}`;
    const databaseUrl = house.environment.DATABASE_URL;
    await asOn(later, { databaseUrl, publicUrl, person: yiwu.people.manager }, async () => {
      const { said } = await citypath({ DATABASE_URL: databaseUrl, PUBLIC_URL: publicUrl }, ['list', '--late'], later);
      expect(said).toMatch(new RegExp(`^${yiwu.journeyId}  active  Yiwu: .+ was due on .+\\.\n$`));
    });
  });

  test('holds what the one who asks may see', async () => {
    const officer = yiwu.addresses.cro;
    expect((await run('list', '--as', officer)).said).toContain(yiwu.journeyId);
    const stranger = { familyName: 'Nobody', givenName: 'Known', address: 'nobody@yiwu.example', language: 'en' };
    await (await house.asAdministrator()).put('POST', '/people', stranger);
    expect((await run('list', '--as', stranger.address)).said).toBe('Nothing.\n');
    const { complained, code } = await run('why', yiwu.journeyId, '--as', stranger.address);
    expect([complained, code]).not.toEqual(['', 0]);
  });
});

test('whoever asks is signed in for the act alone', async () => {
  const before = await sessions();
  await run('status');
  await run('why', '100rc-cn.atlantis');
  expect(await sessions()).toBe(before);
});

describe('what cannot be answered ends in words and with its number', () => {
  test.each<[string, string[], RegExp, number]>([
    ['a journey that is not there', ['why', '100rc-cn.atlantis'], /./, 1],
    [
      'a programme that is not there',
      ['list', '--programme', 'atlantis'],
      /There is no programme atlantis: 100rc-cn/,
      1,
    ],
    [
      'an address that nobody has',
      ['status', '--as', 'who@city.example'],
      /Nobody has the address who@city\.example/,
      1,
    ],
    ['a state that there is not', ['list', '--state', 'stuck'], /Allowed choices are active, on-hold/, 2],
    ['a language that there is not', ['why', 'a.b', '--language', 'fr'], /Allowed choices are en, zh/, 2],
  ])('%s', async (_, args, says, code) => {
    const ended = await run(...args);
    expect([ended.said, ended.code]).toEqual(['', code]);
    expect(ended.complained).toMatch(says);
  });

  test('an api that is away', async () => {
    const nowhere = { ...house.environment, PUBLIC_URL: 'http://127.0.0.1:1' };
    const { complained, code } = await citypath(nowhere, ['status']);
    expect([complained, code]).toEqual([
      expect.stringMatching(/^The api at http:\/\/127\.0\.0\.1:1 cannot be reached/),
      3,
    ]);
  });

  test('several administrators, and nobody said as whom', async () => {
    const second = { familyName: 'Second', givenName: 'One', address: 'second@citypath.example', language: 'en' };
    await run('add-administrator', '--address', second.address, '--family-name', 'Second', '--given-name', 'One');
    const { complained, code } = await run('status');
    expect([complained, code]).toEqual([expect.stringContaining('--as <address>'), 1]);
    expect((await run('status', '--as', second.address)).code).toBe(0);
  });
});
