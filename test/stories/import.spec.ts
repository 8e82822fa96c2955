import { auditResponse, boardResponse, citiesResponse } from '@citypath/contracts';
import { readSheet } from 'read-excel-file/node';
import { House } from '../support/house';
import { cityRow, csv, Importing, TITLES } from '../support/importing';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
let importing: Importing;
beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  importing = new Importing(await house.as(yiwu.people.manager));
  await house.deliver();
});
afterAll(() => house.stop());

const OFFICER_OF_YIWU = 'xiong.tao@yiwu.example';
const saying = (words: RegExp) => expect.stringMatching(words) as string;
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const journeysOf = async () => {
  const manager = await house.as(yiwu.people.manager);
  return (await manager.read(boardResponse, '/journeys?programme=100rc-cn&limit=200')).rows.map((row) => row.journeyId);
};

describe('forty cities, five bad rows', () => {
  const bad: [line: number, column: number, value: string, field: string, words: RegExp][] = [
    [5, 2, 'village', 'city.level', /This is no level/],
    [
      11,
      3,
      '05/06/2025',
      'joinedOn',
      /may be Thu 5 Jun 2025 or Fri 6 Jun 2025|may be Thu 5 Jun 2025 or Tue 6 May 2025/,
    ],
    [17, 6, 'not an address', 'seat.cro.address', /This is not a mail address/],
    [23, 0, 'Rowtown 03', 'city.nameEn', /the same city as in row 4/],
    [29, 9, '2199-01-01', 'step.grant', /day/],
  ];
  const rows = Array.from({ length: 40 }, (_, index) => cityRow(index + 1));
  for (const [line, column, value] of bad) rows[line - 2]![column] = value;
  const file = csv([TITLES, ...rows]);
  let id: string;

  test('each row has its verdict: the field and why, in words', async () => {
    const uploaded = await importing.upload(file, 'forty cities.csv');
    id = uploaded.id;
    expect(uploaded.totals).toMatchObject({ rows: 40, refused: 5, newCities: 35, newPeople: 35 });
    expect(uploaded.totals.letters.find(({ kind }) => kind === 'welcome')).toMatchObject({ atOnce: 35 });
    const refused = await importing.rows(id, 'refused');
    expect(refused.map(({ line }) => line)).toEqual(bad.map(([line]) => line));
    for (const [index, [, , , field, words]] of bad.entries()) {
      expect(refused[index]!.remarks).toMatchObject([{ field, level: 'refused' }]);
      expect(refused[index]!.remarks[0]!.sentence.en).toMatch(words);
      expect(refused[index]!.remarks[0]!.sentence.zh).toMatch(/\p{Script=Han}/u);
    }
    expect(await journeysOf()).toEqual([yiwu.journeyId]);
  });

  test('all of it is refused; one row is corrected on the page; the others come back as a file that says what is wrong', async () => {
    const manager = await house.as(yiwu.people.manager);
    const all = await manager.problemOf('POST', `/imports/${id}/start`, { body: { rows: 'all' } });
    expect(all).toMatchObject({ status: 409, code: 'import-with-refused-rows' });
    expect((await importing.correct(id, 5, 'city.level', 'county')).totals).toMatchObject({
      refused: 4,
      newCities: 36,
    });

    const response = await fetch(`${house.apiUrl}/api/v1/imports/${id}/refused`, {
      headers: { Cookie: manager.cookie ?? '' },
    });
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    const sheet = await readSheet(Buffer.from(await response.arrayBuffer()));
    expect(sheet[0]).toEqual(['What is wrong', ...TITLES]);
    expect(sheet.slice(1).map(([said]) => said)).toEqual([
      expect.stringMatching(/^Joined on: It may be/),
      expect.stringMatching(/^Chief Resilience Officer: address: This is not a mail address/),
      expect.stringMatching(/^City: It is the same city as in row 4/),
      expect.stringMatching(/^Grant agreement: /),
    ]);
  });

  test('the good rows join; no letter of theirs goes for half an hour, or until somebody says so', async () => {
    house.inbox.forget();
    await importing.does(id, 'start', { rows: 'good' });
    const done = await importing.ended(id);
    expect(done.progress).toMatchObject({ done: 36, new: 4, failed: 0 });
    expect(await journeysOf()).toHaveLength(37);
    expect(Date.parse(done.lettersFrom ?? '') - Date.parse(done.finishedAt ?? '')).toBe(30 * 60_000);

    await house.deliver(inMinutes(29));
    expect(house.inbox.messages()).toHaveLength(0);
    await importing.does(id, 'letters');
    await house.deliver();
    expect(house.inbox.messages().filter(({ envelopeTo }) => /rowtown/.test(envelopeTo.join()))).toHaveLength(36);
  });

  test('what a letter has told is not undone, and each row says so', async () => {
    await importing.does(id, 'undo');
    const undone = await importing.ended(id, 'undone');
    expect(undone.progress).toMatchObject({ kept: 36, undone: 0 });
    const [kept] = await importing.rows(id, 'kept');
    expect(kept).toMatchObject({
      state: 'kept',
      said: { en: saying(/a letter about it has gone out/) },
    });
  });
});

describe('an import that is taken back', () => {
  const rows = [41, 42, 43].map(cityRow);
  rows[2]![6] = OFFICER_OF_YIWU;
  const file = csv([TITLES, ...rows]);
  let id: string;

  test('leaves nothing behind but what somebody has used since', async () => {
    const manager = await house.as(yiwu.people.manager);
    id = (await importing.upload(file)).id;
    const [, , third] = await importing.rows(id);
    expect(third).toMatchObject({ level: 'warning', newPeople: 0, knownPeople: 1 });
    await importing.does(id, 'start', { rows: 'all' });
    await importing.ended(id);
    // In one of the three somebody has begun to work.
    await manager.does('/journeys/100rc-cn.rowtown-42/hold', {
      awaiting: 'The council',
      reason: 'It meets in spring.',
      untilOn: new Date(Date.now() + 20 * 24 * 3_600_000).toISOString().slice(0, 10),
    });

    await importing.does(id, 'undo');
    const undone = await importing.ended(id, 'undone');
    expect(undone.progress).toMatchObject({ undone: 2, kept: 1 });
    const [kept] = await importing.rows(id, 'kept');
    expect(kept).toMatchObject({ line: 3, said: { en: saying(/somebody has worked on it/) } });

    const there = await journeysOf();
    expect(there).toContain('100rc-cn.rowtown-42');
    expect(there).not.toContain('100rc-cn.rowtown-41');
    const { cities } = await manager.read(citiesResponse, '/cities?q=Rowtown%204');
    expect(cities.map(({ key }) => key)).not.toContain('rowtown-41');
    const people: unknown = await house.dataSource.query(
      `SELECT address FROM people WHERE address ~ 'officer.4[1-3]@'`,
    );
    expect(people).toEqual([{ address: 'officer.42@rowtown.example' }]);
    expect(await house.factsOf('100rc-cn.rowtown-41')).toEqual([]);
    // Whoever was known before stays.
    expect((await manager.send('GET', yiwu.path)).status).toBe(200);
  });

  test('who imported it, and who took it back, stands in the audit though the journeys are gone', async () => {
    const manager = await house.as(yiwu.people.manager);
    const { entries } = await manager.read(auditResponse, '/audit?limit=200');
    expect(entries.filter(({ act }) => /^by-hand-import/.test(act)).map(({ sentence }) => sentence.en)).toEqual([
      saying(/^Li Wen took back the import of “cities\.csv”/),
      'Li Wen imported cities from “cities.csv”.',
      saying(/^Li Wen took back the import of “forty cities\.csv”/),
      'Li Wen let the letters go that wait since the import of “forty cities.csv”.',
      'Li Wen imported cities from “forty cities.csv”.',
    ]);
    expect(entries.filter(({ act }) => act === 'joined').map(({ city }) => city?.key)).not.toContain('rowtown-41');
  });

  test('can be imported again, the same file', async () => {
    house.inbox.forget();
    const again = await importing.upload(file);
    expect(again.id).not.toBe(id);
    const [first, second] = await importing.rows(again.id);
    expect([first!.level, second!.level]).toEqual(['ok', 'refused']);
    expect(second!.remarks[0]!.sentence.en).toMatch(/on its way in this programme already/);
    await importing.does(again.id, 'start', { rows: 'good' });
    expect((await importing.ended(again.id)).progress).toMatchObject({ done: 2, failed: 0 });
    expect(await house.factsOf('100rc-cn.rowtown-41')).not.toEqual([]);
    // It runs: half an hour later its letters go.
    await house.deliver(inMinutes(31));
    expect(house.inbox.messages().some(({ envelopeTo }) => envelopeTo.includes('officer.41@rowtown.example'))).toBe(
      true,
    );
  });
});

test('an api that is killed in the middle goes on where it was, and each city joins once', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => cityRow(100 + index));
  const { id } = await importing.upload(csv([TITLES, ...rows]));
  await importing.does(id, 'start', { rows: 'all' });
  const before = await importing.read(id);
  expect(before.status).toBe('running');
  expect(before.progress['done']).toBeLessThan(60);
  await house.processes.api.kill();
  await house.processes.api.start();
  const done = await importing.ended(id);
  expect(done.progress).toMatchObject({ done: 60, failed: 0, waiting: 0, running: 0 });
  const joined: unknown = await house.dataSource.query(
    `SELECT count(*)::integer AS count, count(DISTINCT journey_id)::integer AS journeys FROM journal
     WHERE kind = 'joined' AND journey_id ~ 'rowtown-1..$'`,
  );
  expect(joined).toEqual([{ count: 60, journeys: 60 }]);
});
