import type { Day } from '@citypath/calendar';
import type { ParsedMail } from 'mailparser';
import { atAGlance } from '../support/at-a-glance';
import { calendarFile, type CalendarFile } from '../support/calendar-file';
import { beforeTheReport, LettersOfYiwu } from '../support/letters-of-yiwu';
import { MailListener } from '../support/mail-listener';
import { OwnCourier } from '../support/own-courier';
import { ownDatabase, type OwnDatabase } from '../support/own-database';

let database: OwnDatabase;
let listener: MailListener;
let courier: OwnCourier;
let yiwu: LettersOfYiwu;

const OFFICER = 'xiong.tao@yiwu.example';
const MANAGER = 'manager@programme.example';

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
});

/** Lets the city live until ten o'clock of a day, and posts what is due. */
async function post(on: Day): Promise<void> {
  yiwu.journey.on(on);
  await postNow();
}

async function postNow(): Promise<void> {
  await yiwu.record();
  const { failures } = await courier.tick(yiwu.now);
  expect(failures).toEqual([]);
}

const mailsTo = (address: string): ParsedMail[] =>
  listener.taken.filter(({ to }) => [to].flat().some((list) => list?.value.some((one) => one.address === address)));
const threadOf = ({ messageId, inReplyTo, references }: ParsedMail) => ({
  messageId,
  inReplyTo,
  references: [references ?? []].flat(),
});

describe('the letters about one step are one thread', () => {
  test('each answers the one before and names all of them, under one subject', async () => {
    await post(beforeTheReport(7));
    await post(beforeTheReport(3));
    await post(beforeTheReport(1));
    const mails = mailsTo(OFFICER);
    expect(mails.map(atAGlance)).toEqual([
      '义乌市：研讨会报告 | 3月15日（周一，暂定）到期。',
      '义乌市：研讨会报告 | 3月15日（周一，暂定）到期。',
      '义乌市：研讨会报告 | 3月15日（周一，暂定）到期。',
    ]);
    const [first, second, third] = mails.map(threadOf);
    expect(first).toMatchObject({ inReplyTo: undefined, references: [] });
    expect(second).toMatchObject({ inReplyTo: first!.messageId, references: [first!.messageId] });
    expect(third).toMatchObject({ inReplyTo: second!.messageId, references: [first!.messageId, second!.messageId] });
  });

  test('which a new date, and another letter of the step, go on with', async () => {
    await post(beforeTheReport(7));
    yiwu.journey.give({ kind: 'agree-date', step: 'asw_report', dueOn: '2027-03-09', reason: 't-1' });
    await post('2027-03-10');
    yiwu.journey.submit('asw_report').give({ kind: 'return', step: 'asw_report', comment: 't-gone' });
    await postNow();
    const mails = mailsTo(OFFICER);
    expect(new Set(mails.map(({ subject }) => subject))).toEqual(new Set(['义乌市：研讨会报告']));
    expect(mails).toHaveLength(3);
    for (const [place, mail] of mails.entries()) expect(threadOf(mail).inReplyTo).toBe(mails[place - 1]?.messageId);
  });

  test('another reader has a thread of their own, and so has another step', async () => {
    await post(beforeTheReport(7));
    yiwu.journey.submit('asw_report');
    await postNow();
    yiwu.journey.give({ kind: 'reopen', step: 'leadership_group', reason: 't-gone' });
    await postNow();
    const toManager = mailsTo(MANAGER);
    expect(toManager.map(({ subject }) => subject)).toEqual([
      'Yiwu: Workshop report',
      'Yiwu: Resilience Leadership Group',
    ]);
    for (const mail of toManager) expect(threadOf(mail)).toMatchObject({ inReplyTo: undefined, references: [] });
  });

  test('a letter that nobody got is not named', async () => {
    listener.treat({ at: 'recipient', answer: 550, words: 'No such mailbox' });
    await post(beforeTheReport(7));
    await database.dataSource.query('UPDATE person_addresses SET bounced_at = NULL, bounce_reason = NULL');
    await post(beforeTheReport(3));
    expect(mailsTo(OFFICER).map(threadOf)).toMatchObject([{ inReplyTo: undefined, references: [] }]);
  });

  test('of a long thread its beginning and its newest letters are named', async () => {
    await yiwu.manyReminders(1);
    await postNow();
    const first = mailsTo(OFFICER)[0]!.messageId!;
    for (let month = 1; month <= 12; month += 1) {
      yiwu.journey.give({ kind: 'reopen', step: 'leadership_group', reason: 't-gone' });
      yiwu.journey.submit('asw_report').give({ kind: 'return', step: 'asw_report', comment: 't-gone' });
      yiwu.journey.give({ kind: 'skip', step: 'leadership_group', reason: 't-gone' });
      await yiwu.record();
      // So many would not go on one day, unless somebody asks for each.
      await yiwu.dataSource.query('UPDATE letters SET expedited = true');
      await postNow();
    }
    const mails = mailsTo(OFFICER);
    const { references } = threadOf(mails.at(-1)!);
    expect(mails).toHaveLength(13);
    expect(references).toHaveLength(10);
    expect(references[0]).toBe(first);
    expect(references.at(-1)).toBe(mails.at(-2)!.messageId);
  });
});

/** The entry that a mail brings, which is the same beside its words and as a file. */
function entryOf(mail: ParsedMail): CalendarFile {
  const parts = mail.attachments.filter(({ contentType }) => /calendar|ics/.test(contentType));
  expect(parts.map(({ contentType }) => contentType).sort()).toEqual(['application/ics', 'text/calendar']);
  const [beside, file] = parts.map(({ content }) => content.toString('utf8'));
  expect(file).toBe(beside);
  return calendarFile(beside!);
}

describe('a workshop is moved twice and then cancelled', () => {
  const PLACE = '义乌国际博览中心\r\nBcc: everybody@example.com\u2028\u0007';

  async function schedule(on: Day | null, time?: string): Promise<void> {
    const place = await yiwu.writesComment(PLACE);
    yiwu.journey.give({ kind: 'schedule-event', step: 'asw', on, ...(time === undefined ? {} : { time }), place });
    await postNow();
  }

  async function story(): Promise<void> {
    yiwu.journey.give({ kind: 'reopen', step: 'asw', reason: 't-gone' });
    await postNow();
    listener.forget();
    await schedule('2027-04-14', '09:30');
    await schedule('2027-04-21', '09:30');
    await schedule('2027-04-28');
    await schedule(null);
  }

  test('the calendar of each guest follows: one entry, each version newer, and at the end none', async () => {
    await story();
    for (const address of [OFFICER, MANAGER, 'director@programme.example']) {
      const entries = mailsTo(address).map(entryOf);
      expect(entries.map(({ method, sequence, status }) => [method, sequence, status])).toEqual([
        ['REQUEST', 0, 'CONFIRMED'],
        ['REQUEST', 1, 'CONFIRMED'],
        ['REQUEST', 2, 'CONFIRMED'],
        ['CANCEL', 3, 'CANCELLED'],
      ]);
      expect(new Set(entries.map(({ uid }) => uid))).toEqual(new Set(['100rc-cn.testville.asw@citypath.example']));
      expect(entries.map(({ start, startsAt }) => startsAt ?? start)).toEqual([
        '2027-04-14T01:30:00.000Z',
        '2027-04-21T01:30:00.000Z',
        '2027-04-28',
        '2027-04-28',
      ]);
      expect(entries.map(({ attendees }) => attendees.map((one) => one.address))).toEqual(Array(4).fill([address]));
      expect(new Set(entries.map(({ organizer }) => organizer))).toEqual(new Set(['mailto:letters@citypath.example']));
    }
  });

  test('the letters say so, in the reader’s language, and what was written as a place stays one', async () => {
    await story();
    expect(mailsTo(OFFICER).map(atAGlance)).toEqual([
      '义乌市：议程设定研讨会 | 4月14日（周三）09:30。',
      '义乌市：议程设定研讨会 | 改为4月21日（周三）09:30。',
      '义乌市：议程设定研讨会 | 改为4月28日（周三）。',
      '义乌市：议程设定研讨会 | 4月28日（周三）的会议已取消。',
    ]);
    const [invited, moved, , cancelled] = mailsTo(MANAGER).map(({ text }) => text ?? '');
    const place = '义乌国际博览中心 Bcc: everybody@example.com';
    expect(invited).toContain(
      `You are invited to “Agenda-Setting Workshop” of Yiwu: Wed 14 Apr 2027 at 09:30 (time in Yiwu), ${place}.`,
    );
    expect(moved).toContain(
      `“Agenda-Setting Workshop” of Yiwu is now on Wed 21 Apr 2027 at 09:30 (time in Yiwu), ${place}, instead of Wed 14 Apr 2027 at 09:30.`,
    );
    expect(cancelled).toContain(
      '“Agenda-Setting Workshop” of Yiwu does not take place on Wed 28 Apr 2027. A new day is to be confirmed',
    );
    for (const mail of listener.taken) {
      expect(mail.headers.has('bcc')).toBe(false);
      expect(mail.attachments.map(({ content }) => content.toString()).join('')).not.toMatch(/^Bcc/m);
    }
    const { place: inEntry, words } = entryOf(mailsTo(OFFICER)[0]!);
    expect(inEntry).toBe(place);
    // People set the day: it does not move by itself, but nobody knows yet whether it is a working day.
    expect(mailsTo(OFFICER)[0]!.text).toContain('（2027年放假安排尚未公布，当天可能遇放假。）');
    expect(words).toContain('2027年放假安排尚未公布，当天可能遇放假。');
    expect(invited).toContain('(The holidays of 2027 are not published yet: the day may turn out to be a day off.)');
  });

  test('a day that moves before the invitation went is told once, as it is now', async () => {
    yiwu.journey.give({ kind: 'reopen', step: 'asw', reason: 't-gone' });
    await postNow();
    listener.forget();
    yiwu.journey.give({ kind: 'schedule-event', step: 'asw', on: '2027-04-14' });
    await schedule('2027-04-21', '09:30');
    const mails = mailsTo(OFFICER);
    expect(mails.map(atAGlance)).toEqual(['义乌市：议程设定研讨会 | 4月21日（周三）09:30。']);
    expect(mails.map(entryOf)).toMatchObject([{ method: 'REQUEST', sequence: 1 }]);
    const reasons = (await yiwu.ledger()).filter(({ kind, status }) => kind === 'invitation' && status === 'cancelled');
    expect(reasons.map(({ reason }) => reason)).toEqual(['date-moved', 'date-moved', 'date-moved']);
  });

  test('taken back before the invitation went, nobody hears of it, and the ledger says why', async () => {
    yiwu.journey.give({ kind: 'reopen', step: 'asw', reason: 't-gone' });
    await postNow();
    listener.forget();
    yiwu.journey.give({ kind: 'schedule-event', step: 'asw', on: '2027-04-14' });
    await schedule(null);
    expect(listener.taken).toEqual([]);
    const cancelled = (await yiwu.ledger()).filter(({ kind }) => kind === 'invitation-cancelled');
    expect(cancelled.map(({ status, reason }) => [status, reason])).toEqual(
      Array(3).fill(['suppressed', 'never-invited']),
    );
  });

  test('skipped, it leaves the calendars, and the former officer is told that the new one comes', async () => {
    yiwu.journey.give({ kind: 'reopen', step: 'asw', reason: 't-gone' });
    await schedule('2027-04-14', '09:30');
    listener.forget();
    yiwu.journey.give({ kind: 'hand-over', seat: 'cro', person: 'p-director', fromOn: null });
    await postNow();
    expect(
      mailsTo(OFFICER)
        .filter(({ attachments }) => attachments.length > 0)
        .map(entryOf),
    ).toMatchObject([{ method: 'CANCEL', sequence: 1 }]);
    listener.forget();
    yiwu.journey.give({ kind: 'skip', step: 'asw', reason: 't-gone' });
    await postNow();
    expect(mailsTo(MANAGER).map(entryOf)).toMatchObject([{ method: 'CANCEL', sequence: 2 }]);
    expect(mailsTo(OFFICER)).toEqual([]);
  });
});
