import { citiesResponse, cityProposalResponse, joinPreviewResponse } from '@citypath/contracts';
import { House } from '../support/house';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
});
afterAll(() => house.stop());

const haiyan = { nameEn: 'Haiyan', nameZh: '海盐县', level: 'county', gbCode: '330424', country: 'CN', calendar: 'cn' };

test('a programme manager adds a city; the officer of one may not', async () => {
  const [manager, officer] = [await house.as(yiwu.people.manager), await house.as(yiwu.people.cro)];
  expect(await officer.problemOf('POST', '/cities', { body: haiyan })).toMatchObject({ code: 'not-allowed' });
  const added = await manager.send('POST', '/cities', { body: haiyan });
  expect(added).toMatchObject({ status: 201, body: { city: { key: 'haiyan' } } });
  expect((await manager.send('POST', '/cities', { body: haiyan })).body).toEqual(added.body);

  const { cities, total } = await manager.read(citiesResponse, '/cities?q=yan');
  expect(total).toBe(2);
  expect(cities).toMatchObject([{ key: 'haiyan', timeZone: 'Asia/Shanghai', calendar: 'cn', journeys: [] }]);
  const [listed] = (await manager.read(citiesResponse, '/cities?q=义乌')).cities;
  expect(listed?.journeys).toEqual([{ journeyId: yiwu.journeyId, programme: '100rc-cn' }]);
});

test('the same city under another spelling is refused, and the one that is there is named', async () => {
  const manager = await house.as(yiwu.people.manager);
  const again = { ...haiyan, nameEn: 'HAI YAN County', nameZh: '海盐', gbCode: undefined };
  const problem = await manager.problemOf('POST', '/cities', { body: again });
  expect(problem).toMatchObject({ status: 409, code: 'city-known-already' });
  expect(problem.detail).toMatch(/^Haiyan is here already: its Chinese name is 海盐县/);
  // Nobody gets past it by saying that it is another one.
  const insisted = await manager.problemOf('POST', '/cities', { body: { ...again, anotherOne: true } });
  expect(insisted.code).toBe('city-known-already');
});

test('two cities may share a name where their codes differ, once somebody says so', async () => {
  const manager = await house.as(yiwu.people.manager);
  const chaoyang = { nameEn: 'Chaoyang', level: 'district', country: 'CN', calendar: 'cn' };
  const inBeijing = { ...chaoyang, nameZh: '朝阳区', gbCode: '110105' };
  const inChangchun = { ...chaoyang, nameZh: '朝阳区', gbCode: '220104' };
  await manager.put('POST', '/cities', inBeijing);
  expect(await manager.problemOf('POST', '/cities', { body: inChangchun })).toMatchObject({ code: 'city-maybe-known' });
  const added = await manager.put('POST', '/cities', { ...inChangchun, anotherOne: true });
  expect(added).toMatchObject({ city: { key: 'chaoyang-220104' } });
});

test('a city abroad counts Monday to Friday in its own zone, which has to be named', async () => {
  const manager = await house.as(yiwu.people.manager);
  const bonn = { nameEn: 'Bonn', level: 'municipality', country: 'DE', calendar: 'weekdays' };
  expect(await manager.problemOf('POST', '/cities', { body: bonn })).toMatchObject({
    status: 422,
    errors: [{ pointer: '/timeZone', code: 'field-missing' }],
  });
  expect(await manager.problemOf('POST', '/cities', { body: { ...bonn, timeZone: 'Rhineland' } })).toMatchObject({
    errors: [{ pointer: '/timeZone', code: 'zone-unknown' }],
  });
  await manager.put('POST', '/cities', { ...bonn, timeZone: 'Europe/Berlin' });
  const { cities } = await manager.read(citiesResponse, '/cities?q=bonn');
  expect(cities).toMatchObject([{ key: 'bonn', calendar: 'weekdays', timeZone: 'Europe/Berlin' }]);
});

test.each([
  ['no place has it', { gbCode: '330499' }, 'city-code-unknown', /^GB\/T 2260 has no place with the code 330499/],
  ['it is of another level', { level: 'prefecture' }, 'city-code-of-another-level', /330402 is 南湖区.*a district/],
  ['it is of another place', { nameZh: '秀洲区' }, 'city-code-of-another-name', /330402 is 南湖区.*秀洲区/],
])('a code is refused in words: %s', async (_what, wrong, code, words) => {
  const manager = await house.as(yiwu.people.manager);
  const body = { ...haiyan, nameEn: 'Nanhu', nameZh: '南湖区', level: 'district', gbCode: '330402', ...wrong };
  const problem = await manager.problemOf('POST', '/cities', { body });
  expect(problem).toMatchObject({ status: 422, code, errors: [{ pointer: '/gbCode', code }] });
  expect(problem.detail).toMatch(words);
});

test('while a city is typed, its key, its code and its doubles are told', async () => {
  const manager = await house.as(yiwu.people.manager);
  const typed = new URLSearchParams({ nameEn: 'Deyang', nameZh: '德阳' });
  expect(await manager.read(cityProposalResponse, `/cities/proposal?${typed.toString()}`)).toMatchObject({
    key: 'deyang',
    code: { gbCode: '510600', name: '德阳市', level: 'prefecture' },
    doubles: [],
  });
  const double = await manager.read(cityProposalResponse, '/cities/proposal?nameEn=Yiwu%20City');
  expect(double).toMatchObject({ key: 'yiwu-city', doubles: [{ city: { key: 'yiwu' } }] });
});

test('a city is corrected, and its own spelling is no double of itself', async () => {
  const manager = await house.as(yiwu.people.manager);
  await manager.put('PUT', '/cities/haiyan', { ...haiyan, topicEn: 'Flood resilience' });
  const { cities } = await manager.read(citiesResponse, '/cities?q=haiyan');
  expect(cities).toMatchObject([{ key: 'haiyan', topicEn: 'Flood resilience' }]);
});

describe('what would follow from a joining', () => {
  const joining = {
    programme: '100rc-cn',
    city: 'haiyan',
    joinedOn: null,
    takeover: true,
    done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({ step, happenedOn: null })),
  };

  test('is shown with its steps, days and letters, and nothing is changed', async () => {
    const manager = await house.as(yiwu.people.manager);
    const seats = [{ seat: 'cro', person: yiwu.people.cro, fromOn: null }];
    const { body } = await manager.send('POST', '/journeys/preview', { body: { ...joining, seats } });
    const preview = joinPreviewResponse.parse(body);

    const ofOfficer = { person: { id: yiwu.people.cro } };
    expect(preview.steps.find(({ ref }) => ref === 'p1_actions')).toMatchObject({
      of: ofOfficer,
      counted: { en: expect.stringMatching(/: 60 working days from /) as string },
    });
    expect(preview.steps.find(({ ref }) => ref === 'asw_report')).toMatchObject({ dueOn: null, counted: null });
    expect(preview.atOnce).toMatchObject([{ kind: 'welcome', to: ofOfficer }]);
    expect(preview.coming.every(({ on }) => on <= preview.untilOn)).toBe(true);
    expect((await manager.send('GET', '/journeys/100rc-cn.haiyan')).status).toBe(404);
    expect((await house.ledger()).some(({ journeyId }) => journeyId === '100rc-cn.haiyan')).toBe(false);

    // The very letters that were foretold are written when the city joins.
    await manager.does('/journeys', { ...joining, seats });
    const written = (await house.ledger()).filter(({ journeyId }) => journeyId === '100rc-cn.haiyan');
    expect(written.map(({ kind, seat }) => ({ kind, seat }))).toEqual(
      preview.atOnce.map(({ kind, to }) => ({ kind, seat: to.seat })),
    );
  });

  test('is refused as the joining itself would be', async () => {
    const manager = await house.as(yiwu.people.manager);
    const done = [{ step: 'application', happenedOn: '2199-01-01' }];
    const body = { ...joining, city: 'chaoyang', done };
    expect(await manager.problemOf('POST', '/journeys/preview', { body })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/done/0/happenedOn' }],
    });
    expect(await manager.problemOf('POST', '/journeys/preview', { body: joining })).toMatchObject({
      code: 'journey-already-joined',
    });
    const officer = await house.as(yiwu.people.cro);
    expect(await officer.problemOf('POST', '/journeys/preview', { body: joining })).toMatchObject({
      code: 'not-allowed',
    });
  });
});
