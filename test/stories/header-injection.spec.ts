import { Courier, PostOffice } from '@citypath/courier';
import { openMailTransport } from '@citypath/runtime';
import { generateKeyPairSync } from 'node:crypto';
import { LettersOfYiwu, beforeTheReport } from '../support/letters-of-yiwu';
import { MailListener } from '../support/mail-listener';
import { ownDatabase, type OwnDatabase } from '../support/own-database';

const SENDER = 'CityPath <letters@citypath.example>';

let database: OwnDatabase;
let listener: MailListener;
let office: PostOffice;
let yiwu: LettersOfYiwu;

beforeAll(async () => {
  database = await ownDatabase();
  listener = await MailListener.open();
  office = new PostOffice(openMailTransport({ smtpUrl: listener.url, mode: 'local' }), SENDER);
});

afterAll(async () => {
  office.close();
  await listener.stop();
  await database.drop();
});

beforeEach(async () => {
  listener.forget();
  yiwu = await LettersOfYiwu.atTheReport(database.dataSource);
  yiwu.journey.on(beforeTheReport(7));
  await yiwu.record();
});

const post = () =>
  new Courier(database.dataSource, office, {
    publicUrl: 'https://citypath.example',
    messageIdHost: 'citypath.example',
  }).tick(yiwu.now);
const headerNames = () => listener.taken[0]!.headerLines.map(({ key }) => key);

/** What ends a line, or looks like it, to some reader; PostgreSQL keeps no NUL, so one is asked for at the desk below. */
const LINE_ENDS = ['\r\n', '\n', '\r', '\u2028', '\u2029', '\u0085', '\u000b', '\u000c'];

test.each(LINE_ENDS.map((end) => [JSON.stringify(end), end]))(
  'a name or a city with %s in it puts no header into a letter, and nobody else on its way',
  async (_, end) => {
    const harm = `Tao${end}Bcc: everybody@elsewhere.example${end}${end}Body`;
    await database.dataSource.query('UPDATE people SET given_name = $1, zh_name = $1, title_zh = $1', [harm]);
    await database.dataSource.query('UPDATE cities SET name_en = $1, name_zh = $1', [harm]);
    await post();
    expect(listener.taken).toHaveLength(1);
    expect(headerNames()).not.toContain('bcc');
    expect(listener.envelopes[0]!.to).toEqual(['xiong.tao@yiwu.example']);
    expect(listener.taken[0]!.subject).not.toMatch(/[\r\n\u2028\u2029\u0085]/);
  },
);

test('the desk itself lets no line end and no NUL out of a name or a subject', async () => {
  const harm = `x\r\nBcc: everybody@elsewhere.example\u0000\u2028y`;
  const outcome = await office.post({
    messageId: '<1@citypath.example>',
    to: { name: harm, address: 'xiong.tao@yiwu.example' },
    subject: harm,
    text: 'text',
    html: '<p>text</p>',
  });
  expect(outcome.kind).toBe('accepted');
  expect(headerNames()).not.toContain('bcc');
  expect(listener.envelopes[0]!.to).toEqual(['xiong.tao@yiwu.example']);
});

test.each([
  'a@x.example, b@x.example',
  'a@x.example\r\nRCPT TO:<b@x.example>',
  'a@x.example> <b@x.example',
  '"quoted local"@x.example',
  'a@[127.0.0.1]',
  'a b@x.example',
  'a..b@x.example',
  `${'a'.repeat(65)}@x.example`,
  'nobody',
])('an address of odd grammar (%j) is refused by name, and its letter goes nowhere', async (address) => {
  await database.dataSource.query("UPDATE people SET address = $1 WHERE id = 'p-cro'", [address]);
  await post();
  expect(listener.received).toBe(0);
  const [letter] = await yiwu.ledger();
  expect(letter).toMatchObject({ status: 'refused', smtpResponse: 'address-malformed' });
});

test('where a key is given each letter is signed (DKIM)', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const dkimPrivateKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const dkim = { dkimDomain: 'citypath.example', dkimSelector: 'letters', dkimPrivateKey };
  const signing = new PostOffice(openMailTransport({ smtpUrl: listener.url, mode: 'local', ...dkim }), SENDER);
  const to = { name: 'Xiong Tao', address: 'xiong.tao@yiwu.example' };
  await signing.post({ messageId: '<2@citypath.example>', to, subject: 's', text: 't', html: '<p>t</p>' });
  signing.close();
  const signature = listener.taken[0]!.headerLines.find(({ key }) => key === 'dkim-signature')?.line ?? '';
  expect(signature).toMatch(/d=citypath\.example;[^]*s=letters;/);
  expect(signature).toMatch(/h=[^;]*from/i);
});
