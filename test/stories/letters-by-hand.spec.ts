import { comingLettersResponse, letterToComeResponse, lettersResponse, type LedgerRow } from '@citypath/contracts';
import { JourneyReports } from '@citypath/store';
import { LettersOfYiwu, beforeTheReport } from '../support/letters-of-yiwu';
import { House } from '../support/house';
import { ownDatabase } from '../support/own-database';
import type { Caller } from '../support/caller';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
let manager: Caller;
beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  manager = await house.as(yiwu.people.manager);
});
afterAll(() => house.stop());

async function letterTo(person: string, query = ''): Promise<LedgerRow> {
  const { letters } = await manager.read(lettersResponse, `/letters?person=${person}${query}`);
  expect(letters).toHaveLength(1);
  return letters[0]!;
}
const mailsTo = (address: string) => house.inbox.messages().filter(({ envelopeTo }) => envelopeTo.includes(address));

test('letters to somebody are held until a day, one goes at once all the same, and the rest once they are released', async () => {
  const { cro } = yiwu.people;
  await manager.put('PUT', `/people/${cro}/letter-hold`, { untilOn: '2199-01-04' });
  await house.deliver();
  const held = await letterTo(cro, '&state=held');
  expect(held.statusSentence).toEqual({
    en: 'held until Fri 4 Jan 2199: the letters of this person are held',
    zh: '暂缓至2199年1月4日（周五）：该收件人的信函已设为暂缓',
  });
  expect(held.may).toEqual({ sendNow: true, skip: true, unskip: false, settle: false });
  expect(mailsTo(yiwu.addresses.cro)).toEqual([]);

  await manager.put('POST', `/letters/${held.id}/send-now`, {});
  await house.deliver();
  const sent = await letterTo(cro, '&state=sent');
  expect(sent.statusSentence.en).toBe('taken by the mail server; Li Wen asked for it at once');
  expect(mailsTo(yiwu.addresses.cro)).toHaveLength(1);
  expect(await manager.problemOf('POST', `/letters/${held.id}/skip`, { body: { reason: 'Too late' } })).toMatchObject({
    status: 409,
    code: 'letter-not-waiting',
  });

  // The officer’s own hold is the officer’s to release; nobody else of the city may touch it.
  const mayor = await house.as(yiwu.people.mayor);
  expect(await mayor.problemOf('PUT', `/people/${cro}/letter-hold`, { body: { untilOn: null } })).toMatchObject({
    status: 403,
  });
  const officer = await house.as(cro);
  expect(await officer.put('PUT', `/people/${cro}/letter-hold`, { untilOn: null })).toMatchObject({
    post: { heldUntilOn: null },
  });
  expect(
    await officer.problemOf('PUT', `/people/${cro}/letter-hold`, { body: { untilOn: '2020-01-01' } }),
  ).toMatchObject({ status: 422, errors: [{ pointer: '/untilOn', code: 'day-not-ahead' }] });
  const upsideDown = { window: { from: '17:00', until: '09:00' } };
  expect(await officer.problemOf('PUT', `/people/${cro}/post-window`, { body: upsideDown })).toMatchObject({
    errors: [{ pointer: '/window/until', code: 'window-ends-before-it-begins' }],
  });
});

test('a letter that is foretold shows its words, is skipped with a reason, and comes after all when that is taken back', async () => {
  const coming = async () => (await manager.read(comingLettersResponse, '/letters/coming?city=yiwu')).letters;
  const letter = (await coming()).find(({ may }) => may.skip);
  if (!letter) throw new Error('Nothing that can be skipped will come.');
  const shown = await manager.read(letterToComeResponse, `/letters/coming/${letter.key}`);
  expect(shown.language).toBe('zh');
  expect(shown.text).toContain('义乌市');
  expect(shown.html).toContain('<html');

  const officer = await house.as(yiwu.people.cro);
  const body = { reason: 'They are on a journey' };
  expect(await officer.problemOf('POST', `/letters/coming/${letter.key}/skip`, { body })).toMatchObject({
    status: 403,
    code: 'not-allowed',
  });
  expect(await manager.problemOf('POST', `/letters/coming/${letter.key}/skip`, { body: {} })).toMatchObject({
    status: 422,
  });
  const { id } = (await manager.put('POST', `/letters/coming/${letter.key}/skip`, body)) as { id: string };
  // Asked again it is the same act.
  expect(await manager.put('POST', `/letters/coming/${letter.key}/skip`, body)).toMatchObject({ id });
  const skipped = (await coming()).find(({ key }) => key === letter.key);
  expect(skipped).toMatchObject({ fate: 'skipped', goesAt: null, skipped: { by: { name: 'Li Wen' }, ...body } });

  await manager.put('POST', `/letters/${id}/unskip`, {});
  expect((await coming()).find(({ key }) => key === letter.key)).toMatchObject({ skipped: null });
  expect(await manager.problemOf('POST', `/letters/${id}/unskip`, { body: {} })).toMatchObject({ status: 404 });
});

test('what is to come is read for one city, one step or one person as what went is', async () => {
  const coming = async (query: string) =>
    (await manager.read(comingLettersResponse, `/letters/coming?${query}`)).letters.map(({ key }) => key);
  const { letters } = await manager.read(comingLettersResponse, '/letters/coming');
  const keysOf = (some: typeof letters) => some.map(({ key }) => key);
  const { step, to } = letters.find((letter) => letter.step !== null && letter.to.person !== null)!;
  const [ref, person] = [step!.ref, to.person!.id];
  expect(await coming(`city=yiwu&step=${encodeURIComponent(ref)}`)).toEqual(
    keysOf(letters.filter((letter) => letter.step?.ref === ref)),
  );
  expect(await coming(`person=${person}`)).toEqual(keysOf(letters.filter((letter) => letter.to.person?.id === person)));
  expect(await coming(`journey=${yiwu.journeyId}`)).toEqual(keysOf(letters));
  expect(await manager.problemOf('GET', '/letters/coming?step=What%20is%20that')).toMatchObject({
    status: 422,
    errors: [{ pointer: '/step' }],
  });
});

test('what was skipped ahead does not fall due again, and learns what caused it', async () => {
  const database = await ownDatabase();
  try {
    const city = await LettersOfYiwu.atTheReport(database.dataSource);
    city.journey.on(beforeTheReport(7));
    const reminder = city.journey.letters.find(({ kind }) => kind === 'reminder')!;
    const ahead = { ...reminder, journeyId: city.journey.state.journeyId };
    const id = await city.letters.skipAhead(ahead, 'p-manager', 'They know', city.now);
    // Nothing has caused it: the journey is told nothing of it, or its ladder would count from a letter to come.
    const reports = new JourneyReports(database.dataSource);
    expect(await reports.unreported([ahead.journeyId])).toEqual([]);
    await city.record();
    expect(await city.ledger()).toMatchObject([{ id, seq: reminder.seq, status: 'suppressed', reason: 'skipped' }]);
    expect(await reports.unreported([ahead.journeyId])).toMatchObject([{ id, seq: reminder.seq }]);
    expect(await city.letters.unskip(id!, 'p-manager', city.now)).toBe(true);
    expect(await city.ledger()).toMatchObject([{ id, status: 'due', reason: null, skippedBy: null }]);
  } finally {
    await database.drop();
  }
});
