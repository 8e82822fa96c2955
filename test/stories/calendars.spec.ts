import { randomUUID } from 'node:crypto';
import {
  addWorkingDays,
  dayAt,
  firstWorkingDayOnOrAfter,
  instantAt,
  type CalendarData,
  type Day,
  type Instant,
} from '@citypath/calendar';
import {
  adoptionsResponse,
  calendarResponse,
  calendarsResponse,
  cityPageResponse,
  closuresResponse,
  offersResponse,
} from '@citypath/contracts';
import { House } from '../support/house';
import { addPerson, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
});
afterAll(() => house.stop());

const manager = () => house.as(yiwu.people.manager);
const offers = async () => (await manager()).read(offersResponse, '/calendar-adoptions');
const today = (calendar: CalendarData) => dayAt(calendar, new Date().toISOString() as Instant);

/** The first working morning from now on. */
function nextMorning(calendar: CalendarData): Instant {
  const morning = instantAt(calendar, firstWorkingDayOnOrAfter(calendar, today(calendar)));
  const isPast = Date.parse(morning) <= Date.now();
  return isPast ? instantAt(calendar, addWorkingDays(calendar, today(calendar), 1)) : morning;
}

async function adopt(journeys: { journeyId: string; hash: string }[], key: string = randomUUID()) {
  const body = { reason: 'The city hall moves house.', journeys };
  const answer = await (await manager()).send('POST', '/calendar-adoptions', { body, key });
  return adoptionsResponse.parse(answer.body).results;
}

describe("a city's own closure", () => {
  const closure = { titleEn: 'Moving house', titleZh: '迁址', reason: 'The city hall moves to the new district.' };
  let closed: { fromOn: Day; toOn: Day };

  test('is entered by who keeps cities, and by nobody else', async () => {
    const { calendar } = await (await manager()).read(closuresResponse, '/cities/yiwu/closures');
    closed = {
      fromOn: addWorkingDays(calendar as CalendarData, today(calendar as CalendarData), 3),
      toOn: '2026-01-01',
    };
    closed.toOn = addWorkingDays(calendar as CalendarData, closed.fromOn, 1);
    const officer = await house.as(yiwu.people.cro);
    const body = { ...closed, ...closure };
    expect(await officer.problemOf('POST', '/cities/yiwu/closures', { body })).toMatchObject({ code: 'not-allowed' });
    const backwards = { ...body, fromOn: closed.toOn, toOn: closed.fromOn };
    expect(await (await manager()).problemOf('POST', '/cities/yiwu/closures', { body: backwards })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/toOn', code: 'days-end-before-they-begin' }],
    });
    const tooLong = { ...body, toOn: '2199-01-01' };
    expect(await (await manager()).problemOf('POST', '/cities/yiwu/closures', { body: tooLong })).toMatchObject({
      errors: [{ pointer: '/toOn', code: 'too-many' }],
    });
    expect(await (await manager()).problemOf('POST', '/cities/atlantis/closures', { body })).toMatchObject({
      status: 404,
      code: 'city-unknown',
    });
    expect(await offers()).toEqual({ offers: [], readers: 0, movedSteps: 0 });
    // Sent twice, it is one.
    const key = randomUUID();
    for (let again = 0; again < 2; again++) {
      const answer = await (await manager()).send('POST', '/cities/yiwu/closures', { body, key });
      expect(answer.status).toBe(201);
      expect(closuresResponse.parse(answer.body).closures).toMatchObject([
        { ...closed, title: { zh: '迁址' }, by: 'Li Wen' },
      ]);
    }
  });

  test('moves no date by itself: who manages the city sees what would move, and who would get a letter', async () => {
    const before = await (await manager()).read(cityPageResponse, yiwu.path);
    const { offers: offered, readers, movedSteps } = await offers();
    expect(offered).toMatchObject([{ journeyId: yiwu.journeyId, city: { nameZh: '义乌市' }, refused: null }]);
    const moved = offered[0]?.moved ?? [];
    const dates = new Map(before.steps.map(({ ref, dates: { agreedOn } }) => [ref, agreedOn]));
    expect(movedSteps).toBe(moved.length);
    expect(moved.map(({ ref }) => ref)).toContain('p1_actions');
    for (const { ref, previousOn, dueOn } of moved) {
      expect(previousOn).toBe(dates.get(ref));
      expect(dueOn! > previousOn!).toBe(true);
    }
    expect(readers).toBe(new Set(moved.map(({ who }) => who.person?.id)).size);
    // Looking has changed nothing.
    expect((await (await manager()).read(cityPageResponse, yiwu.path)).head).toBe(before.head);
    // Those who manage no city of it are offered none.
    const elsewhere = await addPerson(house, {
      familyName: 'Wu',
      givenName: 'Ying',
      address: 'wu@elsewhere.example',
      language: 'en',
    });
    await (await house.asAdministrator()).put('PUT', '/programmes/100rc-cn/seats/evaluator', { person: elsewhere });
    expect(await (await house.as(elsewhere)).problemOf('GET', '/calendar-adoptions')).toMatchObject({
      code: 'not-allowed',
    });
  });

  test('is adopted once looked at, with a result for each city; again, it is there already', async () => {
    const [offer] = (await offers()).offers;
    const { journeyId, hash, moved } = offer!;
    expect(await adopt([{ journeyId, hash: 'another-edition' }])).toMatchObject([
      { outcome: 'changed', sentence: { en: expect.stringMatching(/^The calendar has changed once more/) as string } },
    ]);
    const key = randomUUID();
    const results = await adopt(
      [
        { journeyId, hash },
        { journeyId: '100rc-cn.atlantis', hash },
      ],
      key,
    );
    expect(results).toMatchObject([
      { journeyId, outcome: 'adopted', sentence: null },
      { journeyId: '100rc-cn.atlantis', outcome: 'refused' },
    ]);
    const facts = await house.factsOf(journeyId);
    const page = await (await manager()).read(cityPageResponse, yiwu.path);
    for (const { ref, dueOn, previousOn } of moved) {
      const step = page.steps.find((one) => one.ref === ref);
      // Old and new are kept: the baseline never moves.
      expect(step?.dates).toMatchObject({ agreedOn: dueOn, baselineOn: previousOn });
    }
    const counted = page.steps.find(({ ref }) => ref === 'p1_actions')?.counted;
    expect(counted?.en).toContain('the city is closed (Moving house)');
    expect(counted?.zh).toContain('本市不办公（迁址）');

    // The same request again, and another one: nothing more happens.
    expect(await adopt([{ journeyId, hash }], key)).toMatchObject([{ outcome: 'already' }]);
    expect(await adopt([{ journeyId, hash }])).toMatchObject([{ outcome: 'already' }]);
    expect((await house.factsOf(journeyId)).length).toBe(facts.length);
    expect((await offers()).offers).toEqual([]);
  });

  test('each person gets one letter about it, the next working morning, in their language', async () => {
    const letters = (await house.ledger()).filter(({ kind }) => kind === 'dates-moved');
    expect(new Set(letters.map(({ holder, seat }) => holder ?? seat)).size).toBe(letters.length);
    const { calendar } = await (await manager()).read(closuresResponse, '/cities/yiwu/closures');
    const morning = nextMorning(calendar as CalendarData);
    const toOfficer = letters.find(({ holder }) => holder === yiwu.people.cro);
    expect([toOfficer?.status, toOfficer?.dueAt]).toEqual(['due', morning]);
    await house.deliver(new Date(Date.parse(morning) + 60_000));
    // By itself, or as a line of that morning's digest: in the same words.
    const told = house.inbox
      .messages()
      .flatMap(({ subject, text }) => [subject, ...text.split('\n')])
      .filter((line) => line.includes('工作日历'));
    expect(told).toContainEqual(expect.stringMatching(/义乌市：新的工作日历，\s?\d+\s?个期限有变动/));
  });

  test('taken back, the dates are offered back', async () => {
    const { closures } = await (await manager()).read(closuresResponse, '/cities/yiwu/closures');
    const id = closures[0]?.id ?? '';
    const unknown = `m-${'0'.repeat(24)}`;
    expect(await (await manager()).problemOf('DELETE', `/cities/yiwu/closures/${unknown}`)).toMatchObject({
      code: 'closure-unknown',
    });
    const left = await (await manager()).send('DELETE', `/cities/yiwu/closures/${id}`);
    expect(closuresResponse.parse(left.body).closures).toEqual([]);
    const [offer] = (await offers()).offers;
    expect(offer?.moved.every(({ dueOn, previousOn }) => dueOn! < previousOn!)).toBe(true);
  });
});

describe('a notice that the package does not know yet', () => {
  const notice = {
    kind: 'closure',
    fromOn: '2027-02-05',
    toOn: '2027-02-12',
    titleEn: 'Spring Festival',
    titleZh: '春节',
    source: 'Notice of the State Council Office',
  };

  test('is entered by an administrator only, and offered to every city of the country by itself', async () => {
    expect(await (await manager()).problemOf('POST', '/calendars/cn/notices', { body: notice })).toMatchObject({
      code: 'not-allowed',
    });
    const administrator = await house.asAdministrator();
    expect(await administrator.problemOf('POST', '/calendars/xx/notices', { body: notice })).toMatchObject({
      status: 404,
      code: 'calendar-unknown',
    });
    await administrator.put('POST', '/calendars/cn/notices', notice);
    const make = { ...notice, kind: 'make-up', fromOn: '2027-02-14', toOn: '2027-02-14' };
    await administrator.put('POST', '/calendars/cn/notices', make);
    await administrator.put('POST', '/calendars/cn/notices', {
      kind: 'year-published',
      year: 2027,
      source: 'all of it',
    });
    const { calendar, notices } = await administrator.read(calendarResponse, '/calendars/cn');
    expect(calendar.closures).toContainEqual({
      from: '2027-02-05',
      to: '2027-02-12',
      title: { en: 'Spring Festival', zh: '春节' },
    });
    expect(calendar.makeUpDays).toContainEqual({ on: '2027-02-14', title: { en: 'Spring Festival', zh: '春节' } });
    expect(calendar.publishedYears).toContain(2027);
    expect(notices.map(({ kind }) => kind)).toEqual(['closure', 'make-up', 'year-published']);
    expect((await offers()).offers.map(({ journeyId }) => journeyId)).toEqual([yiwu.journeyId]);
  });

  test('a city that joins afterwards begins with it', async () => {
    const caller = await manager();
    await caller.put('PUT', '/cities/haiyan', {
      nameEn: 'Haiyan',
      nameZh: '海盐县',
      level: 'county',
      gbCode: '330424',
      country: 'CN',
      calendar: 'cn',
    });
    const joining = { programme: '100rc-cn', city: 'haiyan', joinedOn: null, takeover: false, seats: [], done: [] };
    await caller.does('/journeys', joining);
    expect((await offers()).offers.map(({ journeyId }) => journeyId)).toEqual([yiwu.journeyId]);
  });

  test('taken back, it is gone for everybody', async () => {
    const administrator = await house.asAdministrator();
    const { notices } = await administrator.read(calendarResponse, '/calendars/cn');
    for (const { id } of notices) await administrator.send('DELETE', `/calendars/cn/notices/${id}`);
    expect((await administrator.read(calendarResponse, '/calendars/cn')).notices).toEqual([]);
    expect(await administrator.problemOf('DELETE', `/calendars/cn/notices/m-${'0'.repeat(24)}`)).toMatchObject({
      code: 'notice-unknown',
    });
  });
});

describe('a notice for two cities of one officer', () => {
  const flood = { kind: 'closure', titleEn: 'Typhoon', titleZh: '台风停工', source: 'Notice of today' };

  test('is taken for both at once, and tells each person once, by one letter', async () => {
    const caller = await manager();
    const deyang = { nameEn: 'Deyang', nameZh: '德阳市', level: 'prefecture', gbCode: '510600', country: 'CN' };
    await caller.put('PUT', '/cities/deyang', { ...deyang, calendar: 'cn' });
    await caller.does('/journeys', {
      programme: '100rc-cn',
      city: 'deyang',
      joinedOn: null,
      takeover: true,
      seats: [{ seat: 'cro', person: yiwu.people.cro, fromOn: null }],
      done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({ step, happenedOn: null })),
    });
    const { calendar } = await caller.read(calendarResponse, '/calendars/cn');
    const closedOn = addWorkingDays(calendar as CalendarData, today(calendar as CalendarData), 6);
    await (
      await house.asAdministrator()
    ).put('POST', '/calendars/cn/notices', {
      ...flood,
      fromOn: closedOn,
      toOn: closedOn,
    });
    const { offers: offered, readers } = await offers();
    const ofOfficer = offered.filter(({ moved }) => moved.some(({ who }) => who.person?.id === yiwu.people.cro));
    expect(ofOfficer.map(({ city }) => city.key).sort()).toEqual(['deyang', 'yiwu']);
    const people = offered.flatMap(({ moved }) => moved.map(({ who }) => who.person?.id));
    expect(readers).toBe(new Set(people).size);
    for (const { moved } of offered) for (const { counted } of moved) expect(counted?.zh).toMatch(/个工作日；.*放假/);

    const told = new Set((await house.ledger()).map(({ id }) => id));
    const results = await adopt(offered.map(({ journeyId, hash }) => ({ journeyId, hash })));
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['adopted']));
    house.inbox.forget();
    // Today's digest of the officer went in an earlier story: this one comes the morning after.
    const morning = nextMorning(calendar as CalendarData);
    await house.deliver(new Date(Date.parse(morning) + 60_000));
    const after = instantAt(
      calendar as CalendarData,
      addWorkingDays(calendar as CalendarData, dayAt(calendar as CalendarData, morning), 1),
    );
    await house.deliver(new Date(Date.parse(after) + 60_000));
    const moved = (await house.ledger()).filter(({ id, kind }) => kind === 'dates-moved' && !told.has(id));
    expect(moved.filter(({ holder }) => holder === yiwu.people.cro)).toHaveLength(2);
    const mails = house.inbox
      .messages()
      .filter(({ to, text }) => to.includes(yiwu.addresses.cro) && text.includes('新的工作日历'));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('义乌市：新的工作日历');
    expect(mails[0]?.text).toContain('德阳市：新的工作日历');
  });
});

describe('cities of other countries', () => {
  test('count by the public holidays of their country, on their own clock', async () => {
    const caller = await manager();
    const bonn = { nameEn: 'Bonn', level: 'municipality', country: 'DE', calendar: 'country' };
    expect(await caller.problemOf('POST', '/cities', { body: bonn })).toMatchObject({
      errors: [{ pointer: '/timeZone', code: 'field-missing' }],
    });
    await caller.put('POST', '/cities', { ...bonn, timeZone: 'Europe/Berlin' });
    const { calendar } = await caller.read(closuresResponse, '/cities/bonn/closures');
    expect(calendar).toMatchObject({ key: 'de', zone: 'Europe/Berlin', title: { zh: '德国工作日历' } });
    expect(calendar.closures).toContainEqual({
      from: '2027-03-29',
      to: '2027-03-29',
      title: { en: 'Easter Monday', zh: '复活节星期一' },
    });
    const { countries, known } = await caller.read(calendarsResponse, '/calendars');
    expect(countries).toContainEqual({ key: 'de', country: 'DE', cities: 1 });
    expect(known).toEqual(expect.arrayContaining(['CN', 'CZ', 'ES', 'FR', 'IT', 'BE', 'NL', 'PL']));
  });

  test('of a country whose holidays are not known count weekdays, by its own weekend, and every date is provisional', async () => {
    const caller = await manager();
    const pokhara = { nameEn: 'Pokhara', level: 'municipality', country: 'NP', calendar: 'country' };
    await caller.put('POST', '/cities', { ...pokhara, timeZone: 'Asia/Kathmandu' });
    const { calendar } = await caller.read(closuresResponse, '/cities/pokhara/closures');
    expect(calendar).toMatchObject({ key: 'weekdays', weekend: [6], publishedYears: [] });
    expect(await caller.problemOf('GET', '/calendars/np')).toMatchObject({ code: 'calendar-unknown' });
  });
});
