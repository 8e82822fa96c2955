import { randomUUID } from 'node:crypto';
import { auditResponse, type BulkActRequest } from '@citypath/contracts';
import { BulkActing } from '../support/bulk-acting';
import type { Caller } from '../support/caller';
import { House } from '../support/house';
import { manyCities, type ManyCities } from '../support/many-cities';
import { asProblem } from '../support/caller';

let house: House;
let cities: ManyCities;
let manager: Caller;
let acting: BulkActing;

beforeEach(async () => {
  house = await House.start();
  cities = await manyCities(house, 5);
  // What the joining told is another story.
  await house.dataSource.query('DELETE FROM letters');
  manager = await house.as(cities.people.manager);
  acting = new BulkActing(manager);
});
afterEach(() => house.stop());

const REASON = 'The cities have agreed to go without.';
const skipping = (whom: Pick<BulkActRequest, 'journeys' | 'filter'>): BulkActRequest => ({
  programme: '100rc-cn',
  act: 'skip',
  step: 'asw_report',
  body: { reason: REASON },
  ...whom,
});
const skipsOf = async (journeyId: string) =>
  (await house.factsOf(journeyId)).filter(({ kind, by }) => kind === 'step-skipped' && by !== null).length;
const skips = () => Promise.all(cities.journeyIds.map(skipsOf));
const facts = () => Promise.all(cities.journeyIds.map((id) => house.factsOf(id)));

test('a manager looks at what an act would do to each city, and then has it done to all of them', async () => {
  const [first = '', ...others] = cities.journeyIds;
  await manager.does(`/journeys/${first}/steps/asw_report/skip`, { reason: 'Before the others.' });
  const before = await facts();

  const looked = await acting.looksAt(skipping({ filter: 'all' }));
  expect(looked.totals).toMatchObject({ journeys: 5, refused: 1 });
  expect(looked.sentence).toEqual({
    en: '4 of 5 cities take it. 4 steps change.',
    zh: '5个城市中有4个可以办理。4个步骤有变化。',
  });
  const [refused, ...willing] = looked.journeys;
  expect(refused).toMatchObject({ journeyId: first, seen: null, refusal: { code: 'step-already-settled' } });
  expect(refused?.refusal?.detail.zh).toContain('研讨会报告');
  for (const { steps } of willing) {
    expect(steps.find(({ ref }) => ref === 'asw_report')).toMatchObject({ after: { sign: 'not-needed' } });
  }
  expect(await facts()).toEqual(before);

  const journeys = looked.journeys.map(({ journeyId, seen }) => ({ id: journeyId, ...(seen !== null && { seen }) }));
  const key = randomUUID();
  const { id } = await acting.starts(skipping({ journeys }), key);
  const ended = await acting.ends(id);
  expect(ended).toMatchObject({ status: 'done', progress: { journeys: 5, done: 4, refused: 1, waiting: 0 } });
  expect(ended).toMatchObject({
    title: { en: 'Skip: Workshop report', zh: '跳过研讨会报告' },
    reason: { words: REASON },
  });
  expect(ended.sentence.en).toBe('4 of 5 cities have it, 1 was refused; it is done.');
  expect((await acting.journeys(id)).map(({ journeyId, result }) => [journeyId, result])).toEqual([
    [first, 'refused'],
    ...others.map((journeyId) => [journeyId, 'done']),
  ]);
  expect(await skips()).toEqual([1, 1, 1, 1, 1]);

  expect((await acting.starts(skipping({ journeys }), key)).id).toBe(id);
  expect(await skips()).toEqual([1, 1, 1, 1, 1]);
  const other = await manager.send('POST', '/bulk-acts', { body: skipping({ filter: 'late' }), key });
  expect(asProblem(other)).toMatchObject({ status: 422, code: 'idempotency-key-reused' });

  const audit = await (await house.asAdministrator()).read(auditResponse, '/audit?act=by-hand-bulk-act-started');
  expect(audit.entries).toMatchObject([{ by: { id: cities.people.manager }, reason: { words: REASON } }]);
  expect(audit.entries[0]?.sentence.en).toBe('Li Wen did one act to 5 cities at once: Skip: Workshop report.');
});

test('a journey that has changed since it was looked at is refused, alone', async () => {
  const looked = await acting.looksAt(skipping({ filter: 'all' }));
  const [changed = ''] = cities.journeyIds;
  await manager.does(`/journeys/${changed}/hold`, { awaiting: 'The new mayor', reason: REASON, untilOn: inDays(20) });

  const journeys = looked.journeys.map(({ journeyId, seen }) => ({ id: journeyId, ...(seen !== null && { seen }) }));
  const { id } = await acting.starts(skipping({ journeys }));
  await acting.ends(id);
  const [refused, ...others] = await acting.journeys(id);
  expect(refused).toMatchObject({ journeyId: changed, result: 'refused', refusal: { code: 'preview-outdated' } });
  expect(others.map(({ result }) => result)).toEqual(['done', 'done', 'done', 'done']);
  expect(await skips()).toEqual([0, 1, 1, 1, 1]);
});

describe('everybody gets one letter about all of it, whatever the number of cities', () => {
  const GO_ON: BulkActRequest = {
    programme: '100rc-cn',
    act: 'go-to',
    step: 'draft',
    body: { reason: REASON },
    filter: 'all',
  };
  const lettersTo = (address: string) =>
    house.inbox.messages().filter(({ envelopeTo }) => envelopeTo.includes(address));
  const numbers = ['01', '02', '03', '04', '05'];

  test('the officer of five cities, and the one who manages them; as it was shown beforehand', async () => {
    const shown = await acting.looksAt(GO_ON);
    const foretold = shown.messages.filter(({ to }) => to.person?.id === cities.people.officer);
    expect(foretold).toMatchObject([{ letters: 10 }]);

    const { id } = await acting.starts(GO_ON);
    await acting.ends(id);
    await house.deliver();
    const [letter, ...more] = lettersTo(cities.addresses.officer);
    expect(more).toEqual([]);
    expect(letter?.subject).toBe(foretold[0]?.subject);
    for (const number of numbers) expect(letter?.text).toContain(`行列${number}市`);

    const again = await acting.starts({ ...GO_ON, act: 'reopen', step: 'asw' });
    await acting.ends(again.id);
    await house.deliver();
    const [toManager, ...moreToManager] = lettersTo(cities.addresses.manager);
    expect(moreToManager).toEqual([]);
    for (const number of numbers) expect(toManager?.text).toContain(`Rowtown ${number}`);
  });

  test('whoever has today’s digest already gets it with the next one, and not one by one', async () => {
    await acting.ends((await acting.starts({ ...GO_ON, act: 'reopen', step: 'asw' })).id);
    await house.deliver();
    expect(lettersTo(cities.addresses.manager)).toHaveLength(1);
    await acting.ends((await acting.starts({ ...GO_ON, act: 'reopen', step: 'asw_prep' })).id);
    await house.deliver();
    expect(lettersTo(cities.addresses.manager)).toHaveLength(1);
    const waiting = (await house.ledger()).filter(({ status }) => status === 'held');
    expect(waiting.map(({ step, holdReason }) => [step, holdReason])).toEqual(
      numbers.map(() => ['asw_prep', 'after-digest']),
    );

    const [{ notBefore }] = waiting as [(typeof waiting)[number]];
    await house.deliver(new Date(Date.parse(String(notBefore)) + 1_000));
    const [, next, ...more] = lettersTo(cities.addresses.manager);
    expect(more).toEqual([]);
    for (const number of numbers) expect(next?.text).toContain(`Rowtown ${number}`);
  });
});

test('what cannot be asked is refused by name, and nothing is done', async () => {
  const before = await facts();
  const [first = ''] = cities.journeyIds;
  const refused: [body: object, status: number, code: string][] = [
    [skipping({}), 422, 'malformed-request'],
    [skipping({ filter: 'all', journeys: [{ id: first }] }), 422, 'malformed-request'],
    [skipping({ journeys: [{ id: '100rc-cn.atlantis' }] }), 422, 'malformed-request'],
    [skipping({ filter: 'closed' }), 422, 'bulk-act-without-journeys'],
    [{ ...skipping({ filter: 'all' }), act: 'appoint' }, 422, 'malformed-request'],
    [{ ...skipping({ filter: 'all' }), body: {} }, 422, 'malformed-request'],
    [{ ...skipping({ filter: 'all' }), programme: 'another' }, 403, 'not-allowed'],
  ];
  for (const [body, status, code] of refused) {
    for (const path of ['/bulk-acts', '/bulk-acts/dry-run']) {
      expect(await manager.problemOf('POST', path, { body })).toMatchObject({ status, code });
    }
  }
  expect(await manager.problemOf('GET', '/bulk-acts/b-unknown')).toMatchObject({
    status: 404,
    code: 'bulk-act-unknown',
  });
  const officer = await house.as(cities.people.officer);
  expect(await officer.problemOf('POST', '/bulk-acts', { body: skipping({ filter: 'all' }) })).toMatchObject({
    code: 'not-allowed',
  });
  expect(await facts()).toEqual(before);
});

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
