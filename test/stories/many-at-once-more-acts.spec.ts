import { addWorkingDays, dayAt, type Instant } from '@citypath/calendar';
import { bulkChoicesResponse, cityPageResponse, type BulkActRequest, type BulkActResponse } from '@citypath/contracts';
import type { ProgrammeDefinition, Refusal } from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import { Definitions } from '@citypath/store';
import { act } from '@citypath/workflows/messages';
import { BulkActing } from '../support/bulk-acting';
import type { Caller } from '../support/caller';
import { china } from '../support/china';
import { House } from '../support/house';
import { manyCities, type ManyCities } from '../support/many-cities';

const CITIES = 5;
const REASON = 'As the network has agreed.';

let house: House;
let cities: ManyCities;
let manager: Caller;
let acting: BulkActing;

beforeEach(async () => {
  house = await House.start();
  cities = await manyCities(house, CITIES);
  // What the joining told is another story.
  await house.dataSource.query('DELETE FROM letters');
  manager = await house.as(cities.people.manager);
  acting = new BulkActing(manager);
});
afterEach(() => house.stop());

const PROGRAMME = { programme: '100rc-cn' } as const;
const inWorkingDays = (count: number) =>
  addWorkingDays(china, dayAt(china, new Date().toISOString() as Instant), count);
const kinds = async (kind: string) => {
  const facts = await Promise.all(cities.journeyIds.map((id) => house.factsOf(id)));
  return facts.map((each) => each.filter((fact) => fact.kind === kind).length);
};
const results = async (id: string) => (await acting.journeys(id)).map(({ result }) => result);
const lettersTo = (address: string) => house.inbox.messages().filter(({ envelopeTo }) => envelopeTo.includes(address));

/** As the page does it: looked at, and then done as it was seen. */
async function looksAndDoes(request: BulkActRequest): Promise<BulkActResponse> {
  const { journeys } = await acting.looksAt(request);
  const { filter: _, ...rest } = request;
  const named = journeys.map(({ journeyId, seen }) => ({ id: journeyId, ...(seen !== null && { seen }) }));
  return acting.ends((await acting.starts({ ...rest, journeys: named })).id);
}

test('a step is given to another seat in all cities, and who has it now gets one letter about all of them', async () => {
  const request: BulkActRequest = {
    ...PROGRAMME,
    act: 'reassign',
    step: 'asw_report',
    body: { seat: 'manager', reason: REASON },
    filter: 'all',
  };
  const shown = await acting.looksAt(request);
  expect(shown.messages).toMatchObject([{ to: { person: { id: cities.people.manager } }, letters: CITIES }]);
  expect(await looksAndDoes(request)).toMatchObject({ status: 'done', progress: { done: CITIES, refused: 0 } });
  expect(await kinds('step-reassigned')).toEqual(Array(CITIES).fill(1));
  await house.deliver();
  const [letter, ...more] = lettersTo(cities.addresses.manager);
  expect(more).toEqual([]);
  expect(letter?.subject).toBe(shown.messages[0]?.subject);
  for (const number of ['01', '02', '03', '04', '05']) expect(letter?.text).toContain(`Rowtown ${number}`);
});

test('cities that withdrew are taken in again at once; those that go on are refused, and nothing happens twice', async () => {
  const [first = '', ...others] = cities.journeyIds;
  const gone = others.map((id) => ({ id }));
  await acting.ends(
    (await acting.starts({ ...PROGRAMME, act: 'withdraw', body: { reason: REASON }, journeys: gone })).id,
  );
  const again: BulkActRequest = { ...PROGRAMME, act: 'readmit', body: { reason: REASON }, filter: 'closed' };
  expect((await acting.looksAt(again)).totals).toMatchObject({ journeys: CITIES - 1, refused: 0 });

  const ended = await looksAndDoes({ ...again, filter: 'all' });
  expect(ended).toMatchObject({ status: 'done', progress: { done: CITIES - 1, refused: 1 } });
  const [refused] = await acting.journeys(ended.id);
  expect(refused).toMatchObject({ journeyId: first, refusal: { code: 'journey-not-closed' } });
  expect(await kinds('readmitted')).toEqual([0, 1, 1, 1, 1]);
  // They run: each takes an act.
  for (const id of others) {
    await manager.does(`/journeys/${id}/steps/asw_report/skip`, { reason: REASON });
    expect((await manager.read(cityPageResponse, `/journeys/${id}`)).status).toBe('active');
  }

  // Given again from its beginning, as after a database that was restored.
  await house.dataSource.query(`UPDATE bulk_acts SET status = 'stopped' WHERE id = $1`, [ended.id]);
  await house.dataSource.query(
    `UPDATE bulk_act_rows SET state = 'waiting', attempts = 0 WHERE bulk_act_id = $1 AND state = 'done'`,
    [ended.id],
  );
  await acting.resumes(ended.id);
  expect(await acting.ends(ended.id)).toMatchObject({ status: 'done', progress: { done: CITIES - 1 } });
  expect(await kinds('readmitted')).toEqual([0, 1, 1, 1, 1]);
});

test('each city takes its own newest calendar, and one that has it is told so', async () => {
  const [closed = '', ...others] = cities.journeyIds;
  await manager.put('POST', '/cities/rowtown-01/closures', {
    fromOn: inWorkingDays(3),
    toOn: inWorkingDays(4),
    titleEn: 'Moving house',
    titleZh: '迁址',
    reason: 'The city hall moves.',
  });
  const ended = await looksAndDoes({ ...PROGRAMME, act: 'adopt-calendar', body: { reason: REASON }, filter: 'all' });
  expect(ended).toMatchObject({ status: 'done', progress: { done: 1, refused: CITIES - 1 } });
  const rows = await acting.journeys(ended.id);
  expect(rows.map(({ journeyId, refusal }) => [journeyId, refusal?.code ?? null])).toEqual([
    [closed, null],
    ...others.map((id) => [id, 'bulk-act-changes-nothing']),
  ]);
  expect(rows[1]?.refusal?.detail.zh).toBe('该市已采用最新版本，无需变更。');
  expect(await kinds('calendar-adopted')).toEqual([1, 0, 0, 0, 0]);
  const [row] = await house.dataSource.query<{ command: object }[]>(
    'SELECT command FROM bulk_act_rows WHERE bulk_act_id = $1 AND place = 1',
    [ended.id],
  );
  // Pinned by its hash, and kept once.
  expect(Object.keys(row?.command ?? {}).sort()).toEqual(['hash', 'kind', 'reason']);
});

test('cities take the newest version of the programme; one with a step that it does not have keeps its own, and says which', async () => {
  const [first = '', ...others] = cities.journeyIds;
  const before = { ...resilientCitiesChina, version: 0 };
  const [model] = resilientCitiesChina.steps;
  const title = { en: 'A step of that time', zh: '旧步骤' };
  const other = { ...before, steps: [...before.steps, { ...model!, key: 'bygone', title }] };
  await goBackTo(other, [first]);
  await manager.does(`/journeys/${first}/steps/bygone/skip`, { reason: REASON });
  await goBackTo(before, others);

  const ended = await looksAndDoes({ ...PROGRAMME, act: 'adopt-definition', body: { reason: REASON }, filter: 'all' });
  expect(ended).toMatchObject({ status: 'done', progress: { done: CITIES - 1, refused: 1 } });
  const [refused] = await acting.journeys(ended.id);
  expect(refused).toMatchObject({
    journeyId: first,
    refusal: { code: 'definition-drops-steps' satisfies Refusal['code'] },
  });
  expect(refused?.refusal?.detail.en).toContain(title.en);
  expect(refused?.refusal?.detail.zh).toContain(title.zh);
  expect(await kinds('definition-adopted')).toEqual([1, 2, 2, 2, 2]);
});

test('the quarterly meeting of the network is entered for all cities at once', async () => {
  const { steps, seats } = await manager.read(bulkChoicesResponse, '/bulk-acts/choices?programme=100rc-cn');
  const meetings = steps.filter(({ isMeeting }) => isMeeting);
  const review = meetings.find(({ ref }) => ref.startsWith('q_review@'));
  expect(review?.title.en).toMatch(/^Quarterly review Q\d \d{4}$/);
  expect(meetings.map(({ ref }) => ref)).toContain('release');
  expect(seats.map(({ key }) => key)).toEqual(expect.arrayContaining(['cro', 'manager']));
  expect(seats.map(({ key }) => key)).not.toContain('evaluator');

  const body = { on: inWorkingDays(5), time: '14:00', place: 'Haiyan' };
  const request = { ...PROGRAMME, act: 'schedule-event', step: review?.ref ?? '', body, filter: 'all' } as const;
  const ended = await looksAndDoes(request);
  expect(await results(ended.id)).toEqual(Array(CITIES).fill('done'));
  expect(await kinds('event-scheduled')).toEqual(Array(CITIES).fill(1));
  await house.deliver();
  // An entry for the calendar goes alone, one a city.
  const invited = lettersTo(cities.addresses.officer);
  expect(new Set(invited.map(({ messageId }) => messageId)).size).toBe(CITIES);
  expect(invited).toHaveLength(CITIES);
});

/** Has cities go by another version, as if they had begun with it. */
async function goBackTo(definition: ProgrammeDefinition, journeyIds: readonly string[]): Promise<void> {
  const hash = await new Definitions(house.dataSource).put(definition);
  for (const id of journeyIds) {
    const command = { kind: 'adopt-definition', hash, definition, reason: 't-story' } as const;
    const stamp = { id: `${id}-back`, hash: 'h', by: cities.people.manager, onBehalfOf: null };
    await house.temporal.workflow.getHandle(id).executeUpdate(act, { args: [{ command, stamp }], updateId: stamp.id });
  }
}
