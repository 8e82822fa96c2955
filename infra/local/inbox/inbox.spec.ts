import { openMailTransport, type MailTransport } from '@citypath/runtime';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Inbox, type InboxOptions } from './inbox';
import { InboxWeb } from './inbox-web';
import type { Verdict } from './verdict';

const letter = {
  from: 'CityPath <letters@citypath.example>',
  to: '熊涛 <xiong.tao@yiwu.example>',
  subject: '义乌：研讨会报告，10月26日到期',
  messageId: '<step-1@citypath.example>',
  text: '您好',
  html: '<p>您好 <script>alert(1)</script></p>',
};

const opened: { close(): Promise<void> | void }[] = [];

async function inboxWithSender(options?: InboxOptions): Promise<{ inbox: Inbox; sender: MailTransport; port: number }> {
  const inbox = new Inbox(options);
  const port = await inbox.listen();
  const sender = openMailTransport({ smtpUrl: `smtp://127.0.0.1:${port}`, mode: 'local' });
  opened.push(inbox, sender);
  return { inbox, sender, port };
}

async function pageOf(inbox: Inbox): Promise<string> {
  const web = new InboxWeb(inbox);
  opened.push(web);
  return `http://127.0.0.1:${await web.listen()}`;
}

afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close();
});

test('a letter is received as it was sent, with its envelope and headers', async () => {
  const { inbox, sender } = await inboxWithSender();
  const awaited = inbox.message(({ subject }) => subject === letter.subject);
  await sender.sendMail({ ...letter, inReplyTo: '<step-0@citypath.example>', headers: { 'X-Reason': 'reminder' } });
  const message = await awaited;
  expect(message).toMatchObject({
    envelopeTo: ['xiong.tao@yiwu.example'],
    envelopeFrom: 'letters@citypath.example',
    messageId: letter.messageId,
    inReplyTo: '<step-0@citypath.example>',
    text: '您好',
  });
  expect(message.headers['x-reason']).toBe('reminder');
  expect(message.to).toContain('熊涛');
});

test('what was received is there again after a restart, and numbers go on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'inbox-'));
  try {
    const first = await inboxWithSender({ folder });
    await first.sender.sendMail(letter);
    await first.inbox.close();
    const again = await inboxWithSender({ folder });
    await again.sender.sendMail({ ...letter, subject: 'The second' });
    expect(again.inbox.messages().map(({ id, subject, envelopeTo }) => ({ id, subject, envelopeTo }))).toEqual([
      { id: 1, subject: letter.subject, envelopeTo: ['xiong.tao@yiwu.example'] },
      { id: 2, subject: 'The second', envelopeTo: ['xiong.tao@yiwu.example'] },
    ]);
    expect(again.inbox.messages()[0]?.raw.toString()).not.toContain('Delivered-To');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.each<[string, Verdict, number | undefined, number]>([
  ['refuses for now', { kind: 'refuse', code: 451, text: 'Later' }, 451, 0],
  ['refuses for good', { kind: 'refuse', code: 550, text: 'No such person' }, 550, 0],
  ['hangs up before it answers', { kind: 'drop' }, undefined, 0],
  ['accepts, and hangs up before it says so', { kind: 'accept-and-drop' }, undefined, 1],
])('a judge %s', async (_what, verdict, responseCode, kept) => {
  const { inbox, sender } = await inboxWithSender({ judge: () => verdict });
  const failure: unknown = await sender.sendMail(letter).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect((failure as { responseCode?: number }).responseCode).toBe(responseCode);
  expect(inbox.messages()).toHaveLength(kept);
});

test('the page shows a letter as text and keeps its HTML from doing anything', async () => {
  const { inbox, sender } = await inboxWithSender();
  await sender.sendMail({ ...letter, subject: '<img src=x onerror=alert(1)>' });
  const address = await pageOf(inbox);
  const page = await (await fetch(`${address}/messages/1`)).text();
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(page).not.toContain('<img');
  expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  const html = await fetch(`${address}/messages/1/html`);
  expect(html.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
});

test('the letters can be read as JSON, and the message as it was sent', async () => {
  const { inbox, sender } = await inboxWithSender();
  await sender.sendMail(letter);
  const address = await pageOf(inbox);
  expect(await (await fetch(`${address}/api/messages`)).json()).toMatchObject({
    messages: [{ id: 1, subject: letter.subject, messageId: letter.messageId }],
  });
  expect(await (await fetch(`${address}/api/messages/1`)).json()).toMatchObject({ id: 1, text: '您好' });
  expect(await (await fetch(`${address}/api/messages/1/raw`)).text()).toContain(
    'Message-ID: <step-1@citypath.example>',
  );
  expect((await fetch(`${address}/api/messages/2`)).status).toBe(404);
});

test('a page of another name cannot read the letters through this machine', async () => {
  const { inbox } = await inboxWithSender();
  const address = await pageOf(inbox);
  const answer = await new Promise<number | undefined>((resolve, reject) => {
    void import('node:http').then(({ get }) => {
      get(`${address}/api/messages`, { headers: { host: 'letters.attacker.example' } }, ({ statusCode }) =>
        resolve(statusCode),
      ).on('error', reject);
    });
  });
  expect(answer).toBe(403);
});
