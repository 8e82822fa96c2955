import { sessionResponse, sessionsResponse, type SessionsResponse } from '@citypath/contracts';
import { People, ProgrammeSeats } from '@citypath/store';
import { asProblem } from '../support/caller';
import { House } from '../support/house';
import { Visitor } from '../support/visitor';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const WECHAT =
  'Mozilla/5.0 (Linux; Android 15; V2366A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.60';

let house: House;
let yiwu: Yiwu;
beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
});
afterAll(() => house.stop());

/** A browser in which somebody is signed in. */
async function browserOf(person: string, agent = FIREFOX): Promise<Visitor> {
  const browser = new Visitor(house.apiUrl, { 'User-Agent': agent });
  expect((await browser.send('POST', '/session', { person })).status).toBe(201);
  return browser;
}

const whoIs = async (browser: Visitor) =>
  sessionResponse.parse((await browser.send('GET', '/session')).body).person?.id ?? null;
const sessionsOf = async (browser: Visitor, path = '/account/sessions'): Promise<SessionsResponse> =>
  sessionsResponse.parse((await browser.send('GET', path)).body);

/** The clock goes on by so many minutes, for all sessions. */
async function minutesPass(minutes: number): Promise<void> {
  await house.dataSource.query('UPDATE sessions SET last_seen_at = last_seen_at - make_interval(mins => $1)', [
    minutes,
  ]);
}

describe('a session that nobody uses', () => {
  test('ends after half an hour for an administrator, and after twelve hours for others', async () => {
    const [administrator, officer] = [await browserOf('p-administrator'), await browserOf(yiwu.people.cro)];
    await minutesPass(29);
    expect([await whoIs(administrator), await whoIs(officer)]).toEqual(['p-administrator', yiwu.people.cro]);
    // Both were used just now: the clock begins anew.
    await minutesPass(29);
    expect(await whoIs(administrator)).toBe('p-administrator');
    await minutesPass(31);
    expect([await whoIs(administrator), await whoIs(officer)]).toEqual([null, yiwu.people.cro]);
    await minutesPass(12 * 60 + 1);
    expect(await whoIs(officer)).toBeNull();
    expect(asProblem(await officer.send('GET', '/account/sessions')).code).toBe('not-signed-in');
  });

  test('is not kept by a page that was left open and asks by itself', async () => {
    const leftOpen = new Visitor(house.apiUrl, { 'Citypath-By-Itself': 'yes' });
    await leftOpen.send('POST', '/session', { person: 'p-administrator' });
    await minutesPass(20);
    expect(await whoIs(leftOpen)).toBe('p-administrator');
    await minutesPass(11);
    expect(await whoIs(leftOpen)).toBeNull();
  });
});

describe('one’s own sessions', () => {
  test('are listed with the kind of browser, and nothing more of it is kept', async () => {
    const [desk, phone] = [await browserOf(yiwu.people.manager), await browserOf(yiwu.people.manager, WECHAT)];
    const { sessions, idleMinutes } = await sessionsOf(phone);
    expect(idleMinutes).toBe(720);
    expect(sessions.map(({ browser, device, here, way }) => ({ browser, device, here, way }))).toEqual(
      expect.arrayContaining([
        { browser: 'wechat', device: 'phone', here: true, way: 'local' },
        { browser: 'firefox', device: 'computer', here: false, way: 'local' },
      ]),
    );
    const rows = JSON.stringify(await house.dataSource.query('SELECT * FROM sessions'));
    expect(rows).not.toMatch(/V2366A|140\.0|127\.0\.0\.1/);
    await desk.send('DELETE', '/account/sessions');
  });

  test('end one by one, or all but the one in use; nobody ends those of others', async () => {
    const [here, there, third] = [
      await browserOf(yiwu.people.director),
      await browserOf(yiwu.people.director),
      await browserOf(yiwu.people.director),
    ];
    const stranger = await browserOf(yiwu.people.cro);
    const { sessions } = await sessionsOf(there);
    const id = sessions.find((session) => session.here)!.id;
    expect(asProblem(await stranger.send('DELETE', `/account/sessions/${id}`)).code).toBe('session-unknown');
    expect(asProblem(await here.send('DELETE', '/account/sessions/nonsense')).code).toBe('session-unknown');
    expect((await here.send('DELETE', `/account/sessions/${id}`)).status).toBe(204);
    expect([await whoIs(there), await whoIs(third)]).toEqual([null, yiwu.people.director]);
    expect((await here.send('DELETE', '/account/sessions')).status).toBe(204);
    expect([await whoIs(third), await whoIs(here)]).toEqual([null, yiwu.people.director]);
    expect(await whoIs(stranger)).toBe(yiwu.people.cro);
  });

  test('of anybody are ended by an administrator, and by nobody else', async () => {
    const officer = await browserOf(yiwu.people.cro);
    const [administrator, manager] = [await browserOf('p-administrator'), await browserOf(yiwu.people.manager)];
    const path = `/people/${yiwu.people.cro}/sessions`;
    for (const method of ['GET', 'DELETE'])
      expect(asProblem(await manager.send(method, path)).code).toBe('not-allowed');
    expect((await sessionsOf(administrator, path)).sessions.length).toBeGreaterThan(0);
    expect((await administrator.send('DELETE', path)).status).toBe(204);
    expect(await whoIs(officer)).toBeNull();
    expect(await whoIs(administrator)).toBe('p-administrator');
  });

  test('signing in as somebody else ends the session that the browser had', async () => {
    const browser = await browserOf(yiwu.people.cro);
    const before = browser.cookies.get('citypath_session')!;
    await browser.send('POST', '/session', { person: yiwu.people.manager });
    const old = new Visitor(house.apiUrl);
    old.cookies.set('citypath_session', before);
    expect([await whoIs(old), await whoIs(browser)]).toEqual([null, yiwu.people.manager]);
  });
});

test('a role withdrawn in the middle of a form counts at once: a named answer, and nothing is done', async () => {
  const manager = await browserOf(yiwu.people.manager);
  const seats = new ProgrammeSeats(house.dataSource);
  const holding = { reason: 'The mayor is on leave.', awaiting: 'The mayor', untilOn: null };
  await seats.vacate('100rc-cn', 'manager');
  const facts = (await house.factsOf(yiwu.journeyId)).length;
  const problem = asProblem(await manager.send('POST', `${yiwu.path}/hold`, holding));
  expect(problem).toMatchObject({ code: 'journey-unknown', title: 'No such journey' });
  expect(await house.factsOf(yiwu.journeyId)).toHaveLength(facts);
  expect(await whoIs(manager)).toBe(yiwu.people.manager);
  await seats.appoint('100rc-cn', 'manager', yiwu.people.manager);
  expect((await manager.send('GET', yiwu.path)).status).toBe(200);
});

test('an administrator who is none any more is refused with the next request', async () => {
  const people = new People(house.dataSource);
  const director = (await people.byId(yiwu.people.director))!;
  await people.put({ ...director, isAdministrator: true });
  const browser = await browserOf(director.id);
  const path = `/people/${yiwu.people.cro}/sessions`;
  expect((await browser.send('GET', path)).status).toBe(200);
  await people.put({ ...director, isAdministrator: false });
  expect(asProblem(await browser.send('GET', path)).code).toBe('not-allowed');
});
