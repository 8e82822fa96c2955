import { randomUUID } from 'node:crypto';
import type { Instant } from '@citypath/calendar';
import { Courier, PostOffice, SignInRound, TestLetterRound, type TickReport } from '@citypath/courier';
import { freePort } from '@citypath/local';
import { openMailTransport } from '@citypath/runtime';
import { Journal, Letters, openDataSource, type DataSource, type LedgerLine } from '@citypath/store';
import { Caller } from './caller';
import { citypath, type Ended } from './citypath';
import { AT_ANY_HOUR, AT_ONCE, type House } from './house';
import { OwnProcess } from './own-process';

/** A house that goes on, in another database, from a backup of what it was: with the same Temporal and the same mail server. */
export class RestoredHouse {
  readonly api: OwnProcess;
  readonly worker: OwnProcess;
  private readonly postOffice: PostOffice;

  private constructor(
    private readonly before: House,
    readonly environment: House['environment'],
    readonly dataSource: DataSource,
    private readonly database: string,
    /** How the restore ended. */
    readonly ended: Ended,
  ) {
    this.api = new OwnProcess('api', environment);
    this.worker = new OwnProcess('worker', environment);
    this.postOffice = new PostOffice(
      openMailTransport({ smtpUrl: environment.SMTP_URL, mode: 'local' }),
      'letters@citypath.example',
    );
  }

  /** Restores a backup into a database of its own. Nothing of the house runs yet. */
  static async from(house: House, folder: string): Promise<RestoredHouse> {
    const name = `restored_${randomUUID().replaceAll('-', '')}`;
    await house.dataSource.query(`CREATE DATABASE ${name}`);
    const url = new URL(house.environment.DATABASE_URL);
    url.pathname = `/${name}`;
    const port = String(await freePort());
    const environment = {
      ...house.environment,
      DATABASE_URL: url.href,
      PORT: port,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
    };
    const ended = await citypath(environment, ['restore', folder]);
    const dataSource = await openDataSource(url.href);
    // What stories have in their databases does not come out of a backup by COPY.
    await dataSource.query(`${AT_ANY_HOUR};${AT_ONCE}`);
    return new RestoredHouse(house, environment, dataSource, name, ended);
  }

  get apiUrl(): string {
    return this.environment.PUBLIC_URL;
  }

  async start(): Promise<void> {
    await Promise.all([this.api.start(), this.worker.start()]);
  }

  async stop(): Promise<void> {
    await Promise.all([this.api.stop(), this.worker.stop()]);
    this.postOffice.close();
    await this.dataSource.destroy();
    await this.before.dataSource.query(`DROP DATABASE IF EXISTS ${this.database} WITH (FORCE)`);
  }

  as(person: string): Promise<Caller> {
    return Caller.signedIn(this.environment.PUBLIC_URL, person);
  }

  citypath(...args: string[]): Promise<Ended> {
    return citypath(this.environment, args);
  }

  /** All that the courier does, at a time. */
  async deliver(at = new Date()): Promise<TickReport> {
    const now = at.toISOString() as Instant;
    const setting = { publicUrl: this.environment.PUBLIC_URL, messageIdHost: 'citypath.example' };
    await new SignInRound(this.dataSource, this.postOffice, setting).go(now);
    await new TestLetterRound(this.dataSource, this.postOffice, setting).go(now);
    return new Courier(this.dataSource, this.postOffice, setting).tick(now);
  }

  factsOf(journeyId: string): ReturnType<Journal['facts']> {
    return new Journal(this.dataSource).facts(journeyId);
  }

  async ledger(): Promise<LedgerLine[]> {
    return (await new Letters(this.dataSource).ledger({}, { limit: 1_000 })).items;
  }
}
