import { type Finding, type JoinRequest } from '@citypath/contracts';
import type { Instant } from '@citypath/calendar';
import { PostOffice, WatchLetterRound } from '@citypath/courier';
import { openMailTransport } from '@citypath/runtime';
import type { Client } from '@temporalio/client';
import { holdNextLetter } from '../faults/held-letter';
import type { Caller } from '../support/caller';
import { House } from '../support/house';
import { lookedOver } from '../support/looked-over';
import { until } from '../support/until';
import { addPerson, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

type Message = ReturnType<House['inbox']['messages']>[number];

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 24 * 60 * MS_PER_MINUTE;
/** Ids of journeys. */
const [DEYANG, HAIYAN] = ['100rc-cn.deyang', '100rc-cn.haiyan'];

let house: House;
let yiwu: Yiwu;
let administrator: Caller;
let colleague: string;
let temporal: Client;
let office: PostOffice;

beforeAll(async () => {
  house = await House.start({ lettersAtOnce: true });
  yiwu = await takeOverYiwu(house);
  administrator = await house.asAdministrator();
  for (const [city, nameEn, nameZh] of [
    ['deyang', 'Deyang', '德阳市'],
    ['haiyan', 'Haiyan', '海盐县'],
  ] as const) {
    const names = { nameEn, nameZh, level: 'prefecture', country: 'CN', calendar: 'cn' };
    await administrator.put('PUT', `/cities/${city}`, names);
    const done = ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({
      step,
      happenedOn: null,
    }));
    const seats = [{ seat: 'cro', person: yiwu.people.cro, fromOn: null }];
    const joining = { programme: '100rc-cn', city, joinedOn: null, takeover: true, seats, done } satisfies JoinRequest;
    await administrator.does('/journeys', joining);
  }
  const song = { familyName: 'Song', givenName: 'Mei', address: 'song.mei@citypath.example' };
  colleague = await addPerson(house, { ...song, language: 'zh' });
  await administrator.put('PUT', `/people/${colleague}/administrator`, { administrator: true });
  await house.dataSource.query('UPDATE people SET post_from = NULL, post_until = NULL');
  ({ temporal } = house);
  office = new PostOffice(
    openMailTransport({ smtpUrl: house.environment.SMTP_URL, mode: 'local' }),
    'letters@citypath.example',
  );
});
afterAll(async () => {
  office.close();
  await house.stop();
});

const beganAt = new Date(0).toISOString() as Instant;
/** The courier's round so long after now. @returns the letters that it brought */
async function written(afterMs: number, since: Instant = beganAt): Promise<Message[]> {
  const before = house.inbox.messages().length;
  const setting = { publicUrl: house.apiUrl, messageIdHost: 'citypath.example' };
  const at = new Date(Date.now() + afterMs).toISOString() as Instant;
  await new WatchLetterRound(house.dataSource, office, setting, since).go(at);
  return house.inbox.messages().slice(before);
}
const aDayLater = (days: number) => days * MS_PER_DAY + 20 * MS_PER_MINUTE;
const toWhom = (letters: Message[]) => letters.flatMap(({ envelopeTo }) => envelopeTo).sort();
const EVERYBODY = ['administrator@citypath.example', 'song.mei@citypath.example'] as const;

/** What is wrong, as the next look finds it. */
const wrong = async (): Promise<Finding[]> =>
  (await lookedOver(temporal, administrator)).findings.filter(({ goneAt }) => goneAt === null);
const kinds = async () => (await wrong()).map(({ kind, journeyId }) => `${kind} ${journeyId}`).sort();
const mend = (journeyId: string, act: 'rebuild' | 'retry') =>
  administrator.put('POST', `/journeys/${journeyId}/run/${act}`, { reason: 'The watch found it.' });
const shownOf = (journeyId: string, fate: 'is lost' | 'is back') =>
  house.dataSource.query(
    fate === 'is lost'
      ? `UPDATE journeys SET state = jsonb_set(state, '{heldWorkingDays}', '7') WHERE id = $1`
      : `UPDATE journeys SET state = jsonb_set(state, '{heldWorkingDays}', '0') WHERE id = $1`,
    [journeyId],
  );
const keptOf = (person: string) =>
  house.dataSource.query<{ status: string }[]>(
    'SELECT status FROM watch_letters WHERE person_id = $1 ORDER BY written_on',
    [person],
  );

test('where nothing is wrong nobody is written to', async () => {
  expect(await wrong()).toEqual([]);
  expect(await written(aDayLater(0))).toEqual([]);
});

test('three journeys are broken: each administrator gets one letter of all three, and nobody else', async () => {
  await temporal.workflow.getHandle(yiwu.journeyId).terminate('It looked idle.');
  await temporal.workflow.getHandle(DEYANG).terminate('So did this.');
  await shownOf(HAIYAN, 'is lost');
  const found = await wrong();
  expect(found).toHaveLength(3);
  // What was seen a moment ago may go by itself.
  expect(await written(0)).toEqual([]);
  const letters = await written(aDayLater(0));
  expect(toWhom(letters)).toEqual(EVERYBODY);
  const letterTo = (address: string) => letters.find(({ envelopeTo }) => envelopeTo[0] === address)!;
  const [english, chinese] = [letterTo(EVERYBODY[0]), letterTo(EVERYBODY[1])];
  expect([english.subject, chinese.subject]).toEqual([
    'The watch found 3 things: 3 cities',
    '巡检发现3个问题：3个城市',
  ]);
  for (const { sentence, journeyId } of found) {
    expect(english.text.replace(/\s+/g, ' ')).toContain(sentence.en);
    expect(chinese.text.replace(/\s+/g, '')).toContain(sentence.zh.replace(/\s+/g, ''));
    for (const { text } of [english, chinese]) expect(text).toContain(`${house.apiUrl}/stuck#${journeyId}`);
  }
  // Another courier, or the same a moment later.
  expect(await written(aDayLater(0))).toEqual([]);
});

test('the next day nothing is new, and nobody is written to', async () => {
  expect(await wrong()).toHaveLength(3);
  expect(await written(aDayLater(1))).toEqual([]);
});

test('what is new is told the next day, and not what was told', async () => {
  await mend(yiwu.journeyId, 'rebuild');
  await mend(HAIYAN, 'retry');
  await shownOf(yiwu.journeyId, 'is lost');
  expect(await kinds()).toEqual([`read-model-differs ${yiwu.journeyId}`, `workflow-missing ${DEYANG}`]);
  // Today's letter has gone.
  expect(await written(aDayLater(0))).toEqual([]);
  const letters = await written(aDayLater(2));
  expect(toWhom(letters)).toEqual(EVERYBODY);
  const [english] = letters.filter(({ envelopeTo }) => envelopeTo[0] === EVERYBODY[0]);
  expect(english?.subject).toBe('The watch found 1 thing: Yiwu');
  expect(english?.text).not.toContain('Deyang');
  expect(english?.text).toContain('One thing that you were told of before is still there.');
});

test('what was mended before the letter is not told', async () => {
  await mend(yiwu.journeyId, 'retry');
  await mend(DEYANG, 'rebuild');
  expect(await wrong()).toEqual([]);
  await temporal.workflow.getHandle(HAIYAN).terminate('And this.');
  expect(await kinds()).toEqual([`workflow-missing ${HAIYAN}`]);
  await mend(HAIYAN, 'rebuild');
  expect(await written(aDayLater(3))).toEqual([]);
});

test('what was told, goes and comes back is told once', async () => {
  await shownOf(yiwu.journeyId, 'is lost');
  expect(await kinds()).toEqual([`read-model-differs ${yiwu.journeyId}`]);
  expect(await written(aDayLater(3))).toEqual([]);
  await shownOf(yiwu.journeyId, 'is back');
  expect(await wrong()).toEqual([]);
});

test('a mail server that says later gets it later, and it is one letter', async () => {
  await temporal.workflow.getHandle(HAIYAN).terminate('Once more.');
  expect(await kinds()).toEqual([`workflow-missing ${HAIYAN}`]);
  house.inbox.judgeBy(() => ({ kind: 'refuse', code: 451, text: 'Later' }));
  expect(await written(aDayLater(4))).toEqual([]);
  house.inbox.judgeBy(() => ({ kind: 'accept' }));
  expect(await written(aDayLater(4))).toEqual([]);
  const letters = await written(aDayLater(4) + 2 * MS_PER_MINUTE);
  expect(toWhom(letters)).toEqual(EVERYBODY);
  expect(await written(aDayLater(5))).toEqual([]);
  await mend(HAIYAN, 'rebuild');
});

test('whose address is broken or who is no administrator any more gets none; the others do', async () => {
  await house.dataSource.query("UPDATE findings SET gone_at = gone_at - interval '2 days'");
  await temporal.workflow.getHandle(DEYANG).terminate('Again.');
  expect(await kinds()).toEqual([`workflow-missing ${DEYANG}`]);
  await house.dataSource.query('UPDATE person_addresses SET bounced_at = now() WHERE person_id = $1', [colleague]);
  await administrator.put('PUT', `/people/${yiwu.people.director}/administrator`, { administrator: true });
  await administrator.put('PUT', `/people/${yiwu.people.director}/administrator`, { administrator: false });
  expect(toWhom(await written(aDayLater(6)))).toEqual(['administrator@citypath.example']);
  await house.dataSource.query('UPDATE person_addresses SET bounced_at = NULL WHERE person_id = $1', [colleague]);
  expect(toWhom(await written(aDayLater(6)))).toEqual(['song.mei@citypath.example']);
  await house.dataSource.query('UPDATE people SET is_administrator = false');
  expect(await written(aDayLater(7))).toEqual([]);
  await house.dataSource.query('UPDATE people SET is_administrator = true WHERE id = ANY ($1)', [
    ['p-administrator', colleague],
  ]);
});

test('what was seen before the courier began is looked at once more: letters that it only has to post are not late', async () => {
  await shownOf(HAIYAN, 'is lost');
  expect(await kinds()).toContain(`read-model-differs ${HAIYAN}`);
  expect(await written(aDayLater(8), new Date().toISOString() as Instant)).toEqual([]);
});

test('a courier that is killed while it posts never sends it twice', async () => {
  await house.dataSource.query(`DELETE FROM watch_letters WHERE written_on >= now()::date`);
  await house.dataSource.query(`UPDATE findings SET seen_at = now() - interval '1 hour' WHERE gone_at IS NULL`);
  await house.dataSource.query('UPDATE people SET is_administrator = id = $1', ['p-administrator']);
  await house.deliver();
  const { courier } = house.processes;
  const held = holdNextLetter(house.inbox);
  const before = house.inbox.messages().length;
  await courier.start();
  await wrong();
  const id = await held.arrived;
  await courier.kill();
  held.letGo('kept');
  await until('the mail server has it', () => house.inbox.messages().length > before);
  await courier.start();
  await wrong();
  await courier.stop();
  expect(await written(30 * MS_PER_MINUTE)).toEqual([]);
  expect(await written(aDayLater(1))).toEqual([]);
  expect(house.inbox.messages().slice(before)).toMatchObject([{ messageId: id }]);
  expect(await keptOf('p-administrator')).toEqual([{ status: 'unknown' }]);
});
