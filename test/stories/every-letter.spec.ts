import { addWorkingDays, layOver } from '@citypath/calendar';
import type { LetterKind } from '@citypath/journey';
import { Calendars, contentHash, People } from '@citypath/store';
import type { ParsedMail } from 'mailparser';
import { china } from '../support/china';
import { LettersOfYiwu } from '../support/letters-of-yiwu';
import { MailListener } from '../support/mail-listener';
import { OwnCourier } from '../support/own-courier';
import { ownDatabase, type OwnDatabase } from '../support/own-database';

let database: OwnDatabase;
let listener: MailListener;
let courier: OwnCourier;

beforeAll(async () => {
  database = await ownDatabase();
  listener = await MailListener.open();
  courier = OwnCourier.open(database.dataSource, listener.url);
});

afterAll(async () => {
  courier.close();
  await listener.stop();
  await database.drop();
});

/** Three days off that nobody had foreseen. */
const prolonged = layOver(china, [
  { kind: 'closure', from: '2027-05-06', to: '2027-05-10', title: { en: 'Labour Day', zh: '劳动节' } },
]);
const prolongedHash = contentHash(prolonged);

const QUESTION = { kind: 'comment', step: 'asw_report', comment: 't-gone', audience: 'everyone' } as const;

/** Half a year in which everything happens that causes a letter; the courier ticks every working morning. */
async function eventfulHalfYear(yiwu: LettersOfYiwu): Promise<void> {
  const { journey } = yiwu;
  const events: Record<string, () => void> = {
    '2027-03-22': () => journey.submit('asw_report'),
    '2027-04-02': () => journey.give({ kind: 'return', step: 'asw_report', comment: 't-gone' }),
    '2027-04-07': () => journey.submit('asw_report').give({ kind: 'accept', step: 'asw_report' }),
    '2027-04-06': () => journey.give({ ...QUESTION, mentions: [{ seat: 'cro', holder: 'p-cro' }], as: ['manager'] }),
    '2027-04-09': () =>
      journey.give({ ...QUESTION, step: 'p1_actions', mentions: [{ seat: 'manager', holder: null }], as: [] }, 'p-cro'),
    '2027-04-08': () => journey.give({ kind: 'vacate', seat: 'cro', on: '2027-04-08' }),
    '2027-04-12': () => journey.give({ kind: 'appoint', seat: 'cro', person: 'p-successor', fromOn: '2027-04-12' }),
    '2027-04-14': () => journey.give({ kind: 'reopen', step: 'asw_report', reason: 't-gone' }),
    '2027-04-16': () =>
      journey.give({ kind: 'adopt-calendar', hash: prolongedHash, calendar: prolonged, reason: 't-gone' }),
    '2027-04-15': () =>
      journey
        .give({ kind: 'reopen', step: 'asw', reason: 't-gone' })
        .give({ kind: 'schedule-event', step: 'asw', on: '2027-05-12', time: '09:30' }),
    '2027-04-19': () => journey.give({ kind: 'schedule-event', step: 'asw', on: '2027-05-19' }),
    '2027-04-22': () => journey.give({ kind: 'schedule-event', step: 'asw', on: null }),
    '2027-04-23': () => journey.give({ kind: 'skip', step: 'asw', reason: 't-gone' }),
    '2027-04-20': () => journey.give({ kind: 'hand-over', seat: 'cro', person: 'p-cro', fromOn: null }),
  };
  for (let day = journey.now.slice(0, 10) as `${number}-${number}-${number}`; day < '2027-08-31';) {
    journey.on(day, '09:30');
    events[day]?.();
    await yiwu.record();
    const report = await courier.tick(journey.now);
    expect(report.failures).toEqual([]);
    day = addWorkingDays(china, day, 1);
  }
}

test('every kind of letter is written from what the rules and the records say, in both languages', async () => {
  const yiwu = await LettersOfYiwu.atTheReport(database.dataSource, { withWelcome: true });
  await new Calendars(database.dataSource).put(prolonged);
  const successor = {
    familyName: 'Wu',
    givenName: 'Zhiling',
    zhName: '吴之凌',
    titleEn: 'Vice Mayor',
    titleZh: '副市长',
  };
  await new People(database.dataSource).put({
    ...successor,
    id: 'p-successor',
    displayName: null,
    address: 'wu@yiwu.example',
    language: 'en',
    isAdministrator: false,
  });
  await eventfulHalfYear(yiwu);

  const ledger = await yiwu.ledger();
  // By itself, or with others in one message.
  const written = ledger.filter(({ status }) => status === 'accepted' || status === 'merged');
  const kinds = new Set(written.map(({ kind }) => kind));
  expect(ledger.some(({ isDigest }) => isDigest)).toBe(true);
  const all: LetterKind[] = ['welcome', 'step-opened', 'reminder', 'overdue', 'escalation', 'to-accept'];
  const rest: LetterKind[] = [
    'accepted',
    'returned',
    'vacancy',
    'seat-taken-over',
    'thanks',
    'question',
    'invitation',
    'invitation-cancelled',
    'dates-moved',
  ];
  expect([...kinds].sort()).toEqual([...all, ...rest].sort());
  const english = listener.taken.filter((mail) => mail.html !== false && mail.html.includes('lang="en"'));
  const chinese = listener.taken.filter((mail) => mail.html !== false && mail.html.includes('lang="zh-CN"'));
  expect(english.length + chinese.length).toBe(listener.taken.length);
  expect(Math.min(english.length, chinese.length)).toBeGreaterThan(5);
  for (const mail of listener.taken) expect(mail.text).not.toMatch(/undefined|null|NaN|\[object/);
  // Names, titles and addresses apart, a Chinese letter has no word of English.
  for (const mail of chinese) expect(wordsOf(mail)).toEqual([]);
  // And an English one no Chinese.
  for (const mail of english) expect(mail.text).not.toMatch(/\p{Script=Han}/u);
});

function wordsOf(mail: ParsedMail): string[] {
  const text = (mail.text ?? '')
    .replace(/https:\S+|[\w.]+@[\w.]+/g, '')
    .replace(/Xiong Tao|Li Wen|Lauren Sorkin|CityPath/g, '');
  return text.match(/[A-Za-z]{2,}/g) ?? [];
}
