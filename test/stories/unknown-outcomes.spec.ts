import type { Instant } from '@citypath/calendar';
import { LettersOfYiwu, beforeTheReport } from '../support/letters-of-yiwu';
import { MailListener } from '../support/mail-listener';
import { OwnCourier } from '../support/own-courier';
import { ownDatabase, type OwnDatabase } from '../support/own-database';

let database: OwnDatabase;
let listener: MailListener;
let yiwu: LettersOfYiwu;
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

beforeEach(async () => {
  listener.forget();
  yiwu = await LettersOfYiwu.atTheReport(database.dataSource);
  yiwu.journey.on(beforeTheReport(7));
  await yiwu.record();
});

const of = async (kind: string) => (await yiwu.ledger()).find((letter) => letter.kind === kind)!;
const tickAfter = (minutes: number) => courier.tick(yiwu.later(minutes));
/** The report is handed in, and the letter that asks for its acceptance is lost between the final dot and the answer. */
const lostOnTheWay = async () => {
  yiwu.journey.submit('asw_report');
  await yiwu.record();
  listener.treat({ at: 'text', drop: true });
  await courier.tick(yiwu.now);
};

test('a reminder of unknown outcome is never posted again', async () => {
  listener.treat({ at: 'text', drop: true });
  await courier.tick(yiwu.now);
  for (const minutes of [30, 61, 300, 3_000]) await tickAfter(minutes);
  expect(listener.received).toBe(1);
  expect(await of('reminder')).toMatchObject({ status: 'unknown', againAt: null });
});

test('what asks for a decision goes once more after an hour, and says so, in the subject and before all else', async () => {
  await lostOnTheWay();
  await tickAfter(59);
  expect(listener.received).toBe(1);
  await tickAfter(61);

  expect(listener.received).toBe(2);
  const [mail] = listener.taken;
  expect(mail!.subject).toMatch(/^Sent again: Yiwu: Workshop report/);
  expect(mail!.text).toMatch(
    /^[^]{0,200}We cannot tell whether this letter reached you the first time, so it is sent again\./,
  );
  const letter = await of('to-accept');
  expect(letter).toMatchObject({ status: 'accepted', attempts: 2, againAt: yiwu.later(61) });
  expect(mail!.messageId).toBe(`<${letter.id}@citypath.example>`);
});

test('in Chinese too', async () => {
  await database.dataSource.query("UPDATE people SET language = 'zh' WHERE id = 'p-manager'");
  await lostOnTheWay();
  await tickAfter(61);
  expect(listener.taken[0]!.subject).toMatch(/^再次发送：义乌市：研讨会报告/);
  expect(listener.taken[0]!.text).toContain('我们无法确认此信首次是否送达，因此再次发送。');
});

test('never a third time', async () => {
  await lostOnTheWay();
  listener.treat({ at: 'text', drop: true });
  for (const minutes of [61, 122, 300, 3_000]) await tickAfter(minutes);
  expect(listener.received).toBe(2);
  expect(await of('to-accept')).toMatchObject({ status: 'unknown', attempts: 2 });
});

test('what was decided meanwhile is not asked again, and whether it arrived stays unknown', async () => {
  await lostOnTheWay();
  yiwu.journey.give({ kind: 'accept', step: 'asw_report' });
  await yiwu.record();
  await tickAfter(61);
  expect(listener.taken.filter(({ subject }) => subject?.includes('Sent again'))).toEqual([]);
  expect(await of('to-accept')).toMatchObject({ status: 'unknown' });
});

test('an act between the second falling due and its posting: not posted, unknown as before', async () => {
  await lostOnTheWay();
  listener.treat({ at: 'recipient', answer: 451, words: 'Later' });
  await tickAfter(61);
  expect(await of('to-accept')).toMatchObject({ status: 'due' });
  yiwu.journey.give({ kind: 'accept', step: 'asw_report' });
  await yiwu.record();
  expect(await of('to-accept')).toMatchObject({ status: 'unknown' });
});

test('the button of a letter names it, so that a click can tell that it arrived', async () => {
  await courier.tick(yiwu.now);
  const { id } = await of('reminder');
  expect(listener.taken[0]!.text).toContain(
    `https://citypath.example/journeys/100rc-cn.testville/steps/asw_report?letter=${id}`,
  );
});

test('a server that says "later" is asked again with growing pauses until the next day, then the letter is given up', async () => {
  const tries: Instant[] = [];
  for (let minutes = 0; minutes < 3 * 24 * 60; minutes += 30) {
    listener.treat({ at: 'recipient', answer: 450, words: '4.7.1 Greylisted' });
    const before = (await of('reminder')).attempts;
    await tickAfter(minutes);
    if ((await of('reminder')).attempts > before) tries.push(yiwu.later(minutes));
    listener.forget();
  }
  const letter = await of('reminder');
  expect(letter).toMatchObject({ status: 'refused', reason: 'patience-ended', bouncedAt: null });
  const hours = tries.map((at) => (Date.parse(at) - Date.parse(yiwu.now)) / 3_600_000);
  expect(hours.at(-1)).toBeLessThanOrEqual(24);
  expect(hours.at(-1)).toBeGreaterThan(16);
  expect(tries.length).toBeLessThan(12);
});

test('a mail server that is away for six hours loses nothing, and nothing is given up', async () => {
  await yiwu.manyReminders(2);
  await database.dataSource.query("UPDATE letters SET kind = 'step-opened', seq = 1 WHERE threshold LIKE 'due-no%'");
  await listener.stop();
  for (let minutes = 0; minutes <= 360; minutes += 45) await tickAfter(minutes);
  await listener.start();
  await tickAfter(370);
  expect((await yiwu.ledger()).filter(({ status }) => !['accepted', 'merged'].includes(status))).toEqual([]);
  const ids = listener.taken.map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(listener.received).toBeGreaterThan(0);
});
