import { addWorkingDays, dayAt, type Instant } from '@citypath/calendar';
import { cityPageResponse, historyResponse } from '@citypath/contracts';
import { atAGlance } from '../support/at-a-glance';
import { calendarFile } from '../support/calendar-file';
import type { Caller } from '../support/caller';
import { china } from '../support/china';
import { House } from '../support/house';
import { addPerson, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
let officer: Caller;
let manager: Caller;
let review: string;

beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  [officer, manager] = [await house.as(yiwu.people.cro), await house.as(yiwu.people.manager)];
  const { steps } = await manager.read(cityPageResponse, yiwu.path);
  review = steps.find(({ step, sign }) => step === 'q_review' && sign !== 'done')!.ref;
});
afterAll(() => house.stop());

const inWorkingDays = (days: number) => addWorkingDays(china, dayAt(china, new Date().toISOString() as Instant), days);
const stepOf = async (reader: Caller, ref: string) =>
  (await reader.read(cityPageResponse, yiwu.path)).steps.find((step) => step.ref === ref)!;

describe('the session of a review', () => {
  test('gets its day from the manager, who reads before whom that reaches', async () => {
    const { acts, dates } = await stepOf(manager, review);
    const act = acts.find(({ act: name }) => name === 'schedule-event')!;
    expect(act.causes?.en).toMatch(/^invites by letter, with an entry for the calendar: .*Xiong Tao/);
    const on = inWorkingDays(4);
    await manager.does(`${yiwu.path}/steps/${review}/event`, { on, time: '14:30', place: '市政府会议室' });
    const after = await stepOf(officer, review);
    expect(after).toMatchObject({ eventOn: on, eventTime: '14:30', eventPlace: '市政府会议室' });
    expect(after.dates.agreedOn).toBe(dates.agreedOn);
  });

  test('and each guest gets an invitation to it, with the day of the report beside', async () => {
    house.inbox.forget();
    await house.deliver();
    const invitations = house.inbox.messages().filter(({ text }) => /invited to|诚邀您出席/.test(text));
    expect(invitations.map(({ envelopeTo }) => envelopeTo[0]).sort()).toEqual(
      [yiwu.addresses.cro, yiwu.addresses.manager].sort(),
    );
    const toOfficer = invitations.find(({ envelopeTo }) => envelopeTo.includes(yiwu.addresses.cro))!;
    expect(atAGlance(toOfficer)).toMatch(/^义乌市：季度评审（\d{4}年第\d季度） \| .+14:30。$/);
    expect(toOfficer.text).toMatch(/报告的期限不变：.+。/);
    expect(toOfficer.raw.toString()).toMatch(/Content-Type: text\/calendar; charset=utf-8;\s+method=REQUEST/i);
  });

  test('called off with the step, it leaves the calendars; history tells both', async () => {
    await manager.does(`${yiwu.path}/steps/${review}/skip`, { reason: 'Together with the next one.' });
    house.inbox.forget();
    await house.deliver();
    const cancelled = house.inbox.messages().filter(({ text }) => /is cancelled|现已取消/.test(text));
    expect(cancelled).toHaveLength(2);
    for (const { raw } of cancelled) expect(raw.toString()).toMatch(/method=CANCEL/i);
    const { entries } = await manager.read(historyResponse, `${yiwu.path}/history?limit=200`);
    const told = entries.filter(({ step }) => step === review).map(({ sentence }) => sentence);
    expect(told.map(({ en }) => en)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Li Wen set Quarterly review Q\d \d{4} for .+ at 14:30\.$/),
        expect.stringMatching(/^With that the meeting of Quarterly review Q\d \d{4} on .+ is off; whoever was invited/),
      ]),
    );
    expect(told.map(({ zh }) => zh).join('')).toContain('的会议随之取消，并告知受邀者。');
  });
});

describe('the day of a step in one’s own calendar', () => {
  const path = () => `${yiwu.path}/steps/asw_report/deadline.ics`;

  test('takes the whole day and none of its time, in the reader’s language; a newer one takes its place', async () => {
    await manager.does(`${yiwu.path}/steps/asw_report/date`, { dueOn: inWorkingDays(5), reason: 'As agreed.' });
    const first = await officer.send('GET', path());
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('content-disposition')).toBe('attachment; filename=asw_report.ics');
    const before = calendarFile(String(first.body));
    expect(before).toMatchObject({
      method: 'PUBLISH',
      // At the end of a year it may lie in the next one, whose holidays are not published.
      title: expect.stringMatching(/^义乌市：研讨会报告到期(（暂定）)?$/) as string,
      start: inWorkingDays(5),
      startsAt: null,
      organizer: null,
      attendees: [],
    });
    await manager.does(`${yiwu.path}/steps/asw_report/date`, { dueOn: inWorkingDays(8), reason: 'Once more.' });
    const after = calendarFile(String((await manager.send('GET', path())).body));
    expect(after).toMatchObject({
      uid: before.uid,
      title: expect.stringMatching(/^Yiwu: Workshop report, due( \(provisional\))?$/) as string,
      start: inWorkingDays(8),
    });
    expect(after.sequence).toBeGreaterThan(before.sequence);
  });

  test('of a year whose holidays are not published says that it may move, agreed though it is', async () => {
    await manager.does(`${yiwu.path}/steps/asw_report/date`, { dueOn: '2199-06-03', reason: 'As agreed.' });
    const inChinese = calendarFile(String((await officer.send('GET', path())).body));
    expect(inChinese).toMatchObject({
      title: '义乌市：研讨会报告到期（暂定）',
      words: expect.stringContaining('2199年放假安排尚未公布') as string,
    });
    const inEnglish = calendarFile(String((await manager.send('GET', path())).body));
    expect(inEnglish).toMatchObject({
      title: 'Yiwu: Workshop report, due (provisional)',
      words: expect.stringContaining('the holidays of 2199 are not published yet') as string,
    });
  });

  test('is for those who see the city; a step without a day, and one that is none, say so', async () => {
    const passer = await house.as(
      await addPerson(house, {
        familyName: 'Passer',
        givenName: 'By',
        address: 'passer.by@elsewhere.example',
        language: 'en',
      }),
    );
    const { status } = await passer.send('GET', path());
    expect(status).toBe(404);
    expect(await officer.problemOf('GET', `${yiwu.path}/steps/leadership_group/deadline.ics`)).toMatchObject({
      code: 'no-deadline',
      detail: expect.stringContaining('期限待定') as string,
    });
    expect(await manager.problemOf('GET', `${yiwu.path}/steps/nonsense/deadline.ics`)).toMatchObject({
      code: 'step-unknown',
    });
  });

  test('and a reminder leads to it', async () => {
    await manager.does(`${yiwu.path}/steps/asw_report/date`, { dueOn: inWorkingDays(-2), reason: 'As agreed.' });
    house.inbox.forget();
    await house.deliver();
    const overdue = house.inbox.messages().find((mail) => atAGlance(mail).includes('已到期'))!;
    expect(overdue.text).not.toContain('将期限加入日历');
    await officer.does(`${yiwu.path}/steps/asw_report/submission`, {
      evidence: { report: { kind: 'document', title: 'Report', link: 'https://yiwu.example/report.pdf' } },
    });
    await house.deliver();
    const toAccept = house.inbox.messages().find(({ envelopeTo }) => envelopeTo.includes(yiwu.addresses.manager))!;
    expect(toAccept.text).toContain(
      `Put the day into my calendar:\n${house.apiUrl}${yiwu.path}/steps/asw_report?at=details`,
    );
  });
});
