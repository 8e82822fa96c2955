import type { Message } from '@citypath/local';
import { People } from '@citypath/store';
import { House } from '../support/house';
import { secretsOf, Visitor } from '../support/visitor';
import { addPerson, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  await house.deliver();
});
afterAll(() => house.stop());

const visitor = () => new Visitor(house.apiUrl);
/** The letters that sign in, to an address. */
const lettersTo = (address: string): Message[] =>
  house.inbox.messages().filter(({ envelopeTo, text }) => envelopeTo.includes(address) && /\/sign-in\//.test(text));

/** Asks in a browser and reads the letter that comes. */
async function letterTo(browser: Visitor, address: string, to?: string): Promise<Message> {
  const before = lettersTo(address).length;
  expect(await browser.ask(address, to)).toMatchObject({ status: 202 });
  await house.deliver();
  const letters = lettersTo(address);
  expect(letters).toHaveLength(before + 1);
  return letters.at(-1)!;
}

/** A person of this test alone. */
let count = 0;
async function somebody(language: 'en' | 'zh' = 'en'): Promise<{ id: string; address: string }> {
  count += 1;
  // People write their addresses as they like.
  const address = `Person.${count}@citypath.example`;
  return { id: await addPerson(house, { familyName: 'Ren', givenName: `No${count}`, address, language }), address };
}

/** The clock goes on by so many minutes, for all that was asked. */
async function minutesPass(minutes: number): Promise<void> {
  await house.dataSource.query(
    `UPDATE sign_in_requests SET asked_at = asked_at - make_interval(mins => $1),
       expires_at = expires_at - make_interval(mins => $1), sent_at = sent_at - make_interval(mins => $1)`,
    [minutes],
  );
}

const mailboxOf = async (person: string): Promise<string> => (await new People(house.dataSource).byId(person))!.address;

describe('signing in from the mailbox', () => {
  test('an address, a letter, a button: and on to where one was going', async () => {
    const browser = visitor();
    const step = `${yiwu.path}/steps/asw_report`;
    const letter = await letterTo(browser, yiwu.addresses.cro, step);
    expect(letter.subject).toBe('登录 CityPath');
    expect(letter.html).toMatch(/<html[^>]* lang="zh-CN"/);

    const { token } = secretsOf(letter);
    expect(await browser.look(token)).toMatchObject({ state: 'ready', person: { id: yiwu.people.cro } });
    const { session, to } = await browser.signedIn(browser.useLink(token));
    expect(session.person?.id).toBe(yiwu.people.cro);
    expect(session.roles).toMatchObject([{ role: 'city', seat: 'cro' }]);
    expect(to).toBe(step);
    const asked = await browser.caller.send('GET', yiwu.path);
    expect(asked.status).toBe(200);
  });

  test('the cookies are out of reach for scripts and other sites', async () => {
    const browser = visitor();
    const { address } = await somebody();
    const asked = await browser.ask(address);
    expect(asked.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^citypath_browser=[\w-]{43}; Max-Age=86400; Path=\/api\/v1\/sign-in; .*HttpOnly; SameSite=Lax$/,
      ),
    ]);
    await house.deliver();
    const { headers } = await browser.useLink(secretsOf(lettersTo(address)[0]!).token);
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^citypath_session=[\w-]{43}; Max-Age=\d+; Path=\/; .*HttpOnly; SameSite=Lax$/),
    ]);
  });

  test('the records know hashes of link, code and browser, and nothing else', async () => {
    const browser = visitor();
    const { address } = await somebody();
    const { token, code } = secretsOf(await letterTo(browser, address));
    const everything = JSON.stringify(
      await Promise.all(
        ['sign_in_requests', 'letters', 'sessions', 'texts', 'journal'].map((table) =>
          house.dataSource.query(`SELECT * FROM ${table}`),
        ),
      ),
    );
    for (const secret of [token, code, browser.cookies.get('citypath_browser')!]) {
      expect(everything).not.toContain(secret);
      expect(house.processes.api.log()).not.toContain(secret);
    }
  });
});

describe('an address that nobody has', () => {
  test('is answered the same as a known one, after the same work, and gets no letter', async () => {
    const known = await somebody();
    const ask = async (address: string) => {
      const { status, headers, body } = await visitor().ask(address);
      const shown = Object.fromEntries([...headers].filter(([name]) => name !== 'date'));
      return { status, body, headers: { ...shown, 'set-cookie': shown['set-cookie']?.replace(/=[\w-]{43};.*/, '') } };
    };
    const [ofKnown, ofUnknown] = [await ask(known.address), await ask('nobody@citypath.example')];
    expect(ofUnknown).toEqual(ofKnown);
    const rows = await house.dataSource.query<object[]>(
      `SELECT status, to_path, person_id, token_hash, guesses FROM sign_in_requests WHERE status = 'asked'`,
    );
    // One row each, without a difference: who it is was not even looked up.
    expect(rows).toEqual([rows[0], rows[0]]);

    await house.deliver();
    expect(lettersTo('nobody@citypath.example')).toEqual([]);
    expect(lettersTo(known.address)).toHaveLength(1);
  });

  test('is answered the same when a code is guessed for it', async () => {
    const known = await somebody();
    const guess = async (address: string) => {
      const browser = visitor();
      await browser.ask(address);
      await house.deliver();
      const problems = [];
      for (let tries = 0; tries < 7; tries += 1) problems.push((await browser.useCode('00000000')).body);
      return problems;
    };
    expect(await guess('nobody@citypath.example')).toEqual(await guess(known.address));
  });

  test('neither does somebody who was erased, also between asking and pressing', async () => {
    const browser = visitor();
    const { id, address } = await somebody();
    const { token } = secretsOf(await letterTo(browser, address));
    await new People(house.dataSource).erase(id, '2026-11-22T00:00:00.000Z');
    expect(await browser.look(token)).toMatchObject({ state: 'unknown', person: null });
    expect(await browser.refused(browser.useLink(token))).toBe('sign-in-link-unknown');
    const before = house.inbox.messages().length;
    await browser.ask(address);
    await house.deliver();
    expect(house.inbox.messages()).toHaveLength(before);
  });
});

describe('a link', () => {
  test('opened by a scanner of mail, whatever it asks, waits for its owner', async () => {
    const browser = visitor();
    const { id, address } = await somebody();
    const { token } = secretsOf(await letterTo(browser, address));
    const scanner = visitor();
    for (const method of ['HEAD', 'GET', 'GET', 'GET']) {
      await scanner.send(method, `${house.apiUrl}/sign-in/${token}`);
      await scanner.send(method, `/sign-in/link/${token}`);
    }
    // Even one that presses buttons has not the cookie of the browser that asked.
    expect(await scanner.refused(scanner.useLink(token))).toBe('sign-in-other-browser');
    expect(scanner.cookies.has('citypath_session')).toBe(false);
    expect((await browser.signedIn(browser.useLink(token))).session.person?.id).toBe(id);
  });

  test('signs in once, and says when it was used', async () => {
    const browser = visitor();
    const { address } = await somebody();
    const { token, code } = secretsOf(await letterTo(browser, address));
    const began = new Date().toISOString();
    await browser.signedIn(browser.useLink(token));
    const used = await browser.look(token);
    expect(used).toMatchObject({ state: 'used', person: null });
    expect(used.at! >= began && used.at! <= new Date().toISOString()).toBe(true);
    expect(await browser.refused(browser.useLink(token))).toBe('sign-in-link-used');
    // The code of the same letter went with it.
    expect(await browser.refused(browser.useCode(code))).toBe('sign-in-expired');
  });

  test('pressed twice at once signs in once', async () => {
    const browser = visitor();
    const { address } = await somebody();
    const { token } = secretsOf(await letterTo(browser, address));
    const statuses = (await Promise.all([1, 2, 3].map(() => browser.useLink(token)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 410, 410]);
  });

  test('opened in another browser says so; there the code of the letter helps, in the one that asked', async () => {
    const [desk, phone] = [visitor(), visitor()];
    const { id, address } = await somebody();
    const { token, code } = secretsOf(await letterTo(desk, address, '/letters'));
    expect(await phone.look(token)).toMatchObject({ state: 'other-browser', person: null });
    expect(await phone.refused(phone.useLink(token))).toBe('sign-in-other-browser');
    expect(await phone.refused(phone.useCode(code))).toBe('sign-in-not-asked');
    const { session, to } = await desk.signedIn(desk.useCode(`${code.slice(0, 4)} ${code.slice(4)}`));
    expect([session.person?.id, to]).toEqual([id, '/letters']);
    expect(await desk.look(token)).toMatchObject({ state: 'used' });
  });

  test('holds for a quarter of an hour, and so does the code', async () => {
    const browser = visitor();
    const { address } = await somebody();
    const { token, code } = secretsOf(await letterTo(browser, address));
    await minutesPass(15);
    expect(await browser.look(token)).toMatchObject({ state: 'expired' });
    expect(await browser.refused(browser.useLink(token))).toBe('sign-in-expired');
    expect(await browser.refused(browser.useCode(code))).toBe('sign-in-expired');
  });

  test('is replaced by a newer one of the same browser, and not by one that somebody else asked for', async () => {
    const browser = visitor();
    const { address } = await somebody();
    const first = secretsOf(await letterTo(browser, address));
    const second = secretsOf(await letterTo(browser, address));
    await letterTo(visitor(), address);
    expect(await browser.look(first.token)).toMatchObject({ state: 'replaced' });
    expect(await browser.refused(browser.useLink(first.token))).toBe('sign-in-replaced');
    expect(await browser.refused(browser.useCode(first.code))).toBe('sign-in-code-wrong');
    await browser.signedIn(browser.useLink(second.token));
  });

  test('that is none of ours is told from one that was used', async () => {
    const browser = visitor();
    expect(await browser.look('AAAAAAAAAAAAAAAAAAAAAA')).toEqual({ state: 'unknown', person: null, at: null });
    expect(await browser.refused(browser.useLink('AAAAAAAAAAAAAAAAAAAAAA'))).toBe('sign-in-link-unknown');
    expect(await browser.refused(browser.useLink('../../etc/passwd'))).toBe('malformed-request');
  });

  test('of somebody whose seat was handed over meanwhile signs in, to what is left', async () => {
    const browser = visitor();
    const address = await mailboxOf(yiwu.people.cro);
    const { token } = secretsOf(await letterTo(browser, address, `${yiwu.path}/steps/asw_report`));
    const successor = await somebody();
    const manager = await house.as(yiwu.people.manager);
    await manager.does(`${yiwu.path}/seats/cro/hand-over`, { person: successor.id, fromOn: null });
    const { session, to } = await browser.signedIn(browser.useLink(token));
    expect(session).toMatchObject({ person: { id: yiwu.people.cro }, roles: [] });
    expect(to).toBe(`${yiwu.path}/steps/asw_report`);
    expect((await browser.caller.send('GET', yiwu.path)).status).toBe(404);
  });
});

describe('a code', () => {
  test('may be typed five times; then also the right one is too late, and a new letter helps', async () => {
    const browser = visitor();
    const { address } = await somebody();
    const { code, token } = secretsOf(await letterTo(browser, address));
    const wrong = code === '00000000' ? '11111111' : '00000000';
    const answers = [];
    for (let tries = 0; tries < 5; tries += 1) answers.push(await browser.refused(browser.useCode(wrong)));
    expect(answers).toEqual([...Array<string>(4).fill('sign-in-code-wrong'), 'sign-in-code-locked']);
    expect(await browser.refused(browser.useCode(code))).toBe('sign-in-code-locked');
    // The link is no number to guess.
    expect(await browser.look(token)).toMatchObject({ state: 'ready' });
    await browser.signedIn(browser.useCode(secretsOf(await letterTo(browser, address)).code));
  });

  test('typed many times at once is counted each time', async () => {
    const browser = visitor();
    const { address } = await somebody();
    const { code } = secretsOf(await letterTo(browser, address));
    const guesses = Array.from({ length: 12 }, (_, guess) => String(guess).padStart(8, '0')).filter((g) => g !== code);
    await Promise.all(guesses.map((guess) => browser.useCode(guess)));
    expect(await browser.refused(browser.useCode(code))).toBe('sign-in-code-locked');
  });

  test('is not guessed by asking for letters that are not sent any more', async () => {
    const browser = visitor();
    const { address } = await somebody();
    for (let asked = 0; asked < 4; asked += 1) await letterTo(browser, address);
    const { code } = secretsOf(await letterTo(browser, address));
    for (let round = 0; round < 2; round += 1) {
      for (let tries = 0; tries < 3; tries += 1) await browser.useCode('00000000');
      await browser.ask(address);
      await house.deliver();
    }
    expect(await browser.refused(browser.useCode(code))).toBe('sign-in-code-wrong');
  });
});

describe('limits', () => {
  test('an address gets five letters within a quarter of an hour; the answer stays the same', async () => {
    const { address } = await somebody();
    const statuses = [];
    for (let asked = 0; asked < 7; asked += 1) {
      statuses.push((await visitor().ask(address)).status);
      await house.deliver();
    }
    expect(new Set(statuses)).toEqual(new Set([202]));
    expect(lettersTo(address)).toHaveLength(5);
    await minutesPass(16);
    await letterTo(visitor(), address);
  });

  test('a double click is one letter', async () => {
    const browser = visitor();
    const { address } = await somebody();
    await browser.ask(address);
    await browser.ask(address);
    await house.deliver();
    expect(lettersTo(address)).toHaveLength(1);
    await browser.signedIn(browser.useLink(secretsOf(lettersTo(address)[0]!).token));
  });
});

describe('bad input at the door', () => {
  test.each([
    ['no address', { address: 'wu.ming' }, '/address', 'address-malformed'],
    ['two addresses', { address: 'a@b.example,c@d.example' }, '/address', 'address-malformed'],
    ['a header in it', { address: 'a@b.example\r\nBcc: c@d.example' }, '/address', 'address-malformed'],
    ['a place elsewhere', { address: 'a@b.example', to: 'https://evil.example' }, '/to', 'path-malformed'],
    ['a host as a path', { address: 'a@b.example', to: '//evil.example' }, '/to', 'path-malformed'],
    ['a backslash', { address: 'a@b.example', to: '/\\evil.example' }, '/to', 'path-malformed'],
    ['a tab that browsers drop', { address: 'a@b.example', to: '/\t/evil.example' }, '/to', 'path-malformed'],
    ['the api', { address: 'a@b.example', to: '/api/v1/session' }, '/to', 'path-malformed'],
  ])('%s', async (_what, body, pointer, code) => {
    const { status, body: problem } = await visitor().send('POST', '/sign-in', body);
    expect(status).toBe(422);
    expect(problem).toMatchObject({ code: 'malformed-request', errors: [{ pointer, code }] });
  });
});
