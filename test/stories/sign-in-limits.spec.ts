import { asProblem } from '../support/caller';
import { House } from '../support/house';
import { Visitor } from '../support/visitor';

/** Proxies before the api: the one that everybody comes through is believed, and it is told who comes. */
let trusting: House;
let direct: House;
beforeAll(async () => {
  [trusting, direct] = [await House.start({ door: { TRUST_PROXY: '1' } }), await House.start()];
});
afterAll(() => Promise.all([trusting.stop(), direct.stop()]));

const from = (house: House, address: string) => new Visitor(house.apiUrl, { 'X-Forwarded-For': address });
async function askOften(house: House, addressOf: (time: number) => string, times: number): Promise<number[]> {
  const statuses = [];
  for (let time = 0; time < times; time += 1)
    statuses.push((await from(house, addressOf(time)).ask(`nobody${time}@flood.example`)).status);
  return statuses;
}

test('a network that asks too often is told to wait, and how long; another one is not', async () => {
  const statuses = await askOften(trusting, (time) => `203.0.113.${time % 250}`, 61);
  expect(statuses.slice(0, 60)).toEqual(Array<number>(60).fill(202));
  const answer = await from(trusting, '203.0.113.77').ask('li.wen@citypath.example');
  const problem = asProblem(answer);
  expect(problem).toMatchObject({ status: 429, code: 'too-many-requests' });
  expect(Number(answer.headers.get('retry-after'))).toBe(problem.retryAfterSeconds);
  expect(problem.retryAfterSeconds).toBeGreaterThan(60);
  expect((await from(trusting, '203.0.114.77').ask('li.wen@citypath.example')).status).toBe(202);
});

test('changing one’s own address within a network of the newer kind does not help', async () => {
  await askOften(trusting, (time) => `2001:db8:1:2::${time.toString(16)}`, 60);
  expect((await from(trusting, '2001:db8:1:2:ffff:1:2:3').ask('a@b.example')).status).toBe(429);
  expect((await from(trusting, '2001:db8:1:3::1').ask('a@b.example')).status).toBe(202);
});

test('what a visitor says of the own network is believed from a proxy of ours only', async () => {
  const statuses = await askOften(direct, (time) => `198.51.${time}.1`, 61);
  expect(statuses.at(-1)).toBe(429);
});

test('guessing is limited by network as well', async () => {
  const statuses = [];
  for (let time = 0; time < 121; time += 1)
    statuses.push((await from(trusting, '192.0.2.1').useLink('AAAAAAAAAAAAAAAAAAAAAA')).status);
  expect([statuses[0], statuses.at(-1)]).toEqual([404, 429]);
});
