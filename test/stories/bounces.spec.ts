import type { Instant } from '@citypath/calendar';
import { AddressHealth, People, Quarantine } from '@citypath/store';
import { OwnBounceDoor } from '../support/bounce-desk';
import { deliveryStatus } from '../support/delivery-status';
import { LettersOfYiwu, beforeTheReport } from '../support/letters-of-yiwu';
import { MailListener } from '../support/mail-listener';
import { OwnCourier } from '../support/own-courier';
import { ownDatabase, type OwnDatabase } from '../support/own-database';

const XIONG = 'xiong.tao@yiwu.example';
const failed = (changes = {}) =>
  deliveryStatus({ recipient: XIONG, action: 'failed', status: '5.1.1', words: '550 5.1.1 No such user', ...changes });

let database: OwnDatabase;
let listener: MailListener;
let door: OwnBounceDoor;
let yiwu: LettersOfYiwu;
let courier: OwnCourier;
let now: Instant;

beforeAll(async () => {
  database = await ownDatabase();
  listener = await MailListener.open();
  door = await new OwnBounceDoor(database.dataSource, () => now).open();
  courier = OwnCourier.open(database.dataSource, listener.url, { returnAddresses: door.addresses });
});

afterAll(async () => {
  await door.close();
  courier.close();
  await listener.stop();
  await database.drop();
});

beforeEach(async () => {
  listener.forget();
  door.outcomes.length = 0;
  await database.dataSource.query('TRUNCATE quarantined_mails');
  yiwu = await LettersOfYiwu.atTheReport(database.dataSource);
  // Seven working days before the due day, at ten: the reminder of nine o'clock is due.
  yiwu.journey.on(beforeTheReport(7));
  await yiwu.record();
  now = yiwu.now;
});

const only = async () => {
  const entries = await yiwu.ledger();
  expect(entries).toHaveLength(1);
  return entries[0]!;
};
const healthOf = async (person = 'p-cro') => (await new People(database.dataSource).byId(person))!.bounced;
const quarantined = async () =>
  (await new Quarantine(database.dataSource).page({ limit: 50 })).items.map(({ reason }) => reason);
/** The letter is posted; gives the address that it comes back to. */
const posted = async (): Promise<string> => {
  await courier.tick(now);
  return listener.envelopes.at(-1)!.from;
};

test('each letter has an address of its own to come back to; the reader sees the sender alone', async () => {
  const returnPath = await posted();
  expect(door.addresses.read(returnPath)).toEqual({
    kind: 'posting',
    posting: { letterId: (await only()).id, attempt: 1 },
  });
  const [mail] = listener.taken;
  expect(mail!.from?.text).toBe('"CityPath" <letters@citypath.example>');
  expect(mail!.headerLines.map(({ line }) => line).join('\n')).not.toContain('bounce+');
  expect(listener.envelopes[0]!.to).toEqual([XIONG]);
});

test('a mail server that refuses the recipient: the address is unhealthy, with its words', async () => {
  listener.treat({ at: 'recipient', answer: 550, words: '5.1.1 No such mailbox' });
  await courier.tick(now);
  expect(await only()).toMatchObject({ status: 'refused', bouncedAt: now });
  expect(await healthOf()).toEqual({ at: now, reason: '550 5.1.1 No such mailbox' });
});

test.each([
  ['that its relay is not for us', { at: 'recipient' as const, answer: 554, words: '5.7.1 Relay access denied' }],
  ['that the text is spam', { at: 'text' as const, answer: 554, words: 'Message looks like spam' }],
])('a mail server that says %s: refused, and the address stays well', async (_, treatment) => {
  listener.treat(treatment);
  await courier.tick(now);
  expect(await only()).toMatchObject({ status: 'refused', bouncedAt: null });
  expect(await healthOf()).toBeNull();
});

test('a report of a failure makes the letter bounced and the address unhealthy, once however often it comes', async () => {
  const returnPath = await posted();
  now = yiwu.later(30);
  expect(await door.knock(returnPath, failed())).toMatch(/^250/);
  expect(await only()).toMatchObject({ status: 'bounced', bouncedAt: now, settledBy: null });
  expect(await healthOf()).toEqual({ at: now, reason: '550 5.1.1 No such user' });

  const first = await only();
  now = yiwu.later(60);
  await door.knock(returnPath.toUpperCase(), failed());
  expect(await only()).toEqual(first);
  expect(door.outcomes).toEqual(['changed', 'known']);
  expect(await quarantined()).toEqual([]);
});

test('a corrected address is well; so is one that somebody confirms, and old news of it no longer counts', async () => {
  const returnPath = await posted();
  await door.knock(returnPath, failed());
  const people = new People(database.dataSource);
  const health = new AddressHealth(database.dataSource);
  const before = (await people.byId('p-cro'))!;
  await people.put({ ...before, titleEn: 'Vice Mayor of Yiwu' });
  expect(await healthOf()).not.toBeNull();

  expect(await health.confirm('p-cro', yiwu.later(5))).toBe(true);
  expect(await healthOf()).toBeNull();
  await database.dataSource.query("UPDATE letters SET status = 'accepted'");
  await door.knock(returnPath, failed());
  expect(await healthOf()).toBeNull();

  await database.dataSource.query("UPDATE person_addresses SET bounced_at = now(), bounce_reason = 'gone'");
  await people.put({ ...before, address: 'tao.xiong@yiwu.example' });
  expect(await healthOf()).toBeNull();
});

test('a mail host that had enough for today reports a failure: the letter goes later, the address is well', async () => {
  const returnPath = await posted();
  now = yiwu.later(10);
  await door.knock(returnPath, failed({ status: '5.7.1', words: '550 Domain frequency limited' }));
  expect(await only()).toMatchObject({ status: 'due', notBefore: yiwu.later(11), deferredSince: now });
  expect(await healthOf()).toBeNull();
  await courier.tick(yiwu.later(11));
  expect(await only()).toMatchObject({ status: 'accepted', attempts: 2 });

  // The same report once more speaks of the posting before.
  await door.knock(returnPath, failed({ status: '5.7.1', words: '550 Domain frequency limited' }));
  expect(await only()).toMatchObject({ status: 'accepted', attempts: 2 });
});

test('a delay is no bounce', async () => {
  await door.knock(await posted(), failed({ action: 'delayed', status: '4.4.1' }));
  expect(await only()).toMatchObject({ status: 'accepted' });
  expect(await healthOf()).toBeNull();
  expect(door.outcomes).toEqual(['delayed']);
});

test('an unknown letter is settled by a report: it arrived, or it came back', async () => {
  listener.treat({ at: 'text', drop: true });
  await courier.tick(now);
  const { id } = await only();
  expect(await only()).toMatchObject({ status: 'unknown' });
  const returnPath = door.addresses.of({ letterId: id, attempt: 1 });

  await door.knock(returnPath, deliveryStatus({ recipient: XIONG, action: 'delivered', status: '2.0.0' }));
  expect(await only()).toMatchObject({ status: 'accepted', settledBy: 'report' });

  await database.dataSource.query("UPDATE letters SET status = 'unknown', settled_by = NULL");
  await door.knock(returnPath, failed());
  expect(await only()).toMatchObject({ status: 'bounced', settledBy: 'report' });
});

test('a report of somebody who was copied marks that address, and not the letter', async () => {
  const returnPath = await posted();
  await door.knock(returnPath, failed({ recipient: 'Manager@programme.example' }));
  expect(await only()).toMatchObject({ status: 'accepted' });
  expect(await healthOf()).toBeNull();
  expect(await healthOf('p-manager')).toMatchObject({ reason: '550 5.1.1 No such user' });
});

test('a report by a host that forwards, of an address that nobody here has, is about the letter’s reader', async () => {
  await door.knock(await posted(), failed({ recipient: 'xt1975@mail.elsewhere.example' }));
  expect(await only()).toMatchObject({ status: 'bounced' });
  expect(await healthOf()).not.toBeNull();
});

describe('what cannot be believed is kept, listed, and changes nothing', () => {
  const forged = (address: string) => address.replace(/.{4}@/, (end) => (end === '0000@' ? '1111@' : '0000@'));
  const unknownLetter = () => door.addresses.of({ letterId: '0f8fad5b-d9cb-469f-a165-70867728950e', attempt: 1 });

  test.each<[string, (returnPath: string) => string, () => string | Buffer, string]>([
    ['a forged token', forged, failed, 'forged'],
    ['no token', () => 'bounce@citypath.example', failed, 'no-letter'],
    ['a letter that is not ours', unknownLetter, failed, 'letter-unknown'],
    ['an answer by a person', (path) => path, () => 'From: x@y.example\r\nSubject: Re\r\n\r\nI am away.', 'no-report'],
    [
      'a report without its report',
      (path) => path,
      () => failed().replace('message/delivery-status', 'text/x'),
      'no-report',
    ],
    [
      'a report that says nothing of anybody',
      (path) => path,
      () => failed().replace('Action: failed', 'Action: sung'),
      'no-report',
    ],
    ['a report cut off in the middle', (path) => path, () => failed().slice(0, 300), 'no-report'],
    ['no words at all', (path) => path, () => '\r\n', 'no-report'],
    ['bytes that are no mail', (path) => path, () => Buffer.from([0, 255, 10, 13, 0, 128, 10]), 'no-report'],
    [
      'a mail of two megabytes',
      (path) => path,
      () => `${failed()}${'x'.repeat(70)}\r\n`.padEnd(2_100_000, 'y\r\n'),
      'too-large',
    ],
  ])('%s', async (_, addressOf, mail, reason) => {
    const returnPath = await posted();
    expect(await door.knock(addressOf(returnPath), mail())).toMatch(/^250/);
    expect(await quarantined()).toEqual([reason]);
    expect(await only()).toMatchObject({ status: 'accepted', bouncedAt: null });
    expect(await healthOf()).toBeNull();

    await door.knock(addressOf(returnPath), mail());
    expect(await quarantined()).toEqual([reason]);
  });

  test('mail for anybody else is not taken at the door', async () => {
    expect(await door.knock('letters@citypath.example', failed())).toMatch(/^550/);
    expect(await door.knock('bounce+x@elsewhere.example', failed())).toMatch(/^550/);
    expect(await quarantined()).toEqual([]);
  });

  test('while the records are away, the sender keeps the mail and comes again', async () => {
    const returnPath = await posted();
    await database.dataSource.query('ALTER TABLE letters RENAME TO letters_away');
    expect(await door.knock(returnPath, failed())).toMatch(/^451/);
    await database.dataSource.query('ALTER TABLE letters_away RENAME TO letters');
    expect(await door.knock(returnPath, failed())).toMatch(/^250/);
    expect(await only()).toMatchObject({ status: 'bounced' });
    expect(door.outcomes).toEqual(['put off', 'changed']);
  });
});
