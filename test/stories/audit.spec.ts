import { auditResponse, lettersResponse, type AuditEntry, type AuditResponse } from '@citypath/contracts';
import { Client } from 'pg';
import { House } from '../support/house';
import { addPerson, report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
let liaison: string;
beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  liaison = await addPerson(house, {
    familyName: 'Li',
    givenName: 'Na',
    address: 'li.na@yiwu.example',
    nameZh: '李娜',
  });
  const manager = await house.as(yiwu.people.manager);
  await manager.does(`${yiwu.path}/seats/cro/liaison`, { person: liaison });
  await (await house.as(liaison)).does(`${yiwu.path}/steps/asw_report/submission`, report());
  await manager.does(`${yiwu.path}/steps/asw_report/return`, { comment: '=1+1 is missing, Xiong Tao.' });
});
afterAll(() => house.stop());

async function trail(query = '', person = 'p-administrator'): Promise<AuditEntry[]> {
  return (await (await house.as(person)).read(auditResponse, `/audit${query}`)).entries;
}

test('who did it and on whose behalf, when, why and what changed with it', async () => {
  const [handedIn] = await trail('?act=step-submitted');
  expect(handedIn).toMatchObject({
    by: { id: liaison, name: 'Li Na' },
    onBehalfOf: { id: yiwu.people.cro, name: 'Xiong Tao' },
    zone: 'Asia/Shanghai',
    actTitle: { en: 'Handed in', zh: '提交' },
    city: { key: 'yiwu' },
    programme: { key: '100rc-cn' },
    journeyId: yiwu.journeyId,
    reason: null,
  });
  expect(handedIn!.sentence.en).toMatch(/^Li Na for Xiong Tao handed in Workshop report; Li Wen is asked/);
  expect(handedIn!.sentence.zh).toMatch(/^李娜代Xiong Tao提交了“研讨会报告”/);
  const clock = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
  expect(`${handedIn!.on} ${handedIn!.time}`).toBe(clock.format(new Date(handedIn!.at)));

  const [returned] = await trail('?act=step-returned');
  expect(returned).toMatchObject({ by: { name: 'Li Wen' }, onBehalfOf: null });
  expect(returned!.reason).toEqual({ words: '=1+1 is missing, Xiong Tao.' });

  const [joined] = await trail('?act=joined');
  expect(joined).toMatchObject({ by: { id: 'p-administrator' }, moreChanges: 0 });
  const changes = joined!.changes.map(({ en }) => en);
  expect(changes).toContainEqual(expect.stringContaining('recorded Agenda-Setting Workshop as done'));
  expect(joined!.changes.every(({ zh }) => zh.endsWith('。'))).toBe(true);
});

test('what was done to people, and by hand, stands in it with what was done to cities', async () => {
  const administrator = await house.asAdministrator();
  const manager = await house.as(yiwu.people.manager);
  const { letters } = await manager.read(lettersResponse, '/letters?state=waiting');
  const letter = letters.find(({ kind }) => kind === 'returned')!;
  await manager.put('POST', `/letters/${letter.id}/skip`, { reason: 'I called them.' });
  await manager.put('POST', `/letters/${letter.id}/unskip`, {});
  await administrator.put('POST', '/calendars/cn/notices', {
    kind: 'closure',
    fromOn: '2199-10-01',
    toOn: '2199-10-07',
    titleEn: 'National Day',
    titleZh: '国庆节',
    source: 'Notice 7',
  });
  const said = (await trail('?limit=9')).map(({ sentence, reason }) => [sentence.en, reason?.words ?? null]);
  expect(said.slice(0, 3)).toEqual([
    ['Admin Story entered a notice of holidays: National Day, Tue 1 Oct 2199 to Mon 7 Oct 2199 (CN).', 'Notice 7'],
    [
      expect.stringMatching(/^Li Wen took the skipping back of the letter “Returned” to .+ about Workshop report\.$/),
      null,
    ],
    [expect.stringMatching(/^Li Wen skipped the letter “Returned” to .+ about Workshop report\.$/), 'I called them.'],
  ]);
  const [seat] = await trail('?act=person-seat-given');
  expect(seat!.sentence).toEqual({
    en: expect.stringMatching(/gave Lauren Sorkin the seat: .+ of 100 Resilient Cities/) as string,
    zh: expect.stringMatching(/授予Lauren Sorkin职务：/) as string,
  });
});

test('it is narrowed down by programme, city, person, act and days, and read page by page', async () => {
  const all = await trail('?limit=200');
  const ids = (entries: AuditEntry[]) => entries.map(({ id }) => id);
  expect(new Set(ids(all)).size).toBe(all.length);
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .sort()
      .reverse(),
  );

  const paged: AuditEntry[] = [];
  const administrator = await house.asAdministrator();
  for (let next: string | null = ''; next !== null;) {
    const page: AuditResponse = await administrator.read(
      auditResponse,
      `/audit?limit=3${next === '' ? '' : `&after=${next}`}`,
    );
    paged.push(...page.entries);
    next = page.next;
  }
  expect(ids(paged)).toEqual(ids(all));

  const ofCity = await trail('?city=yiwu&limit=200');
  expect(ids(ofCity)).toEqual(ids(all.filter(({ city }) => city?.key === 'yiwu')));
  expect(ids(await trail('?programme=100rc-cn&limit=200'))).toEqual(
    ids(all.filter(({ programme }) => programme !== null)),
  );
  expect(await trail('?city=deyang')).toEqual([]);
  // The officer did nothing: it was done on the officer's behalf, or to the officer.
  const ofOfficer = await trail(`?person=${yiwu.people.cro}&limit=200`);
  expect(ofOfficer.map(({ act }) => act)).toEqual(expect.arrayContaining(['step-submitted', 'person-added', 'joined']));
  expect(ofOfficer.map(({ act }) => act)).not.toContain('liaison-named');
  const today = all[0]!.on;
  expect(ids(await trail(`?from=${today}&until=${today}&limit=200`))).toEqual(
    ids(all.filter(({ on }) => on === today)),
  );
  expect(await trail('?from=2199-01-01')).toEqual([]);
  expect(await trail('?until=2020-01-01')).toEqual([]);
  expect(await trail('?act=never-heard-of')).toEqual([]);
  expect(await administrator.problemOf('GET', '/audit?from=yesterday')).toMatchObject({ status: 422 });
  expect(await administrator.problemOf('GET', '/audit?after=x')).toMatchObject({
    errors: [{ pointer: '/after', code: 'cursor-malformed' }],
  });
});

test('whoever runs a programme reads what was done in it; a city’s people read nothing', async () => {
  const all = await trail('?limit=200');
  const own = await trail('?limit=200', yiwu.people.manager);
  expect(own.map(({ id }) => id)).toEqual(all.filter(({ programme }) => programme !== null).map(({ id }) => id));
  expect(own.map(({ act }) => act)).not.toContain('person-added');
  expect(await trail('?limit=200', yiwu.people.cro)).toEqual([]);
  expect(await house.stranger.problemOf('GET', '/audit')).toMatchObject({ status: 401 });
});

test('it is taken along as a file, in the reader’s language, in which nothing is computed', async () => {
  const administrator = await house.asAdministrator();
  const csv = await administrator.send('GET', '/audit-export?format=csv&city=yiwu');
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename=audit.csv');
  const lines = String(csv.body).split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFF?Day,Time,Time zone,Act,Who,On behalf of,City,/);
  expect(lines.filter((line) => line.includes('Handed in'))).toEqual([
    expect.stringContaining('Handed in,Li Na,Xiong Tao,Yiwu,'),
  ]);
  expect(String(csv.body)).toContain(`,"'=1+1 is missing, Xiong Tao.",`);
  expect(String(csv.body)).not.toContain('National Day');

  const sheet = await administrator.send('GET', '/audit-export?format=xlsx');
  expect(sheet.headers.get('content-type')).toContain('spreadsheetml');
  expect((await trail('?act=by-hand-trail-exported')).map(({ sentence }) => sentence.en)).toEqual([
    'Admin Story took this audit along as a file.',
    'Admin Story took this audit along as a file.',
  ]);
});

test('the application itself cannot change it: its own role is refused', async () => {
  const before = await trail('?limit=200');
  const client = new Client({ connectionString: house.environment.DATABASE_URL });
  await client.connect();
  try {
    for (const table of ['journal', 'people_acts', 'hand_acts']) {
      for (const statement of [
        `UPDATE ${table} SET by_person = 'p-somebody'`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
      ]) {
        await expect(client.query(statement)).rejects.toMatchObject({
          code: '42501',
          message: expect.stringMatching(new RegExp(`^The table ${table} is append-only: `)) as string,
        });
      }
    }
    await expect(client.query(`UPDATE texts SET body = '"Nothing."'`)).rejects.toMatchObject({ code: '42501' });
  } finally {
    await client.end();
  }
  expect(await trail('?limit=200')).toEqual(before);
});

test('an erased person is in the trail still, without the name', async () => {
  const manager = await house.as(yiwu.people.manager);
  const administrator = await house.asAdministrator();
  await manager.does(`${yiwu.path}/seats/cro/liaison`, { person: null });
  await manager.does(`${yiwu.path}/seats/cro/vacancy`, { on: '2026-01-01' });
  const typed = { reason: 'Asked for it, with Li Wen.', address: yiwu.addresses.cro };
  expect((await administrator.send('POST', `/people/${yiwu.people.cro}/erasure`, { body: typed })).status).toBe(204);
  const [handedIn] = await trail('?act=step-submitted');
  expect(handedIn).toMatchObject({
    by: { name: 'Li Na', erased: false },
    onBehalfOf: { name: 'A person who was erased', nameZh: '已删除的人员', erased: true },
  });
  expect(handedIn!.sentence.en).toMatch(/^Li Na for A person who was erased handed in/);
  const [returned] = await trail('?act=step-returned');
  expect(returned!.reason).toEqual({ words: '=1+1 is missing, [erased · 已删除].' });
  const [erased] = await trail('?act=person-erased');
  expect(erased).toMatchObject({ by: { id: 'p-administrator' }, reason: { words: 'Asked for it, with Li Wen.' } });

  // Whoever wrote a reason takes it along.
  await administrator.put('PUT', '/programmes/100rc-cn/seats/manager', { person: null });
  const other = { reason: 'Asked too.', address: yiwu.addresses.manager };
  expect((await administrator.send('POST', `/people/${yiwu.people.manager}/erasure`, { body: other })).status).toBe(
    204,
  );
  expect((await trail('?act=step-returned'))[0]).toMatchObject({ by: { erased: true }, reason: { words: null } });
  expect((await trail('?act=by-hand-letter-skipped'))[0]!.reason).toEqual({ words: null });
  const reasons = (await trail('?act=person-erased')).map(({ reason }) => reason?.words);
  expect(reasons).toEqual(['Asked too.', 'Asked for it, with [erased · 已删除].']);
});
