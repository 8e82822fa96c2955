import { randomUUID } from 'node:crypto';
import { personResponse } from '@citypath/contracts';
import { House } from '../support/house';
import { addPerson, report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
});
afterAll(() => house.stop());

const SEAT = '/programmes/100rc-cn/seats/manager';

test('a role is withdrawn in the middle of a form: a named answer, nothing done; given back, the same form goes through', async () => {
  const administrator = await house.asAdministrator();
  const manager = await house.as(yiwu.people.manager);
  const officer = await house.as(yiwu.people.cro);
  await officer.does(`${yiwu.path}/steps/asw_report/submission`, report());
  const { roles, open } = await administrator.read(personResponse, `/people/${yiwu.people.manager}`);
  expect(roles).toMatchObject([{ role: 'programme', seat: 'manager' }]);
  expect(open).toContainEqual(expect.objectContaining({ step: 'asw_report', wanted: 'accepting' }));

  const form = { body: { comment: 'Two pages of comments.' }, key: randomUUID() };
  const before = await house.factsOf(yiwu.journeyId);
  await administrator.put('PUT', SEAT, { person: null });
  const problem = await manager.problemOf('POST', `${yiwu.path}/steps/asw_report/return`, form);
  expect(problem).toMatchObject({ status: 404, code: 'journey-unknown' });
  expect(problem.detail).toContain('your seats do not let you see it');
  expect(await house.factsOf(yiwu.journeyId)).toEqual(before);

  await administrator.put('PUT', SEAT, { person: yiwu.people.manager });
  await manager.does(`${yiwu.path}/steps/asw_report/return`, form.body, form.key);
});

test('a person sits in several seats and cities; whoever is somebody’s liaison already may be another’s, and holds a seat', async () => {
  const administrator = await house.asAdministrator();
  const manager = await house.as(yiwu.people.manager);
  const busy = await addPerson(house, {
    familyName: 'Wu',
    givenName: 'Lan',
    address: 'wu@yiwu.example',
    language: 'zh',
  });
  await administrator.put('PUT', '/cities/haiyan', {
    nameEn: 'Haiyan',
    nameZh: '海盐县',
    level: 'county',
    country: 'CN',
    calendar: 'cn',
  });
  const { journeyId } = await manager.does('/journeys', {
    programme: '100rc-cn',
    city: 'haiyan',
    joinedOn: null,
    takeover: true,
    seats: [{ seat: 'cro', person: busy, fromOn: null }],
  });
  await manager.does(`${yiwu.path}/seats/cro/liaison`, { person: busy });
  await manager.does(`${yiwu.path}/seats/focal_point/appointment`, { person: busy, liaison: busy, fromOn: null });
  const page = await administrator.read(personResponse, `/people/${busy}`);
  expect(page.roles).toMatchObject([
    { journeyId, seat: 'cro', liaison: false },
    { journeyId: yiwu.journeyId, seat: 'cro', liaison: true },
    { journeyId: yiwu.journeyId, seat: 'focal_point', liaison: false },
  ]);
  const again = { body: { person: busy } };
  expect(await manager.problemOf('POST', `${yiwu.path}/seats/cro/liaison`, again)).toMatchObject({
    status: 409,
    code: 'person-holds-seat-already',
  });
});
