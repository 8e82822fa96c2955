import { layOver, type CalendarMark, type Day } from '@citypath/calendar';
import { Calendars, People } from '@citypath/store';
import { atAGlance } from '../support/at-a-glance';
import { china } from '../support/china';
import { LettersOfYiwu } from '../support/letters-of-yiwu';
import { MailListener } from '../support/mail-listener';
import { OwnCourier } from '../support/own-courier';
import { ownDatabase, type OwnDatabase } from '../support/own-database';

/** The workshop report is due on Monday 15 March 2027; its officer takes letters from 09:00 to 17:30. */
let database: OwnDatabase;
let listener: MailListener;
let courier: OwnCourier;
let yiwu: LettersOfYiwu;

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
  const act = { at: yiwu.now, byPerson: 'p-manager', personId: 'p-cro', kind: 'post-window-set' } as const;
  await new People(database.dataSource).setPostWindow('p-cro', { from: '09:00', until: '17:30' }, act);
});

type Time = `${number}:${number}`;

/** Lets the city live until a time of a day, and has the courier post what may leave then. */
async function livesUntil(day: Day, time: Time = '09:05'): Promise<void> {
  yiwu.journey.on(day, time);
  await yiwu.record();
  const { failures } = await courier.tick(yiwu.now);
  expect(failures).toEqual([]);
}

async function agree(dueOn: Day): Promise<void> {
  yiwu.journey.give({ kind: 'agree-date', step: 'asw_report', dueOn, reason: 't-1' });
  await yiwu.record();
}

/** What the officer got about the report, day by day. */
async function dayByDay(from: Day, days: number): Promise<string[]> {
  const told: string[] = [];
  for (let count = 0; count < days; count++) {
    const day = new Date(Date.parse(from) + count * 86_400_000).toISOString().slice(0, 10) as Day;
    const before = listener.taken.length;
    await livesUntil(day);
    const about = listener.taken.slice(before).map(atAGlance);
    told.push(...about.filter((line) => line.includes('研讨会报告')).map((line) => `${day} ${line}`));
  }
  return told;
}

const reminders = async () =>
  (await yiwu.ledger())
    .filter(({ kind, step }) => kind === 'reminder' && step === 'asw_report')
    .map(({ threshold, status, reason }) => `${threshold}: ${status}${reason === null ? '' : `, ${reason}`}`)
    .sort();

describe('a due date that is moved past a reminder', () => {
  test('takes a reminder back that waits for the morning; those of the new day come, none of the old one', async () => {
    await livesUntil('2027-03-04', '18:00');
    expect(await reminders()).toEqual(['due-7@2027-03-15: held']);
    yiwu.journey.on('2027-03-04', '18:30');
    await agree('2027-03-22');
    expect(await reminders()).toEqual(['due-7@2027-03-15: cancelled, date-moved']);
    expect(await dayByDay('2027-03-05', 19)).toEqual([
      '2027-03-11 义乌市：研讨会报告 | 3月22日（周一，暂定）到期。',
      '2027-03-17 义乌市：研讨会报告 | 3月22日（周一，暂定）到期。',
      // With the reminders of four other steps, which are due later, in one digest.
      '2027-03-19 义乌市：以后5项 | 义乌市：研讨会报告。3月22日（周一，暂定）到期。提交文件。',
      '2027-03-22 义乌市：研讨会报告 | 3月22日（周一，暂定）到期。',
      '2027-03-23 义乌市：逾期1项，本周1项，以后3项 | 义乌市：研讨会报告。3月22日（周一，暂定）已到期。提交文件。',
    ]);
    expect(await reminders()).toEqual([
      'due-1@2027-03-22: accepted',
      'due-3@2027-03-22: accepted',
      'due-7@2027-03-15: cancelled, date-moved',
      'due-7@2027-03-22: accepted',
      'due0@2027-03-22: accepted',
    ]);
  });

  test('nearer: reminders whose morning has passed are not made up for, the next one comes on its day', async () => {
    yiwu.journey.on('2027-03-02', '11:00');
    await agree('2027-03-08');
    expect(await dayByDay('2027-03-02', 7)).toEqual([
      '2027-03-03 义乌市：研讨会报告 | 3月8日（周一，暂定）到期。',
      '2027-03-05 义乌市：研讨会报告 | 3月8日（周一，暂定）到期。',
      '2027-03-08 义乌市：研讨会报告 | 3月8日（周一，暂定）到期。',
    ]);
  });
});

describe('dates that a calendar moves', () => {
  const flood: CalendarMark = {
    kind: 'closure',
    from: '2027-03-18',
    to: '2027-03-19',
    title: { en: 'Flood', zh: '洪水' },
    own: true,
  };

  /** Adopts, as the api does. */
  async function adopt(marks: CalendarMark[]): Promise<void> {
    const calendar = layOver(china, marks);
    const hash = await new Calendars(database.dataSource).put(calendar);
    yiwu.journey.give({ kind: 'adopt-calendar', hash, calendar, reason: 't-1' });
    await yiwu.record();
  }
  const aboutDates = async () => (await yiwu.ledger()).filter(({ kind }) => kind === 'dates-moved');

  test('are told in one letter a person next morning, each with how its new day was counted', async () => {
    yiwu.journey.on('2027-03-02', '11:00');
    await adopt([flood]);
    await livesUntil('2027-03-03');
    const [letter] = listener.taken.filter(({ text }) => text?.includes('工作日历已更新'));
    expect(letter?.text?.replaceAll('\n', '')).toContain('3月18日至19日本市不办公（洪水）');
    expect((await aboutDates()).map(({ holder }) => holder)).toEqual([
      ...new Set((await aboutDates()).map(({ holder }) => holder)),
    ]);
  });

  test('moved back before anybody was told: the letter that would say nothing does not go', async () => {
    yiwu.journey.on('2027-03-02', '11:00');
    await adopt([flood]);
    await adopt([]);
    await livesUntil('2027-03-03');
    const ofOfficer = (await aboutDates()).filter(({ holder }) => holder === 'p-cro');
    expect(ofOfficer.map(({ status, reason }) => [status, reason]).sort()).toEqual([
      ['accepted', null],
      ['suppressed', 'date-moved'],
    ]);
  });
});
