import { historyResponse, personExport, personResponse } from '@citypath/contracts';
import { House } from '../support/house';
import { addPerson, report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
let successor: string;
beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  successor = await addPerson(house, {
    familyName: 'Ren',
    givenName: 'Xin',
    address: 'ren.xin@yiwu.example',
    language: 'en',
  });
  const manager = await house.as(yiwu.people.manager);
  const officer = await house.as(yiwu.people.cro);
  await officer.does(`${yiwu.path}/steps/asw_report/submission`, report('Report by Xiong Tao'));
  await house.deliver();
  await manager.does(`${yiwu.path}/steps/asw_report/return`, { comment: 'Xiong Tao, please add the list.' });
  await house.deliver();
  await manager.does(`${yiwu.path}/seats/cro/hand-over`, { person: successor, fromOn: null });
  await house.deliver();
});
afterAll(() => house.stop());

/** Every table that still holds the words, wherever in a row. */
async function tablesWith(words: string): Promise<string[]> {
  const tables: { name: string }[] = await house.dataSource.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows: unknown[] = await house.dataSource.query(
      `SELECT 1 FROM "${name}" AS t WHERE strpos(lower(to_jsonb(t)::text), lower($1)) > 0 LIMIT 1`,
      [words],
    );
    if (rows.length > 0) found.push(name);
  }
  return found.sort();
}

describe('everything that is kept about a person', () => {
  test('comes as one file, to oneself and to administrators', async () => {
    const own = await house.as(yiwu.people.cro);
    const answer = await own.send('GET', `/people/${yiwu.people.cro}/export`);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${yiwu.people.cro}.json"`);
    const { kept } = personExport.parse(answer.body);
    expect(kept['person']).toMatchObject([{ family_name: 'Xiong', language: 'zh' }]);
    expect(kept['addresses']).toMatchObject([{ address: yiwu.addresses.cro, preferred: true }]);
    // The seat is another one's now; what was before is kept, and handed out, all the same.
    expect(kept['seatsInCities']).toEqual([]);
    expect(kept['seatsBefore']).toMatchObject([{ kind: 'seat-appointed' }, { kind: 'seat-handed-over' }]);
    expect(kept['letters']?.length).toBeGreaterThan(2);
    expect(kept['factsByPerson']).toMatchObject([{ kind: 'step-submitted' }]);
    expect(kept['textsWritten']).toMatchObject([{ body: { report: { title: 'Report by Xiong Tao' } } }]);
    expect(kept['sessions']).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toMatch(/token_hash|code_hash/);

    const administrator = await house.asAdministrator();
    const theirs = await administrator.read(personExport, `/people/${yiwu.people.cro}/export`);
    expect(theirs.kept['actsUponRecords']).toContainEqual(expect.objectContaining({ kind: 'exported' }));
    const manager = await house.as(yiwu.people.manager);
    expect(await manager.problemOf('GET', `/people/${yiwu.people.cro}/export`)).toMatchObject({ status: 403 });
  });

  test('names every table in which a person stands', async () => {
    const columns: { at: string }[] = await house.dataSource.query(
      `SELECT DISTINCT table_name AS at FROM information_schema.columns WHERE table_schema = 'public'
         AND column_name IN ('person_id', 'by_person', 'taken_back_by', 'holder', 'liaison', 'recipient', 'asked_by',
           'leave_substitute')
       ORDER BY 1`,
    );
    expect(columns.map(({ at }) => at)).toEqual([
      'bulk_acts',
      'calendar_notices',
      'city_closures',
      'hand_acts',
      'imports',
      'journal',
      'letters',
      'mailboxes',
      'open_steps',
      'papers',
      'people',
      'people_acts',
      'person_addresses',
      'person_identities',
      'programme_seats',
      'quarantined_mails',
      'seat_holders',
      'sessions',
      'sign_in_requests',
      'step_drafts',
      'test_letters',
      'texts',
      'watch_letters',
    ]);
  });
});

describe('a person is erased', () => {
  const typed = { reason: 'Asked for it.', address: 'xiong.tao@yiwu.example' };

  test('not while a seat is held, and it says which; not by oneself; not by a slip', async () => {
    const administrator = await house.asAdministrator();
    const seated = await administrator.problemOf('POST', `/people/${successor}/erasure`, { body: typed });
    expect(seated).toMatchObject({ status: 409, code: 'person-holds-seats' });
    expect(seated.detail).toContain('Chief Resilience Officer of Yiwu');
    const own = { ...typed, address: 'administrator@citypath.example' };
    expect(await administrator.problemOf('POST', '/people/p-administrator/erasure', { body: own })).toMatchObject({
      code: 'erases-oneself',
    });
    const slip = { ...typed, address: 'ren.xin@yiwu.example' };
    const wrong = await administrator.problemOf('POST', `/people/${yiwu.people.cro}/erasure`, { body: slip });
    expect(wrong.errors).toMatchObject([{ pointer: '/address', code: 'address-of-somebody-else' }]);
    const manager = await house.as(yiwu.people.manager);
    expect(await manager.problemOf('POST', `/people/${yiwu.people.cro}/erasure`, { body: typed })).toMatchObject({
      status: 403,
    });
  });

  test('name and addresses are nowhere any more, and the history is whole', async () => {
    const administrator = await house.asAdministrator();
    const before = await house.factsOf(yiwu.journeyId);
    expect(await tablesWith('Xiong Tao')).toEqual(['letters', 'texts']);
    const answer = await administrator.send('POST', `/people/${yiwu.people.cro}/erasure`, { body: typed });
    expect(answer.status).toBe(204);

    for (const words of ['Xiong Tao', yiwu.addresses.cro]) expect(await tablesWith(words)).toEqual([]);
    expect(await house.factsOf(yiwu.journeyId)).toEqual(before);
    const reader = await house.as(successor);
    const { entries } = await reader.read(historyResponse, `${yiwu.path}/history?limit=200`);
    const sentences = entries.map(({ sentence }) => sentence.en);
    expect(sentences).toContainEqual(expect.stringMatching(/^A person who was erased handed in Workshop report/));
    expect(entries.map(({ words }) => words)).toContainEqual('[erased · 已删除], please add the list.');
    expect(await administrator.read(personResponse, `/people/${yiwu.people.cro}`)).toMatchObject({
      person: { erased: true },
      may: { erase: false, correct: false },
    });
  });

  test('it is over for good: no sign-in, no second time, no seat', async () => {
    const administrator = await house.asAdministrator();
    const manager = await house.as(yiwu.people.manager);
    expect(await administrator.problemOf('POST', `/people/${yiwu.people.cro}/erasure`, { body: typed })).toMatchObject({
      code: 'person-erased',
    });
    const body = { person: yiwu.people.cro, fromOn: null };
    expect(await manager.problemOf('POST', `${yiwu.path}/seats/cro/hand-over`, { body })).toMatchObject({
      code: 'person-unknown',
    });
    const old = await house.as(yiwu.people.cro);
    expect(await old.problemOf('GET', `/people/${yiwu.people.cro}`)).toMatchObject({ status: 401 });
  });
});
