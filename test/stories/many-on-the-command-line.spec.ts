import { bulkActResponse, bulkDryRunResponse } from '@citypath/contracts';
import { citypath, type Ended } from '../support/citypath';
import { House } from '../support/house';
import { manyCities, type ManyCities } from '../support/many-cities';
import { until } from '../support/until';

let house: House;
let cities: ManyCities;

beforeAll(async () => {
  house = await House.start();
  cities = await manyCities(house, 3);
});
afterAll(() => house.stop());

const skip = (...more: string[]): Promise<Ended> => {
  const what = ['bulk', 'skip', 'asw_report', '--programme', '100rc-cn'];
  const because = ['--body', JSON.stringify({ reason: 'All of them have agreed.' })];
  return citypath(house.environment, [...what, ...because, '--as', cities.addresses.manager, ...more]);
};
const skipped = async () => {
  const facts = await Promise.all(cities.journeyIds.map((id) => house.factsOf(id)));
  return facts.flat().filter(({ kind }) => kind === 'step-skipped').length;
};

test('one act is tried on many cities, and then done to them, once for its key', async () => {
  const tried = await skip('--filter', 'all', '--dry-run');
  expect(tried).toMatchObject({ code: 0, complained: '' });
  expect(tried.said).toMatch(/^3 of 3 cities take it\. 3 steps change\.\n {2}100rc-cn\.rowtown-01: 1 step changes\.\n/);
  const looked = bulkDryRunResponse.parse(JSON.parse((await skip('--filter', 'all', '--dry-run', '--json')).said));
  expect(looked.totals).toMatchObject({ journeys: 3, refused: 0 });
  expect(await skipped()).toBe(0);

  const some = ['--journey', ...cities.journeyIds.slice(0, 2), '--key', 'from-a-script-1', '--json'];
  const started = bulkActResponse.parse(JSON.parse((await skip(...some)).said));
  const ended = await until('it is done', async () => {
    const status = ['bulk-status', started.id, '--as', cities.addresses.manager];
    const { said } = await citypath(house.environment, status);
    return said.includes('it is done') && said;
  });
  expect(ended).toBe(`${started.id}: Skip: Workshop report\n2 of 2 cities have it; it is done.\n`);
  expect(bulkActResponse.parse(JSON.parse((await skip(...some)).said)).id).toBe(started.id);
  expect(await skipped()).toBe(2);
});

test('one act upon many cities is taken back for all of them, tried dry before', async () => {
  const [done] = await house.dataSource.query<{ id: string }[]>('SELECT id FROM bulk_acts');
  const undo = (...more: string[]) =>
    citypath(house.environment, ['bulk-undo', done?.id ?? '', '--as', cities.addresses.manager, ...more]);
  expect((await undo()).complained).toContain('Say why, with --reason.');
  const because = ['--reason', 'The other step was meant.'];
  const tried = await undo(...because, '--dry-run');
  expect([tried.code, tried.complained]).toEqual([0, '']);
  expect(tried.said).toMatch(/^2 of 2 cities take it\..*\n {2}100rc-cn\.rowtown-01: /);
  const started = bulkActResponse.parse(JSON.parse((await undo(...because, '--json')).said));
  expect(started.takesBack).toBe(done?.id);
  await until('it is taken back', async () => {
    const { said } = await citypath(house.environment, ['bulk-status', started.id, '--as', cities.addresses.manager]);
    return said === `${started.id}: Undo: Skip: Workshop report\n2 of 2 cities have it; it is done.\n`;
  });
  const facts = await Promise.all(cities.journeyIds.map((id) => house.factsOf(id)));
  expect(facts.flat().filter(({ kind }) => kind === 'act-undone')).toHaveLength(2);
});

test('what the api refuses is said in its own words', async () => {
  const { code, complained, said } = await skip('--filter', 'closed');
  expect([code, said]).toEqual([1, '']);
  expect(complained).toContain('No city is left by this choice');
});
