import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Day, Instant } from '@citypath/calendar';
import {
  cityPageResponse,
  comingLettersResponse,
  dryRunResponse,
  lettersResponse,
  type LettersResponse,
} from '@citypath/contracts';
import { freePort } from '@citypath/local';
import { apiOn } from '../../support/as-on';
import { Caller } from '../../support/caller';
import { MailListener } from '../../support/mail-listener';
import type { NetworkInHand } from '../../support/network-in-hand';
import { ownDatabase, type OwnDatabase } from '../../support/own-database';
import type { OwnProcess } from '../../support/own-process';
import { versionTwo } from '../../support/version-two';
import { act, wordsOf, type ActUponYiwu } from './act-upon-yiwu';
import { finalActs } from './final-acts';
import { FIRST_MORNING, fourCitiesAtTheirReports, YIWU } from './four-cities-at-their-reports';
import { reversibleActs } from './reversible-acts';
import {
  copiesTaken,
  daysForeseen,
  daysOf,
  foreseen,
  mailsInWords,
  mailsRecorded,
  mailsTaken,
  renamed,
  signsForeseen,
  signsOf,
  wentBy,
  wordsForeseen,
} from './what-was-foreseen';

const NEXT_DAY = '2026-09-15';
/** Half an hour after the letters of that day. */
const NEXT_MORNING = `${NEXT_DAY}T01:30:00.000Z` as const;
/** The evening of the last day that was looked at. */
const A_MONTH_LATER = '2026-10-15T15:00:00.000Z';

interface StandingApi {
  process: OwnProcess;
  publicUrl: string;
}

let database: OwnDatabase;
let listener: MailListener;
let network: NetworkInHand;
/** Where the api finds the programmes that it ships with: of the one there is a newer version. */
let folder: string;
/** The same api, whose clock stands on the first morning, on the next one, and after the last day. */
let atFirst: StandingApi;
let nextMorning: StandingApi;
let afterwards: StandingApi;

beforeAll(async () => {
  database = await ownDatabase();
  listener = await MailListener.open();
  folder = await mkdtemp(path.join(tmpdir(), 'citypath-month-'));
  await writeFile(path.join(folder, 'programmes.json'), JSON.stringify([versionTwo]));
  atFirst = await standingApi(FIRST_MORNING);
  nextMorning = await standingApi(NEXT_MORNING);
  afterwards = await standingApi(A_MONTH_LATER);
});
afterAll(async () => {
  for (const { process } of [atFirst, nextMorning, afterwards]) await process.stop();
  await listener.stop();
  await database.drop();
  await rm(folder, { recursive: true });
});
afterEach(() => network.close());

test.each(Object.entries({ ...reversibleActs, ...finalActs }))(
  '%s: a month later everybody has got what was shown beforehand, and nothing else',
  async (_, asked) => {
    await theFirstMorning(asked);
    await comesAsForetold(atFirst, asked);
  },
);

test.each(Object.entries(reversibleActs))('%s and taking it back at once: so it is then, too', async (_, asked) => {
  await theFirstMorning(asked);
  await give(asked);
  await comesAsForetold(atFirst, takingBack());
});

test.each(Object.entries(reversibleActs))('%s and taking it back the next morning: so too', async (_, asked) => {
  await theFirstMorning(asked);
  await give(asked);
  await network.livesUntil(NEXT_DAY, NEXT_MORNING);
  await comesAsForetold(nextMorning, takingBack());
});

async function theFirstMorning({ after, begins }: ActUponYiwu): Promise<void> {
  listener.forget();
  network = await fourCitiesAtTheirReports(
    database.dataSource,
    { smtpUrl: listener.url, publicUrl: atFirst.publicUrl },
    begins,
  );
  const manager = await Caller.signedIn(atFirst.publicUrl, 'p-manager');
  for (const earlier of after) {
    if (typeof earlier === 'function') await earlier(manager);
    else await network.gives(YIWU, earlier, 'p-manager');
  }
  if (after.length > 0) await network.forgetsItsLetters();
}

async function give(asked: ActUponYiwu): Promise<void> {
  const ref = await network.writes(YIWU, wordsOf(asked), asked.by);
  await network.gives(YIWU, await asked.command(ref, network), asked.by);
}

/** What was done last is taken back. */
function takingBack(): ActUponYiwu {
  const last = network.lastActUpon(YIWU);
  return act(`acts/${last}/undo`, { reason: 'It was another city.' }, (reason) => ({
    kind: 'undo',
    act: last,
    reason,
  }));
}

/** The act is looked at, done as the rules do it, and a month passes. */
async function comesAsForetold(api: StandingApi, asked: ActUponYiwu): Promise<void> {
  const since = network.now;
  const manager = await Caller.signedIn(api.publicUrl, 'p-manager');
  const asks = await Caller.signedIn(api.publicUrl, asked.by);
  const waits = (await ledgerOf(manager)).letters.filter(({ status }) => status === 'due' || status === 'held');
  const { letters: comes } = await manager.read(comingLettersResponse, '/letters/coming');
  const stood = await manager.read(cityPageResponse, `/journeys/${YIWU}`);
  const answer = await asks.send('POST', `/journeys/${YIWU}/${asked.path}/dry-run`, { body: asked.body, key: null });
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  const looked = dryRunResponse.parse(answer.body);

  await give(asked);
  const stands = await manager.read(cityPageResponse, `/journeys/${YIWU}`);
  expect(signsOf(stands)).toEqual(signsForeseen(renamed(signsOf(stood), asked.renames), looked));
  expect(daysOf(stands)).toMatchObject(daysForeseen(looked));

  await network.livesUntil(looked.untilOn as Day);
  const ledger = await ledgerOf(await Caller.signedIn(afterwards.publicUrl, 'p-manager'));
  expect(wentBy(ledger, since)).toEqual(foreseen({ waits, comes, since }, looked));
  expect(mailsTaken(listener)).toEqual(mailsRecorded(ledger));
  const saysCopies = /p-assistant.* gets copies of the letters to the seat: Chief Resilience Officer\.$/;
  expect(saysCopies.test(looked.sentence.en)).toBe(copiesTaken(listener) > 0);
  for (const letter of wordsForeseen(looked)) expect(mailsInWords(listener)).toContainEqual(letter);
}

async function standingApi(at: Instant): Promise<StandingApi> {
  const publicUrl = `http://127.0.0.1:${await freePort()}`;
  const process = apiOn(at, { databaseUrl: database.url, publicUrl }, path.join(folder, 'programmes.json'));
  await process.start();
  return { process, publicUrl };
}

async function ledgerOf(manager: Caller): Promise<LettersResponse> {
  const ledger = await manager.read(lettersResponse, '/letters?limit=200');
  expect(ledger.next).toBeNull();
  return ledger;
}
