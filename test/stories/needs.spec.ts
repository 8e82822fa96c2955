import { addWorkingDays, dayAt, type Instant } from '@citypath/calendar';
import { boardResponse, needsResponse, type BoardFilter, type Need } from '@citypath/contracts';
import type { Caller } from '../support/caller';
import { china } from '../support/china';
import { House } from '../support/house';
import { addPerson, report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
let liaison: string;
let officer: Caller;
let manager: Caller;
let director: Caller;
let office: Caller;
let assistant: Caller;

beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  const administrator = await house.asAdministrator();
  liaison = await addPerson(house, {
    familyName: 'Wang',
    givenName: 'Min',
    address: 'wang.min@yiwu.example',
    language: 'zh',
  });
  await administrator.does(`${yiwu.path}/seats/cro/liaison`, { person: liaison });
  // A second city in which Yiwu's liaison is herself the officer, and nobody the focal point.
  const city = { nameEn: 'Deyang', nameZh: '德阳', level: 'prefecture', country: 'CN', calendar: 'cn' };
  await administrator.put('PUT', '/cities/deyang', city);
  await administrator.does('/journeys', {
    programme: '100rc-cn',
    city: 'deyang',
    joinedOn: null,
    takeover: true,
    seats: [{ seat: 'cro', person: liaison, fromOn: null }],
    done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({ step, happenedOn: null })),
  });
  [officer, manager, director, office, assistant] = [
    await house.as(yiwu.people.cro),
    await house.as(yiwu.people.manager),
    await house.as(yiwu.people.director),
    await house.as(yiwu.people.mayor),
    await house.as(liaison),
  ];
});
afterAll(() => house.stop());

const inWorkingDays = (days: number) => addWorkingDays(china, dayAt(china, new Date().toISOString() as Instant), days);
const needsOf = async (reader: Caller, query = '') => reader.read(needsResponse, `/needs?limit=200${query}`);
const inShort = ({ section, city, step, vacant }: Need) =>
  [section, city.key, step?.ref ?? vacant?.en].filter(Boolean).join(' ');
const about = async (reader: Caller, ref: string) =>
  (await needsOf(reader)).needs.filter(({ step }) => step?.ref === ref);

test('an officer is told what is hers to do, with its day and its one act, in order of the day', async () => {
  await manager.does(`${yiwu.path}/steps/asw_report/date`, { dueOn: inWorkingDays(2), reason: 'As agreed.' });
  const { needs, counts } = await needsOf(officer);
  expect(needs[0]).toMatchObject({
    section: 'to-do',
    city: { key: 'yiwu' },
    step: { ref: 'asw_report' },
    sign: 'open',
    dueOn: inWorkingDays(2),
    workingDaysLeft: 2,
    who: { seat: 'cro', person: { id: yiwu.people.cro } },
    onBehalfOf: null,
    act: { title: { en: 'Hand in: Workshop report' }, page: `/journeys/${yiwu.journeyId}/steps/asw_report` },
  });
  expect(new Set(needs.map(({ section }) => section))).toEqual(new Set(['to-do']));
  expect(counts['to-do']).toBe(needs.length);
  const days = needs.map(({ dueOn }) => dueOn ?? '9999');
  expect(days).toEqual([...days].sort());
});

test('a liaison is told the same on behalf of the officer, and beside it what is hers in another city', async () => {
  const { needs } = await needsOf(assistant);
  const reports = needs.filter(({ step }) => step?.ref === 'asw_report');
  expect(reports.map(({ city, onBehalfOf }) => [city.key, onBehalfOf?.id ?? null])).toEqual([
    ['yiwu', yiwu.people.cro],
    ['deyang', null],
  ]);
  expect(await about(office, 'asw_report')).toEqual([]);
});

test('handed in, it waits for the manager and no more for the officer; silent, the director is not asked yet', async () => {
  await officer.does(`${yiwu.path}/steps/asw_report/submission`, report());
  expect(await about(officer, 'asw_report')).toEqual([]);
  const [toAccept] = (await about(manager, 'asw_report')).filter(({ city }) => city.key === 'yiwu');
  expect(toAccept).toMatchObject({
    section: 'to-accept',
    sign: 'submitted',
    dueOn: inWorkingDays(5),
    who: { seat: 'manager', person: { id: yiwu.people.manager } },
    act: { title: { en: 'Accept or return: Workshop report' } },
  });
  expect((await needsOf(director)).needs.map(inShort)).toEqual([]);
});

test('accepted and returned at once: the first stands, the second is told so by name', async () => {
  const step = `${yiwu.path}/steps/asw_report`;
  const [accepted, returned] = await Promise.all([
    manager.send('POST', `${step}/acceptance`, { body: {} }),
    director.send('POST', `${step}/return`, { body: { comment: 'The list of participants is missing.' } }),
  ]);
  const statuses = [accepted.status, returned.status].sort();
  expect(statuses).toEqual([200, 409]);
  const second = accepted.status === 409 ? accepted : returned;
  expect(second.body).toMatchObject({ code: 'step-not-submitted' });
  const facts = await house.factsOf(yiwu.journeyId);
  expect(facts.filter(({ kind }) => kind === 'step-accepted' || kind === 'step-returned')).toHaveLength(1);
  if (returned.status === 200) {
    await officer.does(`${step}/submission`, report());
    await manager.does(`${step}/acceptance`, {});
  }
});

test('a manager hears who is late elsewhere; an optional step is never late, a city on hold neither', async () => {
  await manager.does(`${yiwu.path}/steps/p1_actions/date`, { dueOn: inWorkingDays(-2), reason: 'It was agreed.' });
  const late = async () => (await needsOf(manager, '&section=late')).needs.map(inShort);
  expect(await late()).toEqual(['late yiwu p1_actions']);
  const [own] = await about(officer, 'p1_actions');
  expect(own).toMatchObject({ section: 'to-do', sign: 'late', workingDaysLeft: -2 });
  expect((await needsOf(director)).counts.late).toBe(0);

  const hold = { awaiting: 'The council', reason: 'Elections.', untilOn: inWorkingDays(10) };
  await manager.does(`${yiwu.path}/hold`, hold);
  expect(await late()).toEqual([]);
  expect((await about(officer, 'p1_actions'))[0]).toMatchObject({ sign: 'on-hold' });
  await manager.does(`${yiwu.path}/resume`, { reason: 'They voted.' });
});

test('an empty seat is for those who fill it; filled, for nobody', async () => {
  await manager.does(`${yiwu.path}/seats/cro/liaison`, { person: null });
  await manager.does(`${yiwu.path}/seats/cro/vacancy`, { on: inWorkingDays(0) });
  const vacancies = async (reader: Caller) =>
    (await needsOf(reader, '&section=vacancy')).needs.filter(({ city }) => city.key === 'yiwu');
  for (const filler of [manager, office]) {
    expect(await vacancies(filler)).toMatchObject([
      {
        vacant: { en: 'Chief Resilience Officer' },
        act: { title: { en: 'Appoint the Chief Resilience Officer' }, page: `/journeys/${yiwu.journeyId}#seats` },
      },
    ]);
  }
  expect(await vacancies(officer)).toEqual([]);
  expect((await needsOf(officer)).needs).toEqual([]);
  await office.does(`${yiwu.path}/seats/cro/appointment`, { person: yiwu.people.cro, fromOn: inWorkingDays(0) });
  expect(await vacancies(office)).toEqual([]);
  expect((await about(officer, 'p1_actions')).map(({ section }) => section)).toEqual(['to-do']);
});

test('a question waits until it is answered, with the words of whoever asked', async () => {
  const comments = `${yiwu.path}/steps/p1_actions/comments`;
  const comment = 'Which departments were asked?';
  await manager.does(comments, { comment, audience: 'everyone', mentions: [yiwu.people.cro] });
  const { needs, counts } = await needsOf(officer);
  expect(counts.question).toBe(1);
  expect(needs[0]).toMatchObject({
    section: 'question',
    asked: { by: { id: yiwu.people.manager }, words: comment },
    act: { title: { en: 'Answer the question' }, page: `/journeys/${yiwu.journeyId}/steps/p1_actions?at=comments` },
  });
  expect((await needsOf(office)).counts.question).toBe(0);
  await officer.does(comments, { comment: 'All of them.', audience: 'everyone' });
  expect((await needsOf(officer)).counts.question).toBe(0);
});

test('the list goes on where the page before ended, each thing once', async () => {
  const all = (await needsOf(assistant)).needs.map(({ id }) => id);
  expect(all.length).toBeGreaterThan(3);
  const seen: string[] = [];
  let after: string | null = '';
  while (after !== null) {
    const page: Awaited<ReturnType<typeof needsOf>> = await assistant.read(
      needsResponse,
      `/needs?limit=2${after === '' ? '' : `&after=${after}`}`,
    );
    seen.push(...page.needs.map(({ id }) => id));
    after = page.next;
  }
  expect(seen).toEqual(all);
});

test('whoever has no seat needs nothing; what is no cursor is refused', async () => {
  const administrator = await house.asAdministrator();
  expect(await needsOf(administrator)).toMatchObject({ needs: [], next: null, counts: { 'to-do': 0, late: 0 } });
  expect(await officer.problemOf('GET', '/needs?after=bm9uc2Vuc2U')).toMatchObject({ code: 'malformed-request' });
  expect(await officer.problemOf('GET', '/needs?section=nonsense')).toMatchObject({ status: 422 });
});

describe('the board is filtered where it is kept', () => {
  const cities = async (reader: Caller, filter: BoardFilter) =>
    (await reader.read(boardResponse, `/journeys?programme=100rc-cn&filter=${filter}`)).rows.map(
      ({ city }) => city.key,
    );

  test('by what a city waits for, and by whether it waits for the reader', async () => {
    const { counts } = await manager.read(boardResponse, '/journeys?programme=100rc-cn');
    expect(counts).toMatchObject({ cities: 2, late: 1, onHold: 0, closed: 0, toAccept: 0, vacancy: 0 });
    expect(await cities(manager, 'late')).toEqual(['yiwu']);
    expect(await cities(officer, 'mine')).toEqual(['yiwu']);
    expect(await cities(assistant, 'mine')).toEqual(['deyang']);
    await assistant.does('/journeys/100rc-cn.deyang/steps/asw_report/submission', report());
    expect(await cities(manager, 'to-accept')).toEqual(['deyang']);
    expect(await cities(manager, 'mine')).toEqual(expect.arrayContaining(['deyang']));
    await manager.does('/journeys/100rc-cn.deyang/withdrawal', { reason: 'It leaves.' });
    expect(await cities(manager, 'closed')).toEqual(['deyang']);
    expect(await cities(manager, 'to-accept')).toEqual([]);
  });

  test('a page ends where it is full, and goes on', async () => {
    const first = await manager.read(boardResponse, '/journeys?programme=100rc-cn&limit=1');
    expect(first.rows.map(({ city }) => city.key)).toEqual(['deyang']);
    const second = await manager.read(boardResponse, `/journeys?programme=100rc-cn&limit=1&after=${first.next!}`);
    expect(second.rows.map(({ city }) => city.key)).toEqual(['yiwu']);
    expect(second.next).toBeNull();
    expect(second.counts).toEqual(first.counts);
  });
});

test('a city sees no other city’s needs, whatever it asks', async () => {
  const { needs } = await needsOf(officer);
  expect(new Set(needs.map(({ city }) => city.key))).toEqual(new Set(['yiwu']));
});
