import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { Fact } from '@citypath/journey';
import { Calendars, Cities, Definitions, Journal, migrate, openDataSource, type DataSource } from '@citypath/store';
import type { RecordKeeper } from '@citypath/worker';
import { plainCalendar, smallProgramme } from './small-programme';

/** Real records in a database of their own, with what stories do to them. */
export class StoryRecords implements RecordKeeper {
  readonly journal: Journal;
  private readonly recorded = new EventEmitter();
  private failures = 0;

  private constructor(
    readonly dataSource: DataSource,
    /** Content hashes of what the journeys here are pinned to. */
    readonly definitionHash: string,
    readonly calendarHash: string,
  ) {
    this.journal = new Journal(dataSource);
  }

  static async open(): Promise<StoryRecords> {
    const dataSource = await openDataSource(await ownDatabase(), { poolSize: 3 });
    await migrate(dataSource);
    const calendarHash = await new Calendars(dataSource).put(plainCalendar);
    const definitionHash = await new Definitions(dataSource).put(smallProgramme);
    return new StoryRecords(dataSource, definitionHash, calendarHash);
  }

  close(): Promise<void> {
    return this.dataSource.destroy();
  }

  /** A city that may join. */
  async addCity(key: string): Promise<void> {
    const unknown = { nameZh: null, gbCode: null, topicEn: null, topicZh: null };
    const city = { key, nameEn: key, level: 'prefecture', country: 'CN', calendarHash: this.calendarHash, ...unknown };
    await new Cities(this.dataSource).put(city);
  }

  /** The next attempts to record fail, as they do while the database is away. */
  failNext(attempts: number): void {
    this.failures = attempts;
  }

  async record(request: Parameters<RecordKeeper['record']>[0]): ReturnType<RecordKeeper['record']> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('the database is away');
    }
    const outcome = await this.journal.record(request);
    this.recorded.emit(request.journeyId);
    return outcome;
  }

  /** The next time that something of a journey is recorded; ask before it can happen. */
  async nextRecordOf(journeyId: string): Promise<void> {
    await once(this.recorded, journeyId);
  }

  refresh(...request: Parameters<RecordKeeper['refresh']>): ReturnType<RecordKeeper['refresh']> {
    return this.journal.refresh(...request);
  }

  factsOf(journeyId: string): Promise<Fact[]> {
    return this.journal.facts(journeyId);
  }
}

async function ownDatabase(): Promise<string> {
  const clusterUrl = process.env['CITYPATH_TEST_DATABASE_URL'];
  if (!clusterUrl) throw new Error('CITYPATH_TEST_DATABASE_URL names no PostgreSQL: run `npm test`.');
  const name = `story_${randomBytes(6).toString('hex')}`;
  const cluster = await openDataSource(clusterUrl, { poolSize: 1 });
  await cluster.query(`CREATE DATABASE ${name}`);
  await cluster.destroy();
  const url = new URL(clusterUrl);
  url.pathname = name;
  return url.href;
}
