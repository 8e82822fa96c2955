import { peopleResponse, personResponse, type PersonResponse } from '@citypath/contracts';
import { House } from '../support/house';
import { addPerson, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
let qiu: string;
let chen: string;
beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  qiu = await addPerson(house, {
    familyName: 'Qiu',
    givenName: 'Aijun',
    address: 'Qiu.Aijun@deyang.example',
    otherAddresses: ['aijun@mail.example'],
    language: 'zh',
  });
  chen = await addPerson(house, {
    familyName: 'Chen',
    givenName: 'M.',
    nameZh: '陈敏',
    address: 'chen@deyang.example',
    language: 'zh',
  });
});
afterAll(() => house.stop());

const details = {
  familyName: 'Qiu',
  givenName: 'Aijun',
  address: 'qiu.aijun@deyang.example',
  otherAddresses: ['aijun@mail.example'],
  language: 'zh' as const,
};

describe('people are looked up by whoever fills seats', () => {
  test.each(['Qiu Aijun', 'Aijun Qiu', 'QIU Aijun', 'qiuaijun', '邱爱军', 'AIJUN@mail.example'])(
    '“%s” finds Qiu Aijun, and nobody else',
    async (find) => {
      const manager = await house.as(yiwu.people.manager);
      const { people, count } = await manager.read(peopleResponse, `/people?find=${encodeURIComponent(find)}`);
      expect(people.map(({ person }) => person.id)).toEqual([qiu]);
      expect(count).toBe(1);
    },
  );

  test('a Chinese name is found by its spelling, where nothing but that is known', async () => {
    const manager = await house.as(yiwu.people.manager);
    const { people } = await manager.read(peopleResponse, '/people?find=Chen%20Min');
    expect(people).toMatchObject([{ person: { id: chen, nameZh: '陈敏' }, roles: [], awayUntilOn: null }]);
  });

  test('the list says who sits where, page by page, and each page begins where the last one ended', async () => {
    const manager = await house.as(yiwu.people.manager);
    const all = await manager.read(peopleResponse, '/people');
    expect(all.next).toBeNull();
    const first = await manager.read(peopleResponse, '/people?limit=3');
    const second = await manager.read(peopleResponse, `/people?limit=3&after=${first.next ?? ''}`);
    expect([...first.people, ...second.people]).toEqual(all.people.slice(0, 6));
    const xiong = all.people.find(({ person }) => person.id === yiwu.people.cro);
    expect(xiong?.roles).toMatchObject([{ role: 'city', seat: 'cro', city: { key: 'yiwu' }, liaison: false }]);
  });

  test('people of a city do not see the list, nor who else is known', async () => {
    const officer = await house.as(yiwu.people.cro);
    for (const path of ['/people', `/people/${qiu}`, '/people/p-nobody']) {
      expect(await officer.problemOf('GET', path)).toMatchObject({ status: 403, code: 'not-allowed' });
    }
    const own = await officer.read(personResponse, `/people/${yiwu.people.cro}`);
    expect(own).toMatchObject({
      familyName: 'Xiong',
      may: { correct: false, setLeave: true, export: true, erase: false },
    });
    expect(own.open).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ step: 'asw_report', wanted: 'doing' })]) as object,
    );
  });
});

describe('a person is corrected', () => {
  test('by the manager of the programme, all at once', async () => {
    const manager = await house.as(yiwu.people.manager);
    const corrected = { ...details, nameZh: '邱爱军', titleEn: 'Vice Mayor', timeZone: 'Asia/Shanghai' };
    const page = (await manager.put('PUT', `/people/${qiu}`, corrected)) as PersonResponse;
    expect(page).toMatchObject({ nameZh: '邱爱军', timeZone: 'Asia/Shanghai', address: details.address });
    await manager.put('PUT', `/people/${qiu}`, { ...details, otherAddresses: [] });
    expect(await manager.read(personResponse, `/people/${qiu}`)).toMatchObject({ nameZh: null, otherAddresses: [] });
  });

  test('an address of somebody else is refused at its field, and nothing is kept', async () => {
    const manager = await house.as(yiwu.people.manager);
    const body = { ...details, familyName: 'Changed', otherAddresses: ['own@deyang.example', 'CHEN@deyang.example'] };
    const problem = await manager.problemOf('PUT', `/people/${qiu}`, { body });
    expect(problem).toMatchObject({ status: 409, code: 'address-taken' });
    expect(problem.errors).toMatchObject([{ pointer: '/otherAddresses/1', code: 'address-taken' }]);
    expect(problem.detail).toMatch(/^Another person already has this mail address\./);
    expect(await manager.read(personResponse, `/people/${qiu}`)).toMatchObject({
      familyName: 'Qiu',
      otherAddresses: [],
    });

    const adding = { ...details, address: 'chen@deyang.example', otherAddresses: [] };
    const again = await manager.problemOf('POST', '/people', { body: adding, headers: { 'Accept-Language': 'zh' } });
    expect(again.errors).toMatchObject([{ pointer: '/address' }]);
  });

  test('what is malformed is named field by field', async () => {
    const manager = await house.as(yiwu.people.manager);
    const body = { ...details, givenName: ' ', timeZone: 'Deyang/Sichuan', otherAddresses: ['no address'] };
    const { errors } = await manager.problemOf('PUT', `/people/${qiu}`, { body });
    expect(errors?.map(({ pointer, code }) => [pointer, code])).toEqual(
      expect.arrayContaining([
        ['/givenName', 'text-empty'],
        ['/timeZone', 'zone-unknown'],
        ['/otherAddresses/0', 'address-malformed'],
      ]),
    );
  });

  test('nobody looks after somebody who may do more than they may', async () => {
    const manager = await house.as(yiwu.people.manager);
    const body = { ...details, address: 'mine@programme.example', otherAddresses: [] };
    for (const id of ['p-administrator', yiwu.people.director]) {
      expect(await manager.problemOf('PUT', `/people/${id}`, { body })).toMatchObject({ status: 403 });
    }
    const administrator = { ...details, address: 'new@programme.example', otherAddresses: [], administrator: true };
    expect(await manager.problemOf('POST', '/people', { body: administrator })).toMatchObject({ status: 403 });
    const path = `/people/${yiwu.people.manager}/administrator`;
    expect(await manager.problemOf('PUT', path, { body: { administrator: true } })).toMatchObject({ status: 403 });
  });
});

describe('administrators', () => {
  test('the last one stays', async () => {
    const administrator = await house.asAdministrator();
    const own = '/people/p-administrator/administrator';
    expect(await administrator.problemOf('PUT', own, { body: { administrator: false } })).toMatchObject({
      status: 409,
      code: 'last-administrator',
    });
    await administrator.put('PUT', `/people/${qiu}/administrator`, { administrator: true });
    // Two who withdraw each other at once: one of them succeeds.
    const second = await house.as(qiu);
    const answers = await Promise.all([
      administrator.send('PUT', `/people/${qiu}/administrator`, { body: { administrator: false } }),
      second.send('PUT', own, { body: { administrator: false } }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('a leave', () => {
  test('is set by oneself, with a substitute who is somebody else and known', async () => {
    const officer = await house.as(yiwu.people.cro);
    const path = `/people/${yiwu.people.cro}/leave`;
    const leave = { fromOn: '2020-01-01', untilOn: '2199-12-31', substitute: yiwu.people.mayor };
    expect(await officer.put('PUT', path, { leave })).toMatchObject({
      leave: { substitute: { id: yiwu.people.mayor } },
    });
    const manager = await house.as(yiwu.people.manager);
    const { people } = await manager.read(peopleResponse, '/people?find=xiong');
    expect(people).toMatchObject([{ awayUntilOn: '2199-12-31' }]);

    const refusals = [
      [{ ...leave, substitute: yiwu.people.cro }, '/leave/substitute', 'substitute-is-the-person'],
      [{ ...leave, substitute: 'p-nobody' }, '/leave/substitute', 'person-unknown'],
      [{ ...leave, untilOn: '2019-12-31' }, '/leave/untilOn', 'leave-ends-before-it-begins'],
    ] as const;
    for (const [wrong, pointer, code] of refusals) {
      const { errors } = await officer.problemOf('PUT', path, { body: { leave: wrong } });
      expect(errors).toMatchObject([{ pointer, code }]);
    }
    expect(await officer.put('PUT', path, { leave: null })).toMatchObject({ leave: null });
  });
});
