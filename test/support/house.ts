import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Instant } from '@citypath/calendar';
import type { ProgrammeDefinition } from '@citypath/journey';
import { Courier, PostOffice, SignInRound, TestLetterRound } from '@citypath/courier';
import { Inbox } from '@citypath/local/inbox';
import { openMailTransport } from '@citypath/runtime';
import { Journal, Letters, People, type DataSource, type LedgerEntry } from '@citypath/store';
import { freePort } from '@citypath/local';
import { Client, Connection } from '@temporalio/client';
import { Caller } from './caller';
import { citypath, type Ended } from './citypath';
import { ownDatabase, type OwnDatabase } from './own-database';
import { ownNamespace } from './own-namespace';
import { OwnProcess } from './own-process';

const SENDER = 'CityPath <letters@citypath.example>';
const ADMINISTRATOR = 'p-administrator';

export interface HouseWishes {
  /** host:port of a Temporal of its own; else the one that all test files share. */
  temporalAddress?: string;
  /** A PostgreSQL cluster of its own; else the shared one. The database is the house's own in any case. */
  postgresUrl?: string;
  /** Each letter is asked for just now, so that it goes alone and at once: for stories that are not about digests and caps. */
  lettersAtOnce?: boolean;
  /** Another mail server than the house's own inbox. */
  smtpUrl?: string;
  /** Runs the courier as a process; else letters go when the story says `deliver`. */
  withCourier?: boolean;
  /** Other places for papers than a folder of the house's own, and a virus scanner. */
  papers?: Partial<Record<PaperSetting, string>>;
  /** An organisation's door, and proxies before the api. */
  door?: Partial<Record<DoorSetting, string>>;
}

type Setting =
  | 'DATABASE_URL'
  | 'TEMPORAL_ADDRESS'
  | 'TEMPORAL_NAMESPACE'
  | 'TEMPORAL_TASK_QUEUE'
  | 'TEMPORAL_UI_URL'
  | 'SMTP_URL'
  | 'MAIL_FROM'
  | 'PUBLIC_URL'
  | 'PORT'
  | 'CITYPATH_MODE'
  | 'PAPERS_FOLDER'
  | 'UPLOADS_FOLDER'
  | 'COURIER_TICK_MS'
  | 'BOUNCE_PORT'
  | 'MAIL_PER_DOMAIN_A_MINUTE'
  | 'MAIL_PER_RECIPIENT_A_MINUTE'
  | 'LOG_LEVEL';
type PaperSetting = `PAPERS_S3_${'ENDPOINT' | 'BUCKET' | 'KEY' | 'SECRET'}` | 'CLAMAV_ADDRESS';
type DoorSetting = `OIDC_${'ISSUER' | 'CLIENT_ID' | 'CLIENT_SECRET' | 'NAME'}` | 'TRUST_PROXY';
type Environment = Record<Setting, string> & Partial<Record<PaperSetting | DoorSetting, string>>;

/**
 * The whole house with nothing in it but an administrator: api and worker as real processes on a database and a task
 * queue of their own, and a real mail server that keeps what it takes.
 */
export class House {
  readonly inbox = new Inbox();
  readonly processes: Record<'api' | 'worker' | 'courier', OwnProcess>;
  private readonly callers = new Map<string, Promise<Caller>>();
  private postOffice: PostOffice | null = null;
  /** Its namespace of Temporal, as an operator reaches it. */
  readonly temporal: Client;

  private constructor(
    readonly database: OwnDatabase,
    /** Where it keeps files; goes with the house. */
    readonly folder: string,
    /** What all its processes are started with. */
    readonly environment: Environment,
  ) {
    this.processes = {
      api: new OwnProcess('api', environment),
      worker: new OwnProcess('worker', environment),
      courier: new OwnProcess('courier', environment),
    };
    const connection = Connection.lazy({ address: environment.TEMPORAL_ADDRESS });
    this.temporal = new Client({ connection, namespace: environment.TEMPORAL_NAMESPACE });
  }

  static async start(wishes: HouseWishes = {}): Promise<House> {
    const temporalAddress = wishes.temporalAddress ?? process.env['CITYPATH_TEST_TEMPORAL_ADDRESS'];
    if (!temporalAddress) throw new Error('CITYPATH_TEST_TEMPORAL_ADDRESS names no Temporal: run `npm test`.');
    const [port, smtpPort, bouncePort] = [await freePort(), await freePort(), await freePort()];
    const name = `house-${randomUUID()}`;
    await ownNamespace(temporalAddress, name);
    const database = await ownDatabase(wishes.postgresUrl);
    const folder = await mkdtemp(path.join(tmpdir(), 'citypath-house-'));
    const house = new House(database, folder, {
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: temporalAddress,
      TEMPORAL_NAMESPACE: name,
      TEMPORAL_TASK_QUEUE: name,
      TEMPORAL_UI_URL: 'http://temporal.example:8080',
      SMTP_URL: wishes.smtpUrl ?? `smtp://127.0.0.1:${smtpPort}`,
      MAIL_FROM: SENDER,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      PORT: String(port),
      CITYPATH_MODE: 'local',
      COURIER_TICK_MS: '100',
      BOUNCE_PORT: String(bouncePort),
      // In a story a minute brings what in a city takes a month.
      MAIL_PER_DOMAIN_A_MINUTE: '1000000',
      MAIL_PER_RECIPIENT_A_MINUTE: '1000000',
      LOG_LEVEL: 'warn',
      PAPERS_FOLDER: path.join(folder, 'papers'),
      UPLOADS_FOLDER: path.join(folder, 'uploads'),
      ...wishes.papers,
      ...wishes.door,
    });
    await orStop(house, () => house.open(smtpPort, wishes));
    return house;
  }

  async stop(): Promise<void> {
    await Promise.all(Object.values(this.processes).map((process) => process.stop()));
    this.postOffice?.close();
    await this.temporal.connection.close();
    await this.inbox.close();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  get apiUrl(): string {
    return this.environment.PUBLIC_URL;
  }

  get dataSource(): DataSource {
    return this.database.dataSource;
  }

  /** A person's browser, signed in. */
  as(person: string): Promise<Caller> {
    let caller = this.callers.get(person);
    if (!caller) this.callers.set(person, (caller = Caller.signedIn(this.apiUrl, person)));
    return caller;
  }

  asAdministrator(): Promise<Caller> {
    return this.as(ADMINISTRATOR);
  }

  /** Somebody who is not signed in. */
  get stranger(): Caller {
    return new Caller(this.apiUrl, null, null);
  }

  /** The courier's round, now or at another time. */
  async deliver(now = new Date()): Promise<void> {
    this.postOffice ??= new PostOffice(
      openMailTransport({ smtpUrl: this.environment.SMTP_URL, mode: 'local' }),
      SENDER,
    );
    const setting = { publicUrl: this.apiUrl, messageIdHost: 'citypath.example' };
    const courier = new Courier(this.dataSource, this.postOffice, setting);
    const round = new SignInRound(this.dataSource, this.postOffice, setting);
    while ((await round.go(now.toISOString() as Instant)).more);
    await new TestLetterRound(this.dataSource, this.postOffice, setting).go(now.toISOString() as Instant);
    const { failures, serverAway } = await courier.tick(now.toISOString() as Instant);
    const [failure] = failures;
    if (failure) throw failure.error;
    if (serverAway !== null) throw new Error(`The mail server is away: ${serverAway}`);
  }

  /** Every row of the ledger. */
  async ledger(): Promise<LedgerEntry[]> {
    return (await new Letters(this.dataSource).ledger({}, { limit: 1_000 })).items;
  }

  /** The command line, as an administrator uses it at this house. */
  citypath(...args: string[]): Promise<Ended> {
    return citypath(this.environment, args);
  }

  /** The api of a newer release takes the place of this one: it ships with another version of a programme. */
  async shipsWith(programme: ProgrammeDefinition): Promise<void> {
    const file = path.join(this.folder, `programmes-${programme.version}.json`);
    await writeFile(file, JSON.stringify([programme]));
    await this.processes.api.stop();
    this.processes.api = new OwnProcess('api', this.environment, null, file);
    await this.processes.api.start();
  }

  factsOf(journeyId: string): ReturnType<Journal['facts']> {
    return new Journal(this.dataSource).facts(journeyId);
  }

  private async open(smtpPort: number, { withCourier = false, lettersAtOnce = false }: HouseWishes): Promise<void> {
    const nobody = { displayName: null, zhName: null, titleEn: null, titleZh: null, language: 'en' as const };
    const names = { familyName: 'Admin', givenName: 'Story', address: 'administrator@citypath.example' };
    // The first administrator of an empty house has nobody who could add him over HTTP.
    await new People(this.dataSource).put({ id: ADMINISTRATOR, ...nobody, ...names, isAdministrator: true });
    await this.dataSource.query(AT_ANY_HOUR);
    if (lettersAtOnce) await this.dataSource.query(AT_ONCE);
    await this.inbox.listen(smtpPort);
    const { api, worker, courier } = this.processes;
    await Promise.all([api.start(), worker.start(), ...(withCourier ? [courier.start()] : [])]);
  }
}

/** What makes the house's people take letters at any hour, as those of the demonstration do: its clock is the machine's. */
export const AT_ANY_HOUR = `
  CREATE OR REPLACE FUNCTION takes_letters_at_any_hour() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.post_from := NULL;
    NEW.post_until := NULL;
    RETURN NEW;
  END $$;
  CREATE OR REPLACE TRIGGER takes_letters_at_any_hour BEFORE INSERT ON people
  FOR EACH ROW EXECUTE FUNCTION takes_letters_at_any_hour()`;

/** What makes every letter one that somebody asked for just now. */
export const AT_ONCE = `
  CREATE OR REPLACE FUNCTION asked_for_just_now() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.expedited := true;
    RETURN NEW;
  END $$;
  CREATE OR REPLACE TRIGGER asked_for_just_now BEFORE INSERT ON letters FOR EACH ROW EXECUTE FUNCTION asked_for_just_now()`;

/** Begins something in a house; when that fails the house is stopped, since what is left running keeps a test run from ending. */
export async function orStop<Begun>(house: House, begin: () => Promise<Begun>): Promise<Begun> {
  try {
    return await begin();
  } catch (error) {
    await house.stop();
    throw error;
  }
}
