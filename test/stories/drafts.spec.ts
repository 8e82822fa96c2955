import { cityPageResponse, draftResponse, type DraftAnswers } from '@citypath/contracts';
import type { Caller } from '../support/caller';
import { House } from '../support/house';
import { pdf } from '../support/sample-files';
import { Sender } from '../support/sender';
import { addPerson, report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
let officer: Caller;
let liaison: Caller;
let manager: Caller;
let step: string;

beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  const person = { familyName: 'Zhu', givenName: 'Min', address: 'zhu.min@yiwu.example', language: 'zh' } as const;
  const id = await addPerson(house, person);
  [officer, manager] = [await house.as(yiwu.people.cro), await house.as(yiwu.people.manager)];
  await manager.does(`${yiwu.path}/seats/cro/liaison`, { person: id });
  liaison = await house.as(id);
  step = `${yiwu.path}/steps/asw_report`;
});
afterAll(() => house.stop());

const title = '/evidence/report/title';
const answers = (words: string, papers: string[] = []): DraftAnswers => ({
  values: { [title]: words },
  rows: { '/evidence/areas': 3 },
  papers: { '/evidence/report/papers': papers },
});
const save = (by: Caller, basedOn: number, words: string, papers?: string[]) =>
  by.send('PUT', `${step}/draft`, { key: null, body: { basedOn, answers: answers(words, papers) } });
const read = (by: Caller) => by.read(draftResponse, `${step}/draft`);

test('the liaison begins, the officer goes on; each sees what the other typed, and its papers', async () => {
  expect(await read(officer)).toEqual({ version: 0, answers: null, savedAt: null, by: null, papers: [] });
  const paper = await new Sender(liaison, step).sent('报告.pdf', pdf());
  expect((await save(liaison, 0, 'Begun\n\u0001 义乌', [paper.id])).body).toEqual({ version: 1 });
  const draft = await read(officer);
  expect(draft).toMatchObject({ version: 1, by: { id: liaison.person }, papers: [{ id: paper.id, name: '报告.pdf' }] });
  expect(draft.answers).toEqual(answers('Begun\n\u0001 义乌', [paper.id]));
  expect((await save(officer, 1, 'Gone on with', [paper.id])).body).toEqual({ version: 2 });
});

test('who has not seen the newest one writes over nothing', async () => {
  const problem = await liaison.problemOf('PUT', `${step}/draft`, {
    key: null,
    body: { basedOn: 1, answers: answers('Unseen') },
  });
  expect(problem).toMatchObject({ status: 409, code: 'draft-changed-meanwhile' });
  expect((await read(liaison)).answers?.values[title]).toBe('Gone on with');
});

test.each([
  ['a NUL', { basedOn: 2, answers: answers('a\u0000b') }],
  ['half a character', { basedOn: 2, answers: answers('\ud800') }],
  ['too much in a field', { basedOn: 2, answers: answers('x'.repeat(4001)) }],
  ['papers by other names', { basedOn: 2, answers: answers('x', ['../etc/passwd']) }],
  ['no version', { answers: answers('x') }],
])('%s is refused, and the draft stays', async (_what, body) => {
  const problem = await officer.problemOf('PUT', `${step}/draft`, { key: null, body });
  expect(problem).toMatchObject({ status: 422, code: 'malformed-request' });
  expect((await read(officer)).version).toBe(2);
});

test('nobody else reads or writes it', async () => {
  const address = 'wu.ming@huzhou.example';
  const stranger = await house.as(
    await addPerson(house, { familyName: 'Wu', givenName: 'Ming', address, language: 'en' }),
  );
  expect((await stranger.problemOf('GET', `${step}/draft`)).code).toBe('journey-unknown');
  const office = await house.as(yiwu.people.mayor);
  expect((await office.problemOf('GET', `${step}/draft`)).code).toBe('not-allowed');
  expect((await house.stranger.problemOf('GET', `${step}/draft`)).code).toBe('not-signed-in');
});

test('it is gone once the step is handed in, and a returned step begins with an empty one', async () => {
  await officer.does(`${step}/submission`, report());
  expect((await read(officer)).version).toBe(0);
  const late = await officer.problemOf('PUT', `${step}/draft`, {
    key: null,
    body: { basedOn: 0, answers: answers('x') },
  });
  expect(late.code).toBe('step-not-open');
  await manager.does(`${step}/return`, { comment: 'Add the list of participants.' });
  expect((await read(officer)).answers).toBeNull();
  expect((await save(officer, 0, 'Second round')).status).toBe(200);
  const page = await officer.read(cityPageResponse, yiwu.path);
  expect(page.steps.find(({ ref }) => ref === 'asw_report')).toMatchObject({ round: 2 });
});

test('it may be thrown away', async () => {
  expect((await officer.send('DELETE', `${step}/draft`, { key: null })).status).toBe(204);
  expect((await read(officer)).version).toBe(0);
});
