import { boardResponse, cityPageResponse, readyResponse } from '@citypath/contracts';
import { asProblem } from '../support/caller';
import { House } from '../support/house';
import { ownTemporal, type OwnServer } from '../support/own-servers';
import { until } from '../support/until';
import { report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let temporal: OwnServer;
let house: House;
let yiwu: Yiwu;
beforeAll(async () => {
  temporal = await ownTemporal();
  house = await House.start({ temporalAddress: temporal.address });
  yiwu = await takeOverYiwu(house);
});
afterAll(async () => {
  await house.stop();
  await temporal.remove();
});

const submission = () => `${yiwu.path}/steps/asw_report/submission`;
const partsUp = async () => {
  const response = await fetch(`${house.apiUrl}/health/ready`);
  const { parts } = readyResponse.parse(await response.json());
  return { status: response.status, ...Object.fromEntries(parts.map(({ part, up }) => [part, up])) };
};

test('all parts are there', async () => {
  expect(await partsUp()).toMatchObject({ status: 200, database: true, temporal: true });
});

test('Temporal goes away: reads go on, a write is answered 503 with Retry-After, health says which part is down', async () => {
  const officer = await house.as(yiwu.people.cro);
  await temporal.kill();

  expect((await officer.read(boardResponse, '/journeys?programme=100rc-cn')).rows).toHaveLength(1);
  expect(await officer.read(cityPageResponse, yiwu.path)).toMatchObject({ status: 'active' });
  const answer = await officer.send('POST', submission(), { body: report(), key: 'while-away' });
  expect(asProblem(answer)).toMatchObject({ status: 503, code: 'temporal-away' });
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  const administrator = await house.asAdministrator();
  expect(await administrator.problemOf('GET', `${yiwu.path}/workflow`)).toMatchObject({
    status: 503,
    code: 'temporal-away',
  });
  expect(await partsUp()).toMatchObject({ status: 503, database: true, temporal: false });
});

test('a city cannot join meanwhile either', async () => {
  const administrator = await house.asAdministrator();
  const city = { nameEn: 'Deyang', level: 'prefecture', country: 'CN', calendar: 'cn' };
  await administrator.put('PUT', '/cities/deyang', city);
  const body = { programme: '100rc-cn', city: 'deyang', joinedOn: null };
  expect(await administrator.problemOf('POST', '/journeys', { body, key: 'join-while-away' })).toMatchObject({
    status: 503,
    code: 'temporal-away',
  });
});

test('it comes back: the same write, sent again with its key, is done once', async () => {
  const officer = await house.as(yiwu.people.cro);
  await temporal.startAgain();
  await officer.insists(submission(), report(), 'while-away');
  await (
    await house.asAdministrator()
  ).insists('/journeys', { programme: '100rc-cn', city: 'deyang', joinedOn: null }, 'join-while-away');
  await until('all parts are up', async () => (await partsUp()).status === 200);
  const submitted = (await house.factsOf(yiwu.journeyId)).filter(({ kind }) => kind === 'step-submitted');
  expect(submitted).toHaveLength(1);
});
