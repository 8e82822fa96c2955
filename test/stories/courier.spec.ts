import type { Instant } from '@citypath/calendar';
import { LEASE_MS } from '@citypath/courier';
import { People, ProgrammeSeats } from '@citypath/store';
import { atAGlance } from '../support/at-a-glance';
import { LettersOfYiwu, beforeTheReport } from '../support/letters-of-yiwu';
import { MailListener } from '../support/mail-listener';
import { OwnCourier } from '../support/own-courier';
import { ownDatabase, type OwnDatabase } from '../support/own-database';

let database: OwnDatabase;
let listener: MailListener;
let yiwu: LettersOfYiwu;
let courier: OwnCourier;
const couriers: OwnCourier[] = [];

function hireCourier(): OwnCourier {
  const courier = OwnCourier.open(database.dataSource, listener.url);
  couriers.push(courier);
  return courier;
}

const only = async () => {
  const entries = await yiwu.ledger();
  expect(entries).toHaveLength(1);
  return entries[0]!;
};
const onePerson = { people: 1, lettersOfPerson: 1, leaseBeganAt: '2027-01-01T00:00:00.000Z' as Instant };
const muchLater = '2027-03-08T09:00:00.000Z' as Instant;

beforeAll(async () => {
  database = await ownDatabase();
  listener = await MailListener.open();
});

afterAll(async () => {
  await listener.stop();
  await database.drop();
});

beforeEach(async () => {
  listener.forget();
  courier = hireCourier();
  yiwu = await LettersOfYiwu.atTheReport(database.dataSource);
  // Seven working days before the due day, at ten: the reminder of nine o'clock is due.
  yiwu.journey.on(beforeTheReport(7));
  await yiwu.record();
});

afterEach(() => {
  for (const hired of couriers.splice(0)) hired.close();
});

test('a due letter goes once, in the language of its reader, and the ledger keeps it word for word', async () => {
  const report = await courier.tick(yiwu.now);
  await courier.tick(muchLater);

  expect(report.settled).toMatchObject({ accepted: 1 });
  expect(listener.taken).toHaveLength(1);
  const [mail] = listener.taken;
  const entry = await only();
  const kept = await yiwu.letters.byId(entry.id);
  expect(entry).toMatchObject({
    status: 'accepted',
    kind: 'reminder',
    recipient: 'p-cro',
    crossed: false,
    attempts: 1,
  });
  expect(atAGlance(mail!)).toBe('义乌市：研讨会报告 | 3月15日（周一，暂定）到期。');
  expect(mail!.subject).toBe(kept!.subject);
  expect(mail!.text).toBe(kept!.bodyText);
  expect(mail!.html).toBe(kept!.bodyHtml);
  expect(mail!.messageId).toBe(`<${entry.id}@citypath.example>`);
  expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail!.from?.text).toBe('"CityPath" <letters@citypath.example>');
  expect([mail!.to].flat()[0]?.text).toBe('"Xiong Tao" <xiong.tao@yiwu.example>');
  expect(mail!.text).toContain('“研讨会报告”的期限是2027年3月15日（周一，暂定），还有7个工作日。');
  expect(mail!.text).toContain('将于2027年3月18日（周四，暂定）告知项目经理 Li Wen。');
  expect(mail!.text).toContain('https://citypath.example/journeys/100rc-cn.testville/steps/asw_report');
});

test('to somebody whose language is not known it goes in both, in one mail', async () => {
  await database.dataSource.query("UPDATE people SET language = NULL WHERE id = 'p-cro'");
  await courier.tick(yiwu.now);

  const [mail] = listener.taken;
  expect(mail!.subject).toBe('义乌市：研讨会报告 / Yiwu: Workshop report');
  expect(mail!.text).toContain('“研讨会报告”的期限是2027年3月15日（周一，暂定），还有7个工作日。');
  expect(mail!.text).toContain('“Workshop report” is due on Mon 15 Mar 2027 (provisional), in 7 working days.');
  expect(await only()).toMatchObject({ status: 'accepted', language: null, subject: mail!.subject });
});

test('a mail server that does not want it now gets it later', async () => {
  listener.treat({ at: 'recipient', answer: 451, words: 'Try again later' });
  await courier.tick(yiwu.now);
  expect(await only()).toMatchObject({ status: 'due', attempts: 1, smtpResponse: '451 Try again later' });

  await courier.tick(yiwu.now);
  expect(listener.taken).toHaveLength(0);

  await courier.tick(yiwu.later(1));
  expect(listener.taken).toHaveLength(1);
  expect(await only()).toMatchObject({ status: 'accepted', attempts: 2 });
});

test('550 for writing too often is a pause, and each refusal makes the pause longer', async () => {
  const tooOften = { at: 'text' as const, answer: 550, words: 'Sender frequency limited' };
  listener.treat(tooOften, tooOften);
  await courier.tick(yiwu.now);
  await courier.tick(yiwu.later(1));
  expect(await only()).toMatchObject({ status: 'due', notBefore: yiwu.later(6) });
});

test('a refusal for good ends the letter, and the next one to the same server goes', async () => {
  listener.treat({ at: 'recipient', answer: 554, words: '5.7.1 Not on a Monday' });
  await courier.tick(yiwu.now);
  await courier.tick(muchLater);
  expect(listener.received).toBe(0);
  expect(await only()).toMatchObject({ status: 'refused', smtpResponse: '554 5.7.1 Not on a Monday' });

  await yiwu.manyReminders(1);
  await courier.tick(muchLater);
  expect(listener.taken).toHaveLength(1);
});

test('a mail server that is not there loses nothing', async () => {
  await listener.stop();
  const report = await courier.tick(yiwu.now);
  expect(report.serverAway).toContain('ECONNREFUSED');
  expect(await only()).toMatchObject({ status: 'due', attempts: 1, notBefore: yiwu.later(5 / 60) });

  await listener.start();
  await courier.tick(yiwu.later(1));
  expect(listener.taken).toHaveLength(1);
  expect(await only()).toMatchObject({ status: 'accepted' });
});

test('a connection that breaks before the text was asked for: the letter goes later, once', async () => {
  listener.treat({ at: 'recipient', drop: true });
  await courier.tick(yiwu.now);
  expect(await only()).toMatchObject({ status: 'due' });

  await courier.tick(yiwu.later(1));
  expect(listener.received).toBe(1);
  expect(await only()).toMatchObject({ status: 'accepted' });
});

test('a connection that breaks after the text was sent: unknown, and never posted again', async () => {
  listener.treat({ at: 'text', drop: true });
  const report = await courier.tick(yiwu.now);
  expect(report.settled).toMatchObject({ unknown: 1 });

  await courier.tick(yiwu.later(1));
  await courier.tick(muchLater);
  await hireCourier().tick(muchLater);
  expect(listener.received).toBe(1);
  expect(await only()).toMatchObject({ status: 'unknown', attempts: 1 });
});

test('what a courier was posting when it died is unknown once its lease has run out', async () => {
  const [round] = await yiwu.letters.takeRounds(yiwu.now, onePerson);
  const words = { language: 'zh' as const, subject: 's', bodyText: 't', bodyHtml: 'h', messageId: '<1@x>' };
  const written = { recipient: 'p-cro', address: 'a@b.example', copiedTo: null, ...words };
  const message = { ...written, claim: round!, hold: round!.letters[0]!, carried: [], ordinaryOn: null };
  await yiwu.letters.compose([message], yiwu.now);

  const leaseMinutes = LEASE_MS / 60_000;
  await courier.tick(yiwu.later(leaseMinutes));
  expect(await only()).toMatchObject({ status: 'posting' });
  const report = await courier.tick(yiwu.later(leaseMinutes + 1));
  expect(report.recovered).toEqual({ unknown: 1, dueAgain: 0 });
  expect(await only()).toMatchObject({ status: 'unknown' });
  expect(listener.received).toBe(0);
});

test('what a courier had taken but not written when it died goes after all', async () => {
  await yiwu.letters.takeRounds(yiwu.now, onePerson);
  const report = await courier.tick(yiwu.later(LEASE_MS / 60_000 + 1));
  expect(report.recovered).toEqual({ unknown: 0, dueAgain: 1 });
  expect(listener.taken).toHaveLength(1);
});

test('a database that goes away right after the mail server took the letter: the outcome is written when it is back', async () => {
  listener.treat({
    at: 'text',
    meanwhile: () => database.dataSource.query('ALTER TABLE letters RENAME TO letters_away'),
  });
  await expect(courier.tick(yiwu.now)).rejects.toThrow('letters');
  await database.dataSource.query('ALTER TABLE letters_away RENAME TO letters');

  await courier.tick(yiwu.later(1));
  expect(listener.received).toBe(1);
  expect(await only()).toMatchObject({ status: 'accepted', attempts: 1 });
});

test('two couriers at once post each letter once', async () => {
  await yiwu.manyReminders(40);
  const other = hireCourier();
  await Promise.all([courier.tick(yiwu.now), other.tick(yiwu.now)]);

  const entries = await yiwu.ledger();
  const messageIds = listener.taken.map(({ messageId }) => messageId);
  expect(entries.map(({ status }) => status)).toEqual(entries.map(() => 'accepted'));
  expect(entries).toHaveLength(41);
  expect(new Set(messageIds).size).toBe(41);
  expect(messageIds).toHaveLength(41);
});

test('a step that ends while its letter is being posted crosses it: taken, and marked', async () => {
  const submitted = async () => {
    yiwu.journey.submit('asw_report');
    await yiwu.record();
  };
  listener.treat({ at: 'text', meanwhile: submitted });
  await courier.tick(yiwu.now);

  const reminder = (await yiwu.ledger()).find(({ kind }) => kind === 'reminder');
  expect(reminder).toMatchObject({ status: 'accepted', crossed: true, reason: 'submitted' });
  await courier.tick(yiwu.later(1));
  expect(listener.taken.map(atAGlance)).toEqual([
    '义乌市：研讨会报告 | 3月15日（周一，暂定）到期。',
    'Yiwu: Workshop report | To accept by Thu 11 Mar (provisional).',
  ]);
});

test('handing in before the tick stops the reminder', async () => {
  yiwu.journey.submit('asw_report');
  await yiwu.record();
  await courier.tick(yiwu.now);
  expect(listener.taken.map(atAGlance)).toEqual(['Yiwu: Workshop report | To accept by Thu 11 Mar (provisional).']);
});

test('people are asked for at the moment of sending: an erased person, and a seat that nobody holds, get nothing', async () => {
  yiwu.journey.on('2027-03-18');
  // The one who posts letters was away since the first reminder.
  await yiwu.record();
  await new People(database.dataSource).erase('p-cro', yiwu.now);
  await new ProgrammeSeats(database.dataSource).vacate('100rc-cn', 'manager');
  await courier.tick(yiwu.now);

  const aboutReport = (await yiwu.ledger()).filter(({ step }) => step === 'asw_report');
  const reasons = aboutReport.map(({ kind, status, reason }) => [kind, status, reason]);
  expect(new Set(reasons.map((row) => row.join(' ')))).toEqual(
    new Set(['reminder suppressed day-passed', 'overdue suppressed person-erased', 'escalation suppressed seat-empty']),
  );
  expect(listener.received).toBe(0);
});

test('a comment arrives quoted, with its lines, and without what could do harm', async () => {
  yiwu.journey.submit('asw_report');
  const comment = await yiwu.writesComment('缺少<script>名单</script>\n第二行\u0007');
  yiwu.journey.give({ kind: 'return', step: 'asw_report', comment });
  await yiwu.record();
  await courier.tick(yiwu.now);

  const mail = listener.taken.find((taken) => atAGlance(taken).includes('已退回'));
  expect(mail?.text).toContain('> 缺少<script>名单</script>\n> 第二行\n');
  expect(mail?.html).toContain('缺少&lt;script&gt;名单&lt;/script&gt;<br/>第二行</blockquote>');
});

test('a letter that cannot be written waits, and the others go', async () => {
  await yiwu.manyReminders(2);
  await database.dataSource.query(
    "UPDATE letters SET kind = 'escalation' WHERE threshold = 'due-no1@2027-03-15' AND kind = 'reminder'",
  );
  const report = await courier.tick(yiwu.now);
  expect(report.failures).toHaveLength(1);
  expect(listener.taken).toHaveLength(2);
  expect((await yiwu.ledger()).map(({ status }) => status).sort()).toEqual(['accepted', 'accepted', 'due']);
});
