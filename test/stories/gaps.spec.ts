import { boardResponse, cityPageResponse, gapsResponse, type Gap, type GapsResponse } from '@citypath/contracts';
import type { Caller } from '../support/caller';
import { House } from '../support/house';
import { addPerson, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
let manager: Caller;
let officer: Caller;
let administrator: Caller;

beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  [manager, officer, administrator] = [
    await house.as(yiwu.people.manager),
    await house.as(yiwu.people.cro),
    await house.asAdministrator(),
  ];
});
afterAll(() => house.stop());

const gapsFor = (reader: Caller, query = ''): Promise<GapsResponse> => reader.read(gapsResponse, `/gaps${query}`);
const onPage = async (reader: Caller): Promise<Gap[]> => (await reader.read(cityPageResponse, yiwu.path)).gaps;
const onBoard = async (reader: Caller) =>
  (await reader.read(boardResponse, '/journeys?programme=100rc-cn')).rows.map(({ gaps }) => gaps);
const inSeat = (seat: string, person: string | null) =>
  administrator.put('PUT', `/programmes/100rc-cn/seats/${seat}`, { person });

test('while everybody is in post and in reach nothing would fail', async () => {
  expect(await gapsFor(manager)).toEqual({ count: 0, gaps: [], next: null });
  expect(await onPage(manager)).toEqual([]);
  expect(await onBoard(manager)).toEqual([0]);
});

test('a director leaves: the manager is told before anything is late, and an administrator mends it', async () => {
  await inSeat('director', null);
  const [gap] = (await gapsFor(manager)).gaps;
  expect(gap).toMatchObject({ kind: 'vacant', cities: 1, city: { key: 'yiwu' }, mends: { page: null } });
  expect(gap?.sentence.en).toMatch(
    /^Nobody is Programme director\. That seat is told of the delay of \d+ open steps\.$/,
  );
  expect(gap?.sentence.zh).toMatch(/^项目主任空缺。/);
  expect(await onPage(manager)).toEqual([gap]);
  expect(await onBoard(manager)).toEqual([1]);
  expect((await gapsFor(administrator)).gaps[0]?.mends.page).toBe('/programmes/100rc-cn');
  await inSeat('director', yiwu.people.director);
  expect((await gapsFor(manager)).count).toBe(0);
});

test('one person as manager and director would be told twice, and nobody above them', async () => {
  await inSeat('director', yiwu.people.manager);
  expect((await gapsFor(manager)).gaps.map(({ kind }) => kind)).toEqual(['loop']);
  await inSeat('director', yiwu.people.director);
});

test('an address that mail comes back from is a gap until it is corrected', async () => {
  await house.dataSource.query(
    `UPDATE person_addresses SET bounced_at = now(), bounce_reason = '550 5.1.1' WHERE person_id = $1`,
    [yiwu.people.cro],
  );
  const [gap] = (await gapsFor(manager)).gaps;
  expect(gap).toMatchObject({
    kind: 'unreachable',
    mends: {
      title: { zh: expect.stringContaining('更正') as string },
      page: `/people/${yiwu.people.cro}?form=details`,
    },
  });
  expect(await onBoard(manager)).toEqual([1]);
  await manager.put('PUT', `/people/${yiwu.people.cro}`, {
    familyName: 'Xiong',
    givenName: 'Tao',
    address: 'xiong@new.yiwu.example',
    language: 'zh',
  });
  expect((await gapsFor(manager)).count).toBe(0);
});

test('somebody away is a gap until somebody stands in', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const leave = { fromOn: '2020-01-01', untilOn: today > '2090-01-01' ? today : '2090-01-01' };
  await manager.put('PUT', `/people/${yiwu.people.cro}/leave`, { leave: { ...leave, substitute: null } });
  expect((await gapsFor(manager)).gaps.map(({ kind, mends }) => [kind, mends.page])).toEqual([
    ['away', `/people/${yiwu.people.cro}?form=leave`],
  ]);
  const named = { familyName: 'Chen', givenName: 'Lin', address: 'chen.lin@yiwu.example', language: 'zh' } as const;
  const substitute = await addPerson(house, named);
  await manager.put('PUT', `/people/${yiwu.people.cro}/leave`, { leave: { ...leave, substitute } });
  expect((await gapsFor(manager)).count).toBe(0);
  expect(await onPage(manager)).toEqual([]);
});

test('who does not run the programme is told nothing of colleagues', async () => {
  await inSeat('director', null);
  expect(await gapsFor(officer)).toEqual({ count: 0, gaps: [], next: null });
  expect(await onPage(officer)).toEqual([]);
  expect(await onBoard(officer)).toEqual([null]);
  expect((await gapsFor(manager, '?programme=another')).count).toBe(0);
  expect((await gapsFor(manager, '?programme=100rc-cn')).count).toBe(1);
});

test('the list goes on where the page before ended: what hurts most first, each gap once', async () => {
  await inSeat('manager', null);
  const all = (await gapsFor(administrator)).gaps;
  expect(all.map(({ kind }) => kind)).toEqual(['nobody-above', 'vacant', 'vacant']);
  const seen: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: GapsResponse = await gapsFor(administrator, `?limit=1${after === '' ? '' : `&after=${after}`}`);
    expect(page.count).toBe(3);
    seen.push(...page.gaps.map(({ id }) => id));
    after = page.next;
  }
  expect(seen).toEqual(all.map(({ id }) => id));
  expect(await administrator.problemOf('GET', '/gaps?after=bm9uc2Vuc2U')).toMatchObject({ code: 'malformed-request' });
});
