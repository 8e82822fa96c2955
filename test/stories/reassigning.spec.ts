import { addWorkingDays, dayAt, type Instant } from '@citypath/calendar';
import { auditResponse, cityPageResponse, dryRunResponse, historyResponse } from '@citypath/contracts';
import type { Caller } from '../support/caller';
import { china } from '../support/china';
import { House } from '../support/house';
import { report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

const REQUEST = { seat: 'mayors_office', reason: 'The officer is away for a month.' };

let house: House;
let yiwu: Yiwu;
let manager: Caller;
let officer: Caller;
let mayor: Caller;
let step: string;

beforeAll(async () => {
  house = await House.start({ lettersAtOnce: true });
  yiwu = await takeOverYiwu(house);
  [manager, officer, mayor] = [
    await house.as(yiwu.people.manager),
    await house.as(yiwu.people.cro),
    await house.as(yiwu.people.mayor),
  ];
  step = `${yiwu.path}/steps/asw_report`;
});
afterAll(() => house.stop());

const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
const ofStep = async () => (await house.ledger()).filter((letter) => letter.step === 'asw_report');
const stepNow = async () =>
  (await manager.read(cityPageResponse, yiwu.path)).steps.find(({ ref }) => ref === 'asw_report')!;
const arrived = () => house.inbox.messages().map(({ envelopeTo, messageId }) => `${envelopeTo.join()} ${messageId}`);

test('the manager gives the report to the mayor’s office: looked at first, then done just so', async () => {
  await manager.does(`${step}/skip`, { reason: 'By mistake.' });
  await manager.does(`${step}/reopening`, { reason: 'It is wanted.' });
  const dueOn = addWorkingDays(china, dayAt(china, new Date().toISOString() as Instant), 12);
  await manager.does(`${step}/date`, { dueOn, reason: 'As agreed by telephone.' });
  const waiting = (await ofStep()).filter(({ holder, status }) => holder === yiwu.people.cro && status === 'due');
  expect(waiting.map(({ kind }) => kind)).toEqual(['step-opened']);
  expect((await stepNow()).mayBeGivenTo.map(({ seat }) => seat)).toEqual(['mayors_office', 'manager', 'director']);

  const answer = await manager.send('POST', `${step}/reassignment/dry-run`, { body: REQUEST, key: null });
  const looked = dryRunResponse.parse(answer.body);
  expect(looked.steps).toMatchObject([
    {
      ref: 'asw_report',
      before: { seat: { en: 'Chief Resilience Officer' } },
      after: { seat: { en: "Mayor's office" } },
    },
  ]);
  const went = (change: string) =>
    looked.letters.filter((letter) => letter.change === change).map(({ to }) => to.person?.id ?? null);
  expect(new Set(went('cancelled'))).toEqual(new Set([yiwu.people.cro]));
  expect(new Set(went('added'))).toEqual(new Set([yiwu.people.mayor]));
  expect((await ofStep()).filter(({ reason }) => reason === 'reassigned')).toEqual([]);

  const done = await manager.send('POST', `${step}/reassignment`, {
    body: REQUEST,
    headers: { 'If-Match': `"${looked.seen}"` },
  });
  expect(done.status).toBe(200);
  expect(await stepNow()).toMatchObject({ responsible: { person: { id: yiwu.people.mayor } } });
});

test('the letter to the former owner that had not gone never goes; the new one is told once, in words of their own', async () => {
  const [taken] = (await ofStep()).filter(({ reason }) => reason === 'reassigned');
  expect(taken).toMatchObject({ kind: 'step-opened', holder: yiwu.people.cro, status: 'cancelled' });
  await house.deliver();
  await house.deliver(hours(26));
  const told = (await ofStep()).filter(({ kind, status }) => kind === 'step-opened' && status === 'accepted');
  expect(told.map(({ holder }) => holder)).toEqual([yiwu.people.mayor]);
  const [letter] = house.inbox.messages().filter(({ text }) => text.includes('研讨会报告”现由您负责'));
  expect(letter?.envelopeTo).toEqual([yiwu.addresses.mayor]);
  expect(letter?.text).toContain(REQUEST.reason);
  const all = arrived();
  expect(new Set(all).size).toBe(all.length);
});

test('the step is the new owner’s to hand in, and no longer the former one’s', async () => {
  const offered = async (reader: Caller) =>
    (await reader.read(cityPageResponse, yiwu.path)).steps.find(({ ref }) => ref === 'asw_report')!.acts;
  expect((await offered(officer)).map(({ act }) => act)).not.toContain('submit');
  expect((await offered(mayor)).find(({ act }) => act === 'submit')?.main).toBe(true);
  expect(await officer.problemOf('POST', `${step}/submission`, { body: report() })).toMatchObject({ status: 403 });
  await mayor.does(`${step}/submission`, report());
});

test('the story of the city and the audit say who gave it to whom, and why', async () => {
  const { entries } = await manager.read(historyResponse, `${yiwu.path}/history`);
  const told = entries.find(({ kind }) => kind === 'step-reassigned');
  expect(told).toMatchObject({
    sentence: {
      en: "Li Wen gave Workshop report to the Mayor's office; it was with the Chief Resilience Officer.",
      zh: expect.stringMatching(/^Li Wen将“研讨会报告”由.+转交.+。$/u) as string,
    },
    words: REQUEST.reason,
    undo: null,
  });
  const { entries: trail } = await manager.read(auditResponse, '/audit');
  expect(trail.find(({ actTitle }) => actTitle.en === 'Given to another seat')).toMatchObject({
    reason: { words: REQUEST.reason },
  });
});

test('what makes no sense is refused by name, and only who runs the programme may', async () => {
  const before = await house.factsOf(yiwu.journeyId);
  const refused = (who: Caller, of: string, body: object) =>
    who.problemOf('POST', `${yiwu.path}/steps/${of}/reassignment`, { body });
  const to = (seat: string) => ({ ...REQUEST, seat });
  expect(await refused(manager, 'asw_report', to('emperor'))).toMatchObject({ status: 404, code: 'seat-unknown' });
  expect(await refused(manager, 'asw_report', to('deputy_cro'))).toMatchObject({ status: 409, code: 'seat-vacant' });
  expect(await refused(manager, 'asw_report', to('evaluator'))).toMatchObject({ status: 422, code: 'seat-read-only' });
  expect(await refused(manager, 'asw_report', REQUEST)).toMatchObject({ status: 409, code: 'seat-has-step-already' });
  expect(await refused(manager, 'asw', REQUEST)).toMatchObject({ status: 409, code: 'step-already-settled' });
  expect(await refused(manager, 'asw_report', { seat: 'cro' })).toMatchObject({ status: 422 });
  expect(await refused(officer, 'asw_report', to('cro'))).toMatchObject({ status: 403 });
  expect(await house.factsOf(yiwu.journeyId)).toEqual(before);
});
