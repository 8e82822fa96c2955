import { bulkActResponse, type BulkActRequest } from '@citypath/contracts';
import { RecordGate } from '../faults/record-gate';
import { BulkActing } from '../support/bulk-acting';
import { House } from '../support/house';
import { stopIsAsked } from '../support/stop-is-asked';
import { manyCities, type ManyCities } from '../support/many-cities';
import { addPerson } from '../support/yiwu-on-its-way';

/** More than one batch. */
const CITIES = 24;

let house: House;
let cities: ManyCities;
let gate: RecordGate;

beforeEach(async () => {
  house = await House.start();
  cities = await manyCities(house, CITIES);
  gate = await RecordGate.build(house.database.url);
  await house.dataSource.query('DELETE FROM letters');
});
afterEach(async () => {
  await gate.remove();
  await house.stop();
});

const GO_ON: BulkActRequest = {
  programme: '100rc-cn',
  act: 'go-to',
  step: 'draft',
  body: { reason: 'Their drafts are ready.' },
  filter: 'all',
};
const FIRST_CITY = '100rc-cn.rowtown-01';
const goneOn = async () => {
  const facts = await Promise.all(cities.journeyIds.map((id) => house.factsOf(id)));
  return facts.map((each) => new Set(each.filter(({ by }) => by !== null).map(({ commandId }) => commandId)).size - 1);
};
const lettersToOfficer = () =>
  house.inbox.messages().filter(({ envelopeTo }) => envelopeTo.includes(cities.addresses.officer));

const onTheCommandLine = async (name: string, id: string) => {
  const ended = await house.citypath(name, id, '--as', cities.addresses.manager, '--json');
  expect(ended).toMatchObject({ code: 0, complained: '' });
  return bulkActResponse.parse(JSON.parse(ended.said));
};

test('one that is stopped half way gives no more commands; gone on with, each city has it once', async () => {
  const acting = new BulkActing(await house.as(cities.people.manager));
  await gate.close('before it wrote anything', FIRST_CITY);
  const { id } = await acting.starts(GO_ON);
  await gate.untilHeld();
  const stopping = onTheCommandLine('bulk-stop', id);
  await stopIsAsked(house, id);
  // While it goes on, nobody is told of a part of it.
  await house.deliver();
  expect(lettersToOfficer()).toEqual([]);
  await gate.open();

  const stopped = await stopping;
  expect(stopped.status).toBe('stopped');
  expect(stopped.progress).toEqual({ journeys: CITIES, done: 20, refused: 0, waiting: 4 });
  expect(stopped.sentence.en).toBe('20 of 24 cities have it; it was stopped, and 4 are left.');
  const results = (await acting.journeys(id)).map(({ result }) => result);
  expect(results).toEqual([...Array<string>(20).fill('done'), ...Array<string>(4).fill('stopped')]);
  expect(await goneOn()).toEqual([...Array<number>(20).fill(1), ...Array<number>(4).fill(0)]);
  await house.deliver();
  expect(lettersToOfficer()).toHaveLength(1);

  await onTheCommandLine('bulk-resume', id);
  expect(await acting.ends(id)).toMatchObject({ status: 'done', progress: { done: CITIES, waiting: 0 } });
  const again = await house.citypath('bulk-stop', id, '--as', cities.addresses.manager);
  expect([again.code, again.said]).toEqual([1, '']);
  expect(again.complained).toContain('This bulk act does not run, so there is nothing to stop.');
  expect(await goneOn()).toEqual(Array(CITIES).fill(1));

  // Run once more from its beginning, as after a database that was restored: nothing is done twice.
  const ledger = await house.ledger();
  await house.dataSource.query(`UPDATE bulk_acts SET status = 'stopped'`);
  await house.dataSource.query(`UPDATE bulk_act_rows SET state = 'waiting', attempts = 0`);
  await acting.resumes(id);
  expect(await acting.ends(id)).toMatchObject({ status: 'done', progress: { done: CITIES } });
  expect(await goneOn()).toEqual(Array(CITIES).fill(1));
  expect((await house.ledger()).map(({ id: letter }) => letter)).toEqual(ledger.map(({ id: letter }) => letter));
});

test('it stops by itself, and says so, when the rights of the one who started it end', async () => {
  const administrator = await house.asAdministrator();
  const names = { familyName: 'Chen', givenName: 'Yi', address: 'chen.yi@citypath.example', language: 'en' } as const;
  const second = await addPerson(house, names);
  await administrator.put('PUT', `/people/${second}/administrator`, { administrator: true });
  const acting = new BulkActing(await house.as(second));
  await gate.close('before it wrote anything', FIRST_CITY);
  const { id } = await acting.starts(GO_ON);
  await gate.untilHeld();
  await administrator.put('PUT', `/people/${second}/administrator`, { administrator: false });
  await gate.open();

  const others = new BulkActing(administrator);
  const ended = await others.ends(id);
  expect(ended).toMatchObject({ status: 'rights-ended', by: { id: second }, progress: { done: 20, waiting: 4 } });
  expect(ended.sentence.en).toBe(
    '20 of 24 cities have it; it stopped by itself, because whoever started it may no longer act upon the programme, and 4 are left.',
  );
  expect(ended.sentence.zh).toBe('共24个城市，已办理20个；因发起人已无权办理此项目的事项而自动停止，尚余4个。');
  expect(await goneOn()).toEqual([...Array<number>(20).fill(1), ...Array<number>(4).fill(0)]);
  const refused = await administrator.problemOf('POST', `/bulk-acts/${id}/resume`, { body: {} });
  expect(refused).toMatchObject({ status: 409, code: 'bulk-act-without-rights' });

  await administrator.put('PUT', `/people/${second}/administrator`, { administrator: true });
  await others.resumes(id);
  expect(await others.ends(id)).toMatchObject({ status: 'done', progress: { done: CITIES } });
});

test('it stops by itself when somebody else gets the seat of the manager in the middle; back in it, the rest is done', async () => {
  const administrator = await house.asAdministrator();
  const names = { familyName: 'Chen', givenName: 'Yi', address: 'chen.yi@citypath.example', language: 'en' } as const;
  const successor = await addPerson(house, names);
  const seatOfManager = '/programmes/100rc-cn/seats/manager';
  const acting = new BulkActing(await house.as(cities.people.manager));
  await gate.close('before it wrote anything', FIRST_CITY);
  const { id } = await acting.starts(GO_ON);
  await gate.untilHeld();
  await administrator.put('PUT', seatOfManager, { person: successor });
  await gate.open();

  const next = new BulkActing(await house.as(successor));
  const ended = await next.ends(id);
  expect(ended).toMatchObject({
    status: 'rights-ended',
    by: { id: cities.people.manager },
    progress: { done: 20, waiting: 4 },
  });
  expect(await goneOn()).toEqual([...Array<number>(20).fill(1), ...Array<number>(4).fill(0)]);
  // What the twenty cities caused is told, and once.
  await house.deliver();
  expect(lettersToOfficer()).toHaveLength(1);
  const former = await house.as(cities.people.manager);
  expect(await former.problemOf('GET', `/bulk-acts/${id}`)).toMatchObject({ code: 'not-allowed' });
  // Nobody goes on in the name of somebody who may not; what is left is another act of the successor's own.
  const successorCalls = await house.as(successor);
  expect(await successorCalls.problemOf('POST', `/bulk-acts/${id}/resume`, { body: {} })).toMatchObject({
    code: 'bulk-act-without-rights',
  });

  await administrator.put('PUT', seatOfManager, { person: cities.people.manager });
  await acting.resumes(id);
  expect(await acting.ends(id)).toMatchObject({ status: 'done', progress: { done: CITIES, refused: 0 } });
  expect(await goneOn()).toEqual(Array(CITIES).fill(1));
});

test('a worker that dies in the middle is taken over from, and each city has it once', async () => {
  const acting = new BulkActing(await house.as(cities.people.manager));
  await gate.close('at its commit', FIRST_CITY);
  const { id } = await acting.starts(GO_ON);
  await gate.untilHeld();
  await house.processes.worker.kill();
  await gate.open();
  await house.processes.worker.start();
  expect(await acting.ends(id)).toMatchObject({ status: 'done', progress: { done: CITIES } });
  expect(await goneOn()).toEqual(Array(CITIES).fill(1));
});
