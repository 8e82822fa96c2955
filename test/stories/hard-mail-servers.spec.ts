import type { Instant } from '@citypath/calendar';
import { Throttle } from '@citypath/courier';
import { People } from '@citypath/store';
import { OwnBounceDoor } from '../support/bounce-desk';
import { deliveryStatus } from '../support/delivery-status';
import { LettersOfYiwu, beforeTheReport } from '../support/letters-of-yiwu';
import { MailListener } from '../support/mail-listener';
import { OwnCourier } from '../support/own-courier';
import { ownDatabase, type OwnDatabase } from '../support/own-database';

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
  yiwu = await LettersOfYiwu.atTheReport(database.dataSource);
  yiwu.journey.on(beforeTheReport(7));
  await yiwu.record();
  now = yiwu.now;
});

const of = async (kind: string) => (await yiwu.ledger()).find((letter) => letter.kind === kind)!;
const healthOf = async (person: string) => (await new People(database.dataSource).byId(person))!.bounced;
const tickAfter = (minutes: number) => {
  now = yiwu.later(minutes);
  return courier.tick(now);
};

test('a server that refuses every other recipient: those letters are refused, the others arrive, nobody hears twice', async () => {
  await yiwu.manyReminders(9);
  const gone = { at: 'recipient' as const, answer: 554, words: '5.7.1 Not to this one' };
  listener.treatRecipientsInTurn(null, gone);
  await courier.tick(now);
  for (const minutes of [10, 100, 1_000]) await tickAfter(minutes);

  const letters = await yiwu.ledger();
  expect(letters.map(({ status }) => status).sort()).toEqual([
    ...Array.from({ length: 5 }, () => 'accepted'),
    ...Array.from({ length: 5 }, () => 'refused'),
  ]);
  expect(letters.map(({ attempts }) => attempts)).toEqual(letters.map(() => 1));
  const accepted = letters.flatMap(({ status, messageId }) => (status === 'accepted' ? [messageId] : []));
  expect(listener.taken.map(({ messageId }) => messageId).sort()).toEqual(accepted.sort());
});

test('a server that refuses every other recipient for now: in the end all arrive, each once', async () => {
  await yiwu.manyReminders(9);
  listener.treatRecipientsInTurn(null, { at: 'recipient', answer: 450, words: '4.7.1 Greylisted' });
  await courier.tick(now);
  for (let minutes = 1; minutes <= 1_440; minutes += 5) await tickAfter(minutes);
  expect(new Set((await yiwu.ledger()).map(({ status }) => status))).toEqual(new Set(['accepted']));
  const ids = listener.taken.map(({ messageId }) => messageId);
  expect(ids).toHaveLength(10);
  expect(new Set(ids).size).toBe(10);
});

test('a mail host gets so many letters a minute; the others wait, say why, and none of them starves', async () => {
  await yiwu.manyReminders(9);
  const throttle = new Throttle({ mailPerDomainAMinute: 4, mailPerRecipientAMinute: 100 });
  const modest = OwnCourier.open(database.dataSource, listener.url, { throttle });
  const gone: number[] = [];
  for (let minute = 0; minute < 4; minute += 1) {
    await modest.tick(yiwu.later(minute));
    gone.push(listener.taken.length);
    if (minute > 0) continue;
    const waiting = (await yiwu.ledger()).filter(({ status }) => status !== 'accepted');
    const wait = { status: 'held', holdReason: 'throttled', notBefore: yiwu.later(1), attempts: 0 };
    expect(waiting).toMatchObject(waiting.map(() => wait));
  }
  expect(gone).toEqual([4, 8, 10, 10]);
  expect(new Set((await yiwu.ledger()).map(({ status }) => status))).toEqual(new Set(['accepted']));
});

test('a server whose answer holds what no record takes: the letter is settled, and the courier goes on', async () => {
  listener.treat({ at: 'text', answer: 451, words: 'Later\u0000 please\u0007' });
  await courier.tick(now);
  expect(await of('reminder')).toMatchObject({ status: 'due', smtpResponse: '451 Later please' });
  await tickAfter(1);
  expect(await of('reminder')).toMatchObject({ status: 'accepted' });
});

test('a report whose words hold what no record takes is believed all the same', async () => {
  await courier.tick(now);
  const words = '550 5.1.1 No\u0000 such user';
  const report = deliveryStatus({ recipient: 'xiong.tao@yiwu.example', action: 'failed', status: '5.1.1', words });
  expect(await door.knock(listener.envelopes.at(-1)!.from, report)).toMatch(/^250/);
  expect(await of('reminder')).toMatchObject({ status: 'bounced', smtpResponse: '550 5.1.1 No such user' });
});

test('a mail host that reports every time that it had enough is not offered the letter for ever', async () => {
  const enough = deliveryStatus({
    recipient: 'xiong.tao@yiwu.example',
    action: 'failed',
    status: '5.7.1',
    words: '550 Domain frequency limited',
  });
  for (let minutes = 0; minutes < 3 * 24 * 60; minutes += 30) {
    const before = listener.received;
    await tickAfter(minutes);
    if (listener.received > before) await door.knock(listener.envelopes.at(-1)!.from, enough);
  }
  expect(await of('reminder')).toMatchObject({ status: 'refused', reason: 'patience-ended', bouncedAt: null });
  // Three a day, as all ordinary letters: what waits for the next morning is not offered meanwhile.
  expect(listener.received).toBeLessThan(12);
  expect(await healthOf('p-cro')).toBeNull();
});

test('after hours without a server the first “later” is a pause of a minute, not of hours', async () => {
  await listener.stop();
  for (let minutes = 0; minutes <= 360; minutes += 6) await tickAfter(minutes);
  await listener.start();
  listener.treat({ at: 'recipient', answer: 451, words: 'Later' });
  await tickAfter(370);
  expect(await of('reminder')).toMatchObject({ status: 'due', notBefore: yiwu.later(371) });
});

test('a weekend on which we hold a letter that was put off is none of the mail host’s patience', async () => {
  const people = new People(database.dataSource);
  const usual = { from: '09:00', until: '17:30' };
  await people.setPostWindow('p-cro', usual, {
    at: now,
    byPerson: 'p-manager',
    personId: 'p-cro',
    kind: 'post-window-set',
  });
  const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`).toISOString() as Instant;
  const later = { at: 'recipient' as const, answer: 450, words: '4.7.1 Greylisted' };
  listener.treat(later, later);
  // Friday, a minute before the window ends; then Monday.
  await courier.tick(at('2027-03-05', '17:29'));
  await courier.tick(at('2027-03-05', '17:30'));
  expect(await of('reminder')).toMatchObject({ status: 'held', notBefore: at('2027-03-08', '09:00') });
  await courier.tick(at('2027-03-08', '09:05'));
  expect(await of('reminder')).toMatchObject({ status: 'due' });
  await courier.tick(at('2027-03-08', '09:20'));
  expect(await of('reminder')).toMatchObject({ status: 'accepted' });
});

test('a server that refuses the one who is copied: that address is unhealthy, and the letter has arrived', async () => {
  yiwu.journey.give({ kind: 'name-liaison', seat: 'cro', person: 'p-director' });
  await yiwu.record();
  listener.treatRecipientsInTurn(null, { at: 'recipient', answer: 550, words: '5.1.1 No such mailbox' });
  await courier.tick(now);
  expect(await of('reminder')).toMatchObject({ status: 'accepted', copiedTo: 'p-director', bouncedAt: null });
  expect(await healthOf('p-director')).toMatchObject({ reason: '550 5.1.1 No such mailbox' });
  expect(await healthOf('p-cro')).toBeNull();
});
