import { randomUUID } from 'node:crypto';
import {
  auditResponse,
  cityPageResponse,
  dryRunResponse,
  historyResponse,
  type HistoryEntry,
} from '@citypath/contracts';
import type { Caller } from '../support/caller';
import { House } from '../support/house';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

const WHY = { reason: 'The mayor signed after all.' };

let house: House;
let yiwu: Yiwu;
let manager: Caller;
let officer: Caller;

beforeAll(async () => {
  house = await House.start({ lettersAtOnce: true });
  yiwu = await takeOverYiwu(house);
  [manager, officer] = [await house.as(yiwu.people.manager), await house.as(yiwu.people.cro)];
});
afterAll(() => house.stop());

const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
const page = () => manager.read(cityPageResponse, yiwu.path);
const history = async (reader: Caller): Promise<HistoryEntry[]> =>
  (await reader.read(historyResponse, `${yiwu.path}/history`)).entries;
const facts = () => house.factsOf(yiwu.journeyId);
const question = async () => (await house.ledger()).find(({ kind }) => kind === 'question');
/** By the letter's own number: one that came twice would stand here twice. */
const arrived = () => house.inbox.messages().map(({ envelopeTo, messageId }) => `${envelopeTo.join()} ${messageId}`);
const standing = async () => (await page()).steps.map(({ ref, sign, dates }) => [ref, sign, dates]);
const withdraw = () => manager.does(`${yiwu.path}/withdrawal`, { reason: 'The city leaves.' });

async function lookAt(): ReturnType<typeof dryRunResponse.parseAsync> {
  const answer = await manager.send('POST', `${yiwu.path}/readmission/dry-run`, { body: WHY, key: null });
  return dryRunResponse.parse(answer.body);
}

describe('a city withdraws, and is taken in again the same day', () => {
  test('it goes on where it stood, the question that had not gone goes, and nothing that had gone goes again', async () => {
    await house.deliver();
    const told = arrived();
    expect(told.length).toBeGreaterThan(0);
    await manager.does(`${yiwu.path}/steps/asw_report/comments`, {
      comment: 'Of which year are the figures?',
      audience: 'everyone',
      mentions: [yiwu.people.cro],
    });
    const before = await standing();
    await withdraw();
    expect(await question()).toMatchObject({ status: 'cancelled', reason: 'closed' });
    expect((await page()).acts.map(({ act }) => act)).toEqual(['readmit']);

    const looked = await lookAt();
    const goes = looked.letters.filter(({ change }) => change === 'added');
    expect(
      goes.map(({ to, words }) => [to.person?.id, words?.text.includes('Of which year are the figures?')]),
    ).toContainEqual([yiwu.people.cro, true]);
    const offered = (await history(manager)).find(({ kind }) => kind === 'withdrawn')?.undo;
    expect(offered).toMatchObject({ act: 'readmit', title: { en: 'Take the city in again', zh: '重新纳入该市' } });
    const answer = await manager.send('POST', offered!.href.replace('/api/v1', ''), {
      body: WHY,
      headers: { 'If-Match': `"${looked.seen}"` },
    });
    expect(answer.status).toBe(200);

    expect(await standing()).toEqual(before);
    expect(await question()).toMatchObject({ status: 'due', reason: null });
    await house.deliver(hours(1));
    await house.deliver(hours(26));
    expect(await question()).toMatchObject({ status: 'accepted' });
    const all = arrived();
    expect(new Set(all).size).toBe(all.length);
    expect(all.slice(0, told.length)).toEqual(told);
  });

  test('its run takes acts again, and keeps what they did', async () => {
    const before = (await facts()).length;
    await manager.does(`${yiwu.path}/steps/asw_report/skip`, { reason: 'Not wanted of this city.' });
    expect((await facts()).slice(before).map(({ kind }) => kind)).toContain('step-skipped');
    await manager.does(`${yiwu.path}/steps/asw_report/reopening`, { reason: 'It is wanted.' });
  });

  test('the story of the city and the audit say who took it in again, and why', async () => {
    const told = (await history(officer)).find(({ kind }) => kind === 'readmitted');
    expect(told).toMatchObject({
      sentence: {
        en: 'Li Wen took Yiwu into 100 Resilient Cities · China again.',
        zh: expect.stringMatching(/^Li Wen将义乌市重新纳入.+。$/u) as string,
      },
      words: WHY.reason,
    });
    const { entries } = await manager.read(auditResponse, '/audit');
    expect(entries.find(({ actTitle }) => actTitle.en === 'Taken in again')).toMatchObject({
      actTitle: { zh: '重新纳入项目' },
      reason: { words: WHY.reason },
      by: { id: yiwu.people.manager },
    });
  });
});

describe('what cannot be', () => {
  const refused = (who: Caller, body: object = WHY) => who.problemOf('POST', `${yiwu.path}/readmission`, { body });

  test('a city that goes on is not taken in again, and its run is left alone', async () => {
    const before = await facts();
    expect(await refused(manager)).toMatchObject({ status: 409, code: 'journey-not-closed' });
    expect(await refused(manager, {})).toMatchObject({ status: 422 });
    expect(await refused(officer)).toMatchObject({ status: 403 });
    expect(await facts()).toEqual(before);
    await manager.does(`${yiwu.path}/steps/asw_report/date`, { dueOn: '2036-03-03', ...WHY });
  });

  test('taken in by two at once, and by one twice, it is taken in once, and goes on', async () => {
    await withdraw();
    const before = (await facts()).length;
    const send = (who: Caller, key: string) => who.send('POST', `${yiwu.path}/readmission`, { body: WHY, key });
    const key = randomUUID();
    const administrator = await house.asAdministrator();
    const answers = await Promise.all([send(manager, key), send(administrator, randomUUID()), send(manager, key)]);
    expect(answers.every(({ status }) => [200, 202, 409].includes(status))).toBe(true);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    const after = (await facts()).slice(before);
    expect(after.filter(({ kind }) => kind === 'readmitted')).toHaveLength(1);
    await manager.does(`${yiwu.path}/hold`, { awaiting: 'The new mayor', untilOn: inTwoWeeks(), ...WHY });
  });

  test('what was looked at before something else happened is refused', async () => {
    await withdraw();
    const looked = await lookAt();
    expect(looked.sentence.en).toMatch(/^\d+ steps? changes?/);
    await manager.does(`${yiwu.path}/readmission`, WHY);
    await withdraw();
    const late = await manager.problemOf('POST', `${yiwu.path}/readmission`, {
      body: { reason: 'Another reason.' },
      headers: { 'If-Match': '"something-else"' },
    });
    expect(late).toMatchObject({ status: 412, code: 'preview-outdated' });
    expect((await page()).status).toBe('withdrawn');
  });

  test('that was on hold when it left is on hold again', async () => {
    await manager.does(`${yiwu.path}/readmission`, WHY);
    expect((await page()).status).toBe('on-hold');
    await manager.does(`${yiwu.path}/resume`, WHY);
    expect((await page()).status).toBe('active');
  });
});

const inTwoWeeks = () => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
