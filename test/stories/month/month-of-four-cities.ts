import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Day, Instant } from '@citypath/calendar';
import {
  cityPageResponse,
  comingLettersResponse,
  dryRunResponse,
  lettersResponse,
  type DryRunResponse,
  type LettersResponse,
} from '@citypath/contracts';
import { freePort } from '@citypath/local';
import { apiOn } from '../../support/as-on';
import { Caller, type Answer } from '../../support/caller';
import { MailListener } from '../../support/mail-listener';
import type { NetworkInHand } from '../../support/network-in-hand';
import { ownDatabase, type OwnDatabase } from '../../support/own-database';
import type { OwnProcess } from '../../support/own-process';
import { versionTwo } from '../../support/version-two';
import { wordsOf, type ActUponYiwu } from './act-upon-yiwu';
import { FIRST_MORNING, fourCitiesAtTheirReports, YIWU, type Beginning } from './four-cities-at-their-reports';
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

/** Four cities, whose acts are looked at by a real api and done as the rules do them; real letters come of it for a month. */
export class MonthOfFourCities {
  /** The cities of the story that is told now. */
  network!: NetworkInHand;

  private constructor(
    private readonly database: OwnDatabase,
    private readonly listener: MailListener,
    /** Where the api finds the programmes that it ships with: of the one there is a newer version. */
    private readonly folder: string,
    /** The same api, whose clock stands on the first morning, on the next one, and after the last day. */
    private readonly apis: { first: StandingApi; next: StandingApi; last: StandingApi },
  ) {}

  static async open(): Promise<MonthOfFourCities> {
    const [database, listener] = [await ownDatabase(), await MailListener.open()];
    const folder = await mkdtemp(path.join(tmpdir(), 'citypath-month-'));
    const programmes = path.join(folder, 'programmes.json');
    await writeFile(programmes, JSON.stringify([versionTwo]));
    const standing = async (at: Instant): Promise<StandingApi> => {
      const publicUrl = `http://127.0.0.1:${await freePort()}`;
      const process = apiOn(at, { databaseUrl: database.url, publicUrl }, programmes);
      await process.start();
      return { process, publicUrl };
    };
    return new MonthOfFourCities(database, listener, folder, {
      first: await standing(FIRST_MORNING),
      next: await standing(NEXT_MORNING),
      last: await standing(A_MONTH_LATER),
    });
  }

  async close(): Promise<void> {
    for (const { process } of Object.values(this.apis)) await process.stop();
    await this.listener.stop();
    await this.database.drop();
    await rm(this.folder, { recursive: true });
  }

  /** Everything begins anew. Close the network before the next one begins. */
  async begin(begins: Beginning | null): Promise<void> {
    this.listener.forget();
    const mail = { smtpUrl: this.listener.url, publicUrl: this.apis.first.publicUrl };
    this.network = await fourCitiesAtTheirReports(this.database.dataSource, mail, begins);
  }

  /** The first morning, on which some of it has been done and told already. */
  async firstMorning({ after, begins }: ActUponYiwu): Promise<void> {
    await this.begin(begins);
    const manager = await this.asks('first', 'p-manager');
    for (const earlier of after) {
      if (typeof earlier === 'function') await earlier(manager);
      else await this.network.gives(YIWU, earlier, 'p-manager');
    }
    if (after.length > 0) await this.network.forgetsItsLetters();
  }

  async nextMorning(): Promise<void> {
    await this.network.livesUntil(NEXT_DAY, NEXT_MORNING);
  }

  /** @returns why it is not taken; null: it is */
  async take(asked: ActUponYiwu): Promise<string | null> {
    const ref = await this.network.writes(YIWU, wordsOf(asked), asked.by);
    const refusal = await this.network.takes(YIWU, await asked.command(ref, this.network), asked.by);
    return refusal?.code ?? null;
  }

  async look(morning: 'first' | 'next', { by, path: route, body }: ActUponYiwu): Promise<Answer> {
    const caller = await this.asks(morning, by);
    return caller.send('POST', `/journeys/${YIWU}/${route}/dry-run`, { body, key: null });
  }

  /**
   * The act is looked at, done as the rules do it, and a month passes.
   * @returns what was said beforehand, and how many copies came to the assistant
   */
  async comesAsForetold(
    morning: 'first' | 'next',
    asked: ActUponYiwu,
  ): Promise<{ looked: DryRunResponse; copies: number }> {
    const since = this.network.now;
    const manager = await this.asks(morning, 'p-manager');
    const waits = (await ledgerOf(manager)).letters.filter(({ status }) => status === 'due' || status === 'held');
    const { letters: comes } = await manager.read(comingLettersResponse, '/letters/coming');
    const stood = await manager.read(cityPageResponse, `/journeys/${YIWU}`);
    const answer = await this.look(morning, asked);
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
    const looked = dryRunResponse.parse(answer.body);

    expect(await this.take(asked)).toBeNull();
    const stands = await manager.read(cityPageResponse, `/journeys/${YIWU}`);
    expect(signsOf(stands)).toEqual(signsForeseen(renamed(signsOf(stood), asked.renames), looked));
    expect(daysOf(stands)).toMatchObject(daysForeseen(looked));

    await this.network.livesUntil(looked.untilOn as Day);
    const ledger = await ledgerOf(await this.asks('last', 'p-manager'));
    expect(wentBy(ledger, since)).toEqual(foreseen({ waits, comes, since }, looked));
    expect(mailsTaken(this.listener)).toEqual(mailsRecorded(ledger));
    for (const letter of wordsForeseen(looked)) expect(mailsInWords(this.listener)).toContainEqual(letter);
    return { looked, copies: copiesTaken(this.listener) };
  }

  private asks(when: 'first' | 'next' | 'last', person: string): Promise<Caller> {
    return Caller.signedIn(this.apis[when].publicUrl, person);
  }
}

async function ledgerOf(manager: Caller): Promise<LettersResponse> {
  const ledger = await manager.read(lettersResponse, '/letters?limit=200');
  expect(ledger.next).toBeNull();
  return ledger;
}
