import type { Instant } from '@citypath/calendar';
import { freePort } from '@citypath/local';
import {
  auditResponse,
  bulkActResponse,
  bulkDryRunResponse,
  type BulkActRequest,
  type BulkActResponse,
} from '@citypath/contracts';
import { asOn } from '../support/as-on';
import { BulkActing } from '../support/bulk-acting';
import type { Caller } from '../support/caller';
import { House } from '../support/house';
import { manyCities, type ManyCities } from '../support/many-cities';

const CITIES = 5;
const WHY = { reason: 'The wrong step was chosen.' };

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

const SKIP: BulkActRequest = {
  programme: '100rc-cn',
  act: 'skip',
  step: 'asw_report',
  body: { reason: 'The cities have agreed to go without.' },
  filter: 'all',
};
const done = async (request: BulkActRequest) => acting.ends((await acting.starts(request)).id);
const kinds = async (kind: string) => {
  const facts = await Promise.all(cities.journeyIds.map((id) => house.factsOf(id)));
  return facts.map((each) => each.filter((fact) => fact.kind === kind).length);
};
const lettersTo = (address: string) => house.inbox.messages().filter(({ envelopeTo }) => envelopeTo.includes(address));

/** As the page does it: looked at, and then taken back as it was seen. */
async function takesBack({ id }: BulkActResponse): Promise<BulkActResponse> {
  const { journeys } = await acting.looksAtUndo(id, WHY);
  const named = journeys.map(({ journeyId, seen }) => ({ id: journeyId, ...(seen !== null && { seen }) }));
  return acting.ends((await acting.undoes(id, { ...WHY, journeys: named })).id);
}

test('what many cities were given by mistake is taken back for all of them; questions that waited go after all, in one letter', async () => {
  for (const id of cities.journeyIds) {
    const comment = { comment: `Which figures, ${id}?`, audience: 'everyone', mentions: [cities.people.officer] };
    await manager.does(`/journeys/${id}/steps/asw_report/comments`, comment);
  }
  const skipped = await done(SKIP);
  expect(skipped).toMatchObject({ mayBeTakenBack: true, takesBack: null, takenBackBy: [] });
  expect((await house.ledger()).map(({ kind, status }) => [kind, status])).toEqual(
    Array(CITIES).fill(['question', 'cancelled']),
  );

  const shown = await acting.looksAtUndo(skipped.id, WHY);
  expect(shown.totals).toMatchObject({ journeys: CITIES, refused: 0, letters: { added: CITIES } });
  expect(shown.messages).toMatchObject([{ to: { person: { id: cities.people.officer } }, letters: CITIES }]);
  expect(await kinds('act-undone')).toEqual(Array(CITIES).fill(0));

  const ended = await takesBack(skipped);
  expect(ended).toMatchObject({
    status: 'done',
    takesBack: skipped.id,
    mayBeTakenBack: false,
    progress: { done: CITIES },
  });
  expect(ended.title).toEqual({ en: 'Undo: Skip: Workshop report', zh: '撤销：跳过研讨会报告' });
  expect(await kinds('act-undone')).toEqual(Array(CITIES).fill(1));
  const after = await manager.read(bulkActResponse, `/bulk-acts/${skipped.id}`);
  expect(after).toMatchObject({ mayBeTakenBack: false, takenBackBy: [{ id: ended.id }] });

  await house.deliver();
  const [letter, ...more] = lettersTo(cities.addresses.officer);
  expect(more).toEqual([]);
  expect(letter?.subject).toBe(shown.messages[0]?.subject);
  for (const number of ['01', '02', '03', '04', '05']) expect(letter?.text).toContain(`行列${number}市`);

  // A second time there is nothing left to take back, and each city says so.
  const twice = await acting.looksAtUndo(skipped.id, WHY);
  expect(twice.journeys.map(({ refusal }) => refusal?.code)).toEqual(Array(CITIES).fill('act-undone-already'));

  const audit = await (await house.asAdministrator()).read(auditResponse, '/audit?act=by-hand-bulk-act-started');
  expect(audit.entries[0]?.sentence).toEqual({
    en: 'Li Wen did one act to 5 cities at once: Undo: Skip: Workshop report.',
    zh: 'Li Wen对5个城市批量办理：撤销：跳过研讨会报告。',
  });
});

test('letters that the act caused and that have not gone never go', async () => {
  const reopened = await done({ ...SKIP, act: 'reopen', step: 'asw' });
  expect((await house.ledger()).filter(({ status }) => status === 'held')).toHaveLength(CITIES);
  await takesBack(reopened);
  await house.deliver();
  expect(house.inbox.messages()).toEqual([]);
});

test('a city where something followed keeps it and says why; the others go on', async () => {
  const held = await done({
    programme: '100rc-cn',
    act: 'hold',
    body: { awaiting: 'The new mayors', reason: 'Elections.', untilOn: inDays(20) },
    filter: 'all',
  });
  const [first = '', second = '', ...others] = cities.journeyIds;
  await manager.does(`/journeys/${first}/resume`, { reason: 'This one was elected.' });
  await manager.does(`/journeys/${second}/withdrawal`, { reason: 'It leaves.' });
  const ended = await takesBack(held);
  expect(ended).toMatchObject({ status: 'done', progress: { done: 3, refused: 2 } });
  expect((await acting.journeys(ended.id)).map(({ journeyId, refusal }) => [journeyId, refusal?.code ?? null])).toEqual(
    [[first, 'act-overtaken'], [second, 'journey-closed'], ...others.map((id) => [id, null])],
  );
  expect(await kinds('act-undone')).toEqual([0, 0, 1, 1, 1]);
});

test('after a day it is too late, and what has been told to others is never taken back', async () => {
  const skipped = await done(SKIP);
  const ground = { databaseUrl: house.database.url, publicUrl: `http://127.0.0.1:${await freePort()}` };
  const nextDay = new Date(Date.parse(skipped.endedAt!) + 24 * 3_600_000).toISOString() as Instant;
  await asOn(nextDay, { ...ground, person: cities.people.manager }, async (caller) => {
    expect(await caller.read(bulkActResponse, `/bulk-acts/${skipped.id}`)).toMatchObject({ mayBeTakenBack: false });
    const { journeys } = bulkDryRunResponse.parse(
      await caller.put('POST', `/bulk-acts/${skipped.id}/undo/dry-run`, WHY),
    );
    expect(journeys.map(({ refusal }) => refusal?.code)).toEqual(Array(CITIES).fill('act-too-old'));
  });

  const given = await done({ ...SKIP, act: 'reassign', step: 'draft', body: { seat: 'manager', ...WHY } });
  expect(given).toMatchObject({ mayBeTakenBack: false, progress: { done: CITIES } });
  const { journeys } = await acting.looksAtUndo(given.id, WHY);
  expect(journeys.map(({ refusal }) => refusal?.code)).toEqual(Array(CITIES).fill('act-not-undoable'));
});

test('what cannot be taken back so is refused by name, and nothing is done', async () => {
  const skipped = await done(SKIP);
  const [first = ''] = cities.journeyIds;
  const path = `/bulk-acts/${skipped.id}/undo`;
  const atlantis = { ...WHY, journeys: [{ id: '100rc-cn.atlantis' }] };
  for (const [body, code] of [
    [{}, 'malformed-request'],
    [atlantis, 'malformed-request'],
  ] as const) {
    for (const each of [path, `${path}/dry-run`]) {
      expect(await manager.problemOf('POST', each, { body })).toMatchObject({ status: 422, code });
    }
  }
  const officer = await house.as(cities.people.officer);
  expect(await officer.problemOf('POST', path, { body: WHY })).toMatchObject({ status: 403, code: 'not-allowed' });
  expect(await manager.problemOf('POST', '/bulk-acts/b-unknown/undo', { body: WHY })).toMatchObject({ status: 404 });

  // The same key is the same bulk act, and not another one.
  const journeys = [{ id: first }];
  const { id } = await acting.undoes(skipped.id, { ...WHY, journeys }, 'taken-back-once');
  await acting.ends(id);
  expect((await acting.undoes(skipped.id, { ...WHY, journeys }, 'taken-back-once')).id).toBe(id);
  const other = await manager.problemOf('POST', path, { body: WHY, key: 'taken-back-once' });
  expect(other).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  expect(await kinds('act-undone')).toEqual([1, 0, 0, 0, 0]);

  await house.dataSource.query(`UPDATE bulk_acts SET status = 'running' WHERE id = $1`, [skipped.id]);
  expect(await manager.problemOf('POST', path, { body: WHY })).toMatchObject({
    status: 409,
    code: 'bulk-act-still-running',
  });
});

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
