import { randomUUID } from 'node:crypto';
import { comingLettersResponse, dryRunResponse, type DryRunResponse } from '@citypath/contracts';
import { asProblem, type Caller } from '../support/caller';
import { House } from '../support/house';
import { addPerson, report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
let manager: Caller;

beforeEach(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  manager = await house.as(yiwu.people.manager);
});
afterEach(() => house.stop());

const REASON = { reason: 'Agreed with the city on the telephone.' };

/** Looks at an act before it is done. */
async function lookAt(path: string, body: object, by = manager): Promise<DryRunResponse> {
  const answer = await by.send('POST', `${yiwu.path}/${path}/dry-run`, { body, key: null });
  if (answer.status !== 200)
    throw new Error(`The dry run was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return dryRunResponse.parse(answer.body);
}

/** Does an act that was looked at. */
const confirm = (path: string, body: object, { seen }: DryRunResponse) =>
  manager.send('POST', `${yiwu.path}/${path}`, { body, headers: { 'If-Match': `"${seen}"` }, key: randomUUID() });

/** Every letter of the days after today, with whom it goes to and when: "overdue to p-1 on 2026-12-18". */
async function daysAhead(): Promise<string[]> {
  const { letters, todayOn } = await manager.read(comingLettersResponse, '/letters/coming?programme=100rc-cn');
  return letters
    .filter(({ goesOn }) => goesOn !== null && goesOn > todayOn)
    .map(({ kindTitle, to, goesOn }) => `${kindTitle.en} to ${to.person?.id ?? to.seat} on ${goesOn}`)
    .sort();
}

/** The same days as the dry run says that they will be. */
function foreseen(before: string[], { letters }: DryRunResponse, todayOn: string): string[] {
  const days = [...before];
  const line = ({ kindTitle, to }: DryRunResponse['letters'][number], on: string | null) =>
    `${kindTitle.en} to ${to.person?.id ?? to.seat} on ${on}`;
  for (const letter of letters) {
    if (letter.beforeOn !== null && letter.beforeOn > todayOn) {
      const place = days.indexOf(line(letter, letter.beforeOn));
      expect(place).toBeGreaterThanOrEqual(0);
      days.splice(place, 1);
    }
    if (letter.afterOn !== null && letter.afterOn > todayOn) days.push(line(letter, letter.afterOn));
  }
  return days.sort();
}

async function today(): Promise<string> {
  return (await manager.read(comingLettersResponse, '/letters/coming?programme=100rc-cn')).todayOn;
}

const facts = () => house.factsOf(yiwu.journeyId);
const addDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

test('a manager sees what skipping the report would do, and nothing has changed', async () => {
  await manager.does(`${yiwu.path}/steps/asw_report/date`, { dueOn: addDays(await today(), 20), ...REASON });
  const [before, letters] = [await facts(), await house.ledger()];
  const looked = await lookAt('steps/asw_report/skip', REASON);

  const report = looked.steps.find(({ ref }) => ref === 'asw_report');
  expect(report).toMatchObject({
    title: { en: 'Workshop report', zh: '研讨会报告' },
    before: { sign: 'open' },
    after: { sign: 'not-needed' },
  });
  const cancelled = looked.letters.filter(
    ({ change, to }) => change === 'cancelled' && to.person?.id === yiwu.people.cro,
  );
  expect(cancelled.map(({ sentence }) => sentence.en)).toContain('Xiong Tao is reminded of Workshop report.');
  expect(cancelled.map(({ sentence }) => sentence.zh)).toContain('提醒Xiong Tao办理“研讨会报告”。');
  expect(looked.sentence.en).toMatch(/steps? changes?; .*letters? goe?s? no more/);
  expect(looked.sentence.zh).toMatch(/个步骤有变化；.*封信不再发送/);

  expect(await facts()).toEqual(before);
  expect((await house.ledger()).map(({ id, status }) => [id, status])).toEqual(
    letters.map(({ id, status }) => [id, status]),
  );
});

test('what was looked at is done, once, and the days ahead are as they were shown', async () => {
  const todayOn = await today();
  const acts: [path: string, body: object][] = [
    ['steps/asw_report/date', { dueOn: addDays(todayOn, 21), ...REASON }],
    ['steps/asw_report/reassignment', { seat: 'mayors_office', ...REASON }],
    ['steps/asw_report/reassignment', { seat: 'cro', ...REASON }],
    ['hold', { awaiting: 'The new vice mayor', untilOn: addDays(todayOn, 16), ...REASON }],
    ['resume', REASON],
    [
      'seats/cro/hand-over',
      {
        person: await addPerson(house, {
          familyName: 'Qiu',
          givenName: 'Aijun',
          address: 'qiu.aijun@yiwu.example',
          language: 'zh',
        }),
        fromOn: todayOn,
      },
    ],
    ['steps/asw_report/completion', { happenedOn: todayOn, ...REASON }],
    ['steps/asw_report/reopening', REASON],
    ['steps/asw_report/skip', REASON],
    ['seats/cro/vacancy', { on: todayOn }],
    ['withdrawal', REASON],
    ['readmission', REASON],
  ];
  for (const [path, body] of acts) {
    const before = await daysAhead();
    const looked = await lookAt(path, body);
    const answer = await confirm(path, body, looked);
    expect([path, answer.status]).toEqual([path, 200]);
    expect([path, await daysAhead()]).toEqual([path, foreseen(before, looked, todayOn)]);
  }
});

test('a letter that somebody skipped beforehand is not said to go no more because of the act', async () => {
  await manager.does(`${yiwu.path}/steps/asw_report/date`, { dueOn: addDays(await today(), 20), ...REASON });
  const { letters } = await manager.read(comingLettersResponse, '/letters/coming?step=asw_report');
  const reminders = letters.filter(({ kindTitle }) => kindTitle.en === 'Reminder');
  expect(reminders.length).toBeGreaterThan(1);
  const cancelled = async () =>
    (await lookAt('steps/asw_report/skip', REASON)).letters
      .filter(({ change, kindTitle }) => change === 'cancelled' && kindTitle.en === 'Reminder')
      .map(({ beforeOn }) => beforeOn);
  expect(await cancelled()).toEqual(reminders.map(({ goesOn }) => goesOn));

  const [first, ...rest] = reminders;
  await manager.put('POST', `/letters/coming/${first!.key}/skip`, REASON);
  expect(await cancelled()).toEqual(rest.map(({ goesOn }) => goesOn));
});

test('a letter that would go shows its words, in the language of its reader', async () => {
  const officer = await house.as(yiwu.people.cro);
  await officer.does(`${yiwu.path}/steps/asw_report/submission`, report());
  await house.deliver();
  const looked = await lookAt('steps/asw_report/return', { comment: 'The list of participants is missing.' });

  const [letter] = looked.letters.filter(({ change, to }) => change === 'added' && to.person?.id === yiwu.people.cro);
  expect(letter?.words?.subject).toContain('义乌');
  expect(letter?.words?.text).toContain('The list of participants is missing.');
  expect(looked.people.map(({ person }) => person?.id)).toContain(yiwu.people.cro);
});

test('an act that would do something else by now is refused, and changes nothing', async () => {
  const looked = await lookAt('steps/asw_report/skip', REASON);
  const officer = await house.as(yiwu.people.cro);
  await officer.does(`${yiwu.path}/steps/asw_report/submission`, report());
  const before = await facts();

  const problem = asProblem(await confirm('steps/asw_report/skip', REASON, looked));
  expect(problem).toMatchObject({ status: 412, code: 'preview-outdated' });
  expect(problem.detail).toContain('Nothing was done. Look again');
  expect(await facts()).toEqual(before);

  const again = await lookAt('steps/asw_report/skip', REASON);
  expect((await confirm('steps/asw_report/skip', REASON, again)).status).toBe(200);
});

test('the same confirmation sent twice is done once', async () => {
  const looked = await lookAt('steps/asw_report/skip', REASON);
  const headers = { 'If-Match': `"${looked.seen}"` };
  const asked = { body: REASON, headers, key: randomUUID() };
  const answers = [
    await manager.send('POST', `${yiwu.path}/steps/asw_report/skip`, asked),
    await manager.send('POST', `${yiwu.path}/steps/asw_report/skip`, asked),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect((await facts()).filter(({ kind }) => kind === 'step-skipped')).toHaveLength(1);
});

test('undoing is looked at too: the letters that it lets go after all, and the steps that come back', async () => {
  await manager.does(`${yiwu.path}/steps/asw_report/comments`, {
    comment: 'Of which year are the figures?',
    audience: 'everyone',
    mentions: [yiwu.people.cro],
  });
  await manager.does(`${yiwu.path}/steps/asw_report/date`, { dueOn: addDays(await today(), 20), ...REASON });
  const [before, todayOn] = [await daysAhead(), await today()];
  await manager.does(`${yiwu.path}/steps/asw_report/skip`, REASON);
  const act = (await facts()).find(({ kind }) => kind === 'step-skipped')?.commandId ?? '';

  const after = await daysAhead();
  const looked = await lookAt(`acts/${act}/undo`, REASON);
  expect(looked.steps.find(({ ref }) => ref === 'asw_report')).toMatchObject({
    before: { sign: 'not-needed' },
    after: { sign: 'open' },
  });
  const question = looked.letters.filter(({ kindTitle }) => kindTitle.en === 'Question');
  expect(question.map(({ change, to, words }) => [change, to.person?.id, words !== null])).toEqual([
    ['added', yiwu.people.cro, true],
  ]);
  const others = { ...looked, letters: looked.letters.filter((letter) => !question.includes(letter)) };
  expect((await confirm(`acts/${act}/undo`, REASON, looked)).status).toBe(200);
  expect(await daysAhead()).toEqual(foreseen(after, others, todayOn));
  expect(await daysAhead()).toEqual(before);
  expect((await house.ledger()).filter(({ kind }) => kind === 'question').map(({ status }) => status)).toEqual(['due']);
});

test('what the rules would refuse is refused beforehand, in the same words', async () => {
  const dry = asProblem(await manager.send('POST', `${yiwu.path}/resume/dry-run`, { body: REASON, key: null }));
  const done = await manager.problemOf('POST', `${yiwu.path}/resume`, { body: REASON });
  expect(dry).toMatchObject({ code: 'journey-not-on-hold', detail: done.detail, status: done.status });
});
