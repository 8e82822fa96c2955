import { boardResponse, comingLettersResponse, lettersResponse, programmesResponse } from '@citypath/contracts';
import type { Caller } from '../support/caller';
import { House } from '../support/house';
import { addPerson, report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { eventsOf } from '../support/events-of';

const DEYANG = '100rc-cn.deyang';

let house: House;
let yiwu: Yiwu;
let people: Record<'officer' | 'manager' | 'neighbour' | 'liaison' | 'evaluator' | 'nobody', Caller>;

beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  const administrator = await house.asAdministrator();
  const named = (givenName: string) =>
    addPerson(house, { familyName: 'Sight', givenName, address: `${givenName}@sight.example`, language: 'en' });
  const [neighbour, liaison, evaluator, nobody] = [
    await named('neighbour'),
    await named('liaison'),
    await named('evaluator'),
    await named('nobody'),
  ];
  await administrator.put('PUT', '/cities/deyang', {
    nameEn: 'Deyang',
    level: 'prefecture',
    country: 'CN',
    calendar: 'cn',
  });
  const seats = [{ seat: 'cro', person: neighbour, fromOn: null }];
  const done = ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({
    step,
    happenedOn: null,
  }));
  const joining = { programme: '100rc-cn', city: 'deyang', joinedOn: null, takeover: true, seats, done };
  await administrator.does('/journeys', joining);
  await administrator.does(`${yiwu.path}/seats/cro/liaison`, { person: liaison });
  await administrator.put('PUT', '/programmes/100rc-cn/seats/evaluator', { person: evaluator });
  people = {
    officer: await house.as(yiwu.people.cro),
    manager: await house.as(yiwu.people.manager),
    neighbour: await house.as(neighbour),
    liaison: await house.as(liaison),
    evaluator: await house.as(evaluator),
    nobody: await house.as(nobody),
  };
  await house.deliver();
});
afterAll(() => house.stop());

const board = async (who: Caller) =>
  (await who.read(boardResponse, '/journeys?programme=100rc-cn')).rows.map(({ city }) => city.key);

test('a board shows the cities that one may see, and counts no others', async () => {
  for (const who of [people.manager, people.evaluator, await house.asAdministrator()]) {
    expect(await board(who)).toEqual(['deyang', 'yiwu']);
  }
  for (const who of [people.officer, people.liaison]) expect(await board(who)).toEqual(['yiwu']);
  const { counts, rows } = await people.neighbour.read(boardResponse, '/journeys?programme=100rc-cn');
  expect([counts.cities, rows.length]).toEqual([1, 1]);
});

test('who has no seat sees no programme, and hears that there is none', async () => {
  expect(await people.nobody.read(programmesResponse, '/programmes')).toEqual({ programmes: [] });
  const hidden = await people.nobody.problemOf('GET', '/journeys?programme=100rc-cn');
  expect(hidden).toMatchObject({ status: 404, code: 'programme-unknown' });
  const { programmes } = await people.officer.read(programmesResponse, '/programmes');
  expect(programmes.map(({ key, cities }) => [key, cities])).toEqual([['100rc-cn', 1]]);
});

test.each(['', '/history', '/forecast'])('a journey that one may not see is not there: %s', async (page) => {
  const unknown = await people.officer.problemOf('GET', `/journeys/100rc-cn.atlantis${page}`);
  const hidden = await people.officer.problemOf('GET', `/journeys/${DEYANG}${page}`);
  expect(hidden).toMatchObject({ status: 404, code: 'journey-unknown' });
  expect(hidden).toEqual(unknown);
  for (const who of [people.neighbour, people.manager, people.evaluator]) {
    expect((await who.send('GET', `/journeys/${DEYANG}${page}`)).status).toBe(200);
  }
});

test('letters are those of the programmes that one runs, and one’s own', async () => {
  const cities = async (who: Caller) => {
    const { letters } = await who.read(lettersResponse, '/letters');
    const coming = (await who.read(comingLettersResponse, '/letters/coming')).letters;
    return [...new Set([...letters, ...coming].map(({ city }) => city.key))].sort();
  };
  expect(await cities(people.manager)).toEqual(['deyang', 'yiwu']);
  expect(await cities(people.officer)).toEqual(['yiwu']);
  expect(await cities(people.neighbour)).toEqual(['deyang']);
  // The evaluator sees both cities, and was written no letter.
  expect(await cities(people.evaluator)).toEqual([]);
  const { letters } = await people.manager.read(lettersResponse, '/letters');
  const ofDeyang = letters.find(({ city }) => city.key === 'deyang')!;
  for (const who of [people.officer, people.evaluator, people.nobody]) {
    expect(await who.problemOf('GET', `/letters/${ofDeyang.id}`)).toMatchObject({ status: 404, code: 'not-found' });
  }
});

test('an evaluator sees where cities stand, and not what they wrote', async () => {
  await people.officer.does(`${yiwu.path}/steps/asw_report/submission`, report('Only for the programme'));
  await people.manager.does(`${yiwu.path}/steps/asw_report/return`, { comment: 'Only for the city' });
  const read = async (who: Caller) =>
    JSON.stringify([(await who.send('GET', yiwu.path)).body, (await who.send('GET', `${yiwu.path}/history`)).body]);
  expect(await read(people.manager)).toMatch(/Only for the programme.*Only for the city/s);
  expect(await read(people.evaluator)).not.toMatch(/Only for/);
  expect(await people.evaluator.problemOf('POST', `${yiwu.path}/steps/asw_report/acceptance`)).toMatchObject({
    status: 403,
    code: 'not-allowed',
  });
});

test('live changes tell of no city that one may not see', async () => {
  const [ofOfficer, ofNeighbour, ofManager] = await Promise.all(
    [people.officer, people.neighbour, people.manager].map((who) => eventsOf(who)),
  );
  try {
    await people.manager.does(`/journeys/${DEYANG}/seats/cro/liaison`, { person: yiwu.people.mayor });
    await people.manager.does(`${yiwu.path}/seats/focal_point/appointment`, {
      person: yiwu.people.mayor,
      fromOn: null,
    });
    const last = await Promise.all([ofOfficer!.heard(yiwu.journeyId), ofManager!.heard(yiwu.journeyId)]);
    expect(last).toEqual([true, true]);
    expect(await ofNeighbour!.heard(DEYANG)).toBe(true);
    expect(ofOfficer!.journeys).not.toContain(DEYANG);
    expect(ofNeighbour!.journeys).not.toContain(yiwu.journeyId);
    expect(ofManager!.journeys).toEqual(expect.arrayContaining([DEYANG, yiwu.journeyId]));
  } finally {
    for (const stream of [ofOfficer, ofNeighbour, ofManager]) stream?.close();
  }
});

test('what became of an act is told to the one who acted', async () => {
  const { commandId } = await people.officer.does(`${yiwu.path}/steps/asw_report/submission`, report());
  const status = `/commands/${commandId}?journey=${yiwu.journeyId}`;
  expect(await people.officer.send('GET', status)).toMatchObject({ status: 200, body: { status: 'recorded' } });
  for (const who of [people.manager, people.neighbour]) {
    expect(await who.problemOf('GET', status)).toMatchObject({ status: 404, code: 'command-unknown' });
  }
});

test('sight moves with the seat, at once', async () => {
  const successor = people.nobody;
  await people.manager.does(`${yiwu.path}/seats/cro/hand-over`, { person: successor.person, fromOn: null });
  expect(await board(successor)).toEqual(['yiwu']);
  expect((await successor.send('GET', yiwu.path)).status).toBe(200);
  expect(await people.officer.problemOf('GET', yiwu.path)).toMatchObject({ status: 404, code: 'journey-unknown' });
  const administrator = await house.asAdministrator();
  await administrator.put('PUT', '/programmes/100rc-cn/seats/evaluator', { person: null });
  expect(await people.evaluator.problemOf('GET', yiwu.path)).toMatchObject({ status: 404 });
});
