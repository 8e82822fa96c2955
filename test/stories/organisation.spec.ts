import { organisationResponse, sessionResponse } from '@citypath/contracts';
import { freePort } from '@citypath/local';
import { People } from '@citypath/store';
import { House } from '../support/house';
import { OwnOrganisation } from '../support/own-organisation';
import { secretsOf, Visitor } from '../support/visitor';
import { addPerson } from '../support/yiwu-on-its-way';

let organisation: OwnOrganisation;
let house: House;
beforeAll(async () => {
  organisation = new OwnOrganisation(await freePort());
  house = await House.start({ door: organisation.settings });
  await organisation.open(`${house.apiUrl}/sign-in/organisation`);
});
afterAll(async () => {
  await house.stop();
  await organisation.close();
});

/** A browser whose owner is signed in by letter. */
async function signedIn(name: string): Promise<{ browser: Visitor; person: string }> {
  const address = `${name}@city.example`;
  const person = await addPerson(house, { familyName: 'Wang', givenName: name, address, language: 'en' });
  const browser = new Visitor(house.apiUrl);
  await browser.ask(address);
  await house.deliver();
  const letter = house.inbox.messages().findLast(({ envelopeTo }) => envelopeTo.includes(address))!;
  await browser.signedIn(browser.useLink(secretsOf(letter).token));
  return { browser, person };
}

/** Presses a button that leads to the organisation. @returns where that is */
async function leave(browser: Visitor, door: 'sign-in' | 'link', to?: string): Promise<string> {
  const { status, body } = await browser.send('POST', `/organisation/${door}`, to === undefined ? {} : { to });
  expect(status).toBe(200);
  return (body as { url: string }).url;
}

const bring = (browser: Visitor, query: string) => browser.send('POST', '/organisation/answer', { query });

/** Goes to the organisation as an account of it, and comes back. */
async function visit(browser: Visitor, door: 'sign-in' | 'link', account: string, to?: string) {
  return bring(browser, await organisation.visit(await leave(browser, door, to), account));
}

/** A person whose account at the organisation is linked. */
async function linked(name: string): Promise<string> {
  const { browser, person } = await signedIn(name);
  expect((await visit(browser, 'link', name)).body).toEqual({ to: '/account?linked=yes' });
  return person;
}

const whoIs = async (browser: Visitor) =>
  sessionResponse.parse((await browser.send('GET', '/session')).body).person?.id ?? null;

/** Changes what the browser keeps while it is away. */
function forge(browser: Visitor, changes: object): void {
  const kept = Buffer.from(browser.cookies.get('citypath_organisation')!, 'base64url').toString();
  const changed = { ...(JSON.parse(kept) as object), ...changes };
  browser.cookies.set('citypath_organisation', Buffer.from(JSON.stringify(changed)).toString('base64url'));
}

describe('an account of the organisation', () => {
  test('that nobody linked signs nobody in, and the person is told how to link it', async () => {
    const browser = new Visitor(house.apiUrl);
    const { status, body } = await visit(browser, 'sign-in', 'stranger');
    expect([status, body]).toEqual([403, expect.objectContaining({ code: 'organisation-not-linked' })]);
    expect((body as { detail: string }).detail).toContain('Sign in by a letter first');
    expect(await whoIs(browser)).toBeNull();
  });

  test('that a signed-in person linked signs that person in, elsewhere too, and on to where one was going', async () => {
    const person = await linked('wang-1');
    const browser = new Visitor(house.apiUrl);
    expect((await visit(browser, 'sign-in', 'wang-1', '/letters?view=coming')).body).toEqual({
      to: '/letters?view=coming',
    });
    expect(await whoIs(browser)).toBe(person);
  });

  test('is asked for with state, nonce and PKCE, and for nothing but who it is', async () => {
    const asked = new URL(await leave(new Visitor(house.apiUrl), 'sign-in')).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      state: expect.stringMatching(/^[\w-]{40,}$/) as string,
      nonce: expect.stringMatching(/^[\w-]{40,}$/) as string,
      redirect_uri: `${house.apiUrl}/sign-in/organisation`,
    });
  });

  test('of one person is not linked to another', async () => {
    await linked('wang-2');
    const { browser, person } = await signedIn('wang-3');
    const { body } = await visit(browser, 'link', 'wang-2');
    expect(body).toMatchObject({ status: 409, code: 'organisation-of-another' });
    expect(await whoIs(browser)).toBe(person);
  });

  test('signs in no more once the link is taken away, or the person was erased', async () => {
    const { browser, person } = await signedIn('wang-4');
    await visit(browser, 'link', 'wang-4');
    const shown = async () => organisationResponse.parse((await browser.send('GET', '/account/organisation')).body);
    expect(await shown()).toMatchObject({ name: 'City of Yiwu', linkedAt: expect.any(String) as string });
    expect((await browser.send('DELETE', '/account/organisation')).status).toBe(204);
    expect(await shown()).toEqual({ name: 'City of Yiwu', linkedAt: null });
    expect((await visit(new Visitor(house.apiUrl), 'sign-in', 'wang-4')).status).toBe(403);

    await visit(browser, 'link', 'wang-4');
    await new People(house.dataSource).erase(person, '2026-11-22T00:00:00.000Z');
    expect((await visit(new Visitor(house.apiUrl), 'sign-in', 'wang-4')).status).toBe(403);
    expect(await house.dataSource.query('SELECT 1 FROM person_identities WHERE person_id = $1', [person])).toEqual([]);
  });

  test('is not linked when nobody, or somebody else, is signed in by the time of the answer', async () => {
    const { browser } = await signedIn('wang-5');
    const query = await organisation.visit(await leave(browser, 'link'), 'wang-5');
    browser.cookies.delete('citypath_session');
    expect((await bring(browser, query)).body).toMatchObject({ status: 401, code: 'not-signed-in' });
    expect((await visit(new Visitor(house.apiUrl), 'sign-in', 'wang-5')).body).toMatchObject({
      code: 'organisation-not-linked',
    });
  });
});

describe('an answer that was not asked for signs nobody in', () => {
  beforeAll(() => linked('wang-6'));

  test.each([
    ['another state', (_: Visitor, query: string) => query.replace(/state=[^&]+/, 'state=another')],
    ['another nonce', (browser: Visitor, query: string) => (forge(browser, { nonce: 'another' }), query)],
    ['another verifier', (browser: Visitor, query: string) => (forge(browser, { verifier: 'a'.repeat(43) }), query)],
    ['a browser that never left', (browser: Visitor, query: string) => (browser.cookies.clear(), query)],
    ['another code', (_: Visitor, query: string) => query.replace(/code=[^&]+/, 'code=another')],
    ['another issuer', (_: Visitor, query: string) => query.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example')],
    ['the person said no', (_: Visitor, query: string) => query.replace(/code=[^&]+/, 'error=access_denied')],
  ])('%s', async (_what, spoil) => {
    const browser = new Visitor(house.apiUrl);
    const query = await organisation.visit(await leave(browser, 'sign-in'), 'wang-6');
    const { status, body } = await bring(browser, spoil(browser, query));
    expect([status, body]).toEqual([403, expect.objectContaining({ code: 'organisation-failed' })]);
    expect(await whoIs(browser)).toBeNull();
  });

  test('brought twice', async () => {
    const browser = new Visitor(house.apiUrl);
    const query = await organisation.visit(await leave(browser, 'sign-in'), 'wang-6');
    const kept = new Map(browser.cookies);
    expect((await bring(browser, query)).status).toBe(200);
    const again = new Visitor(house.apiUrl);
    for (const [name, value] of kept) again.cookies.set(name, value);
    expect((await bring(again, query)).body).toMatchObject({ code: 'organisation-failed' });
  });
});

test('while the organisation is away people are told so, and the letter goes on working', async () => {
  const browser = new Visitor(house.apiUrl);
  const query = await organisation.visit(await leave(browser, 'sign-in'), 'wang-6');
  await organisation.close();
  expect((await bring(browser, query)).body).toMatchObject({ status: 503, code: 'organisation-away' });
  await signedIn('wang-7');
});
