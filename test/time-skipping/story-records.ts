import { EventEmitter, once } from 'node:events';
import type { CalendarData } from '@citypath/calendar';
import type { Fact, JourneyState, ProgrammeDefinition } from '@citypath/journey';
import { Calendars, Cities, Definitions, Journal, Journeys } from '@citypath/store';
import type { RecordKeeper } from '@citypath/worker';
import { ownDatabase, type OwnDatabase } from '../support/own-database';

/** What every journey of a story begins with. */
export interface Pinned {
  definition: ProgrammeDefinition;
  calendar: CalendarData;
}

/** Real records in a database of their own, with what stories do to them. */
export class StoryRecords implements RecordKeeper {
  readonly journal: Journal;
  private readonly recorded = new EventEmitter();
  private failures = 0;

  private constructor(
    private readonly database: OwnDatabase,
    /** Content hashes of what the journeys here are pinned to. */
    readonly definitionHash: string,
    readonly calendarHash: string,
  ) {
    this.journal = new Journal(database.dataSource);
  }

  static async open({ definition, calendar }: Pinned): Promise<StoryRecords> {
    const database = await ownDatabase();
    const calendarHash = await new Calendars(database.dataSource).put(calendar);
    const definitionHash = await new Definitions(database.dataSource).put(definition);
    return new StoryRecords(database, definitionHash, calendarHash);
  }

  close(): Promise<void> {
    return this.database.drop();
  }

  /** Puts another version of what journeys are pinned to, for them to adopt. @returns its hash */
  putDefinition(definition: ProgrammeDefinition): Promise<string> {
    return new Definitions(this.database.dataSource).put(definition);
  }

  /** The same for a calendar. */
  putCalendar(calendar: CalendarData): Promise<string> {
    return new Calendars(this.database.dataSource).put(calendar);
  }

  /** What readers see of a journey. */
  async readModelOf(journeyId: string): Promise<JourneyState | null> {
    return (await new Journeys(this.database.dataSource).byId(journeyId))?.state ?? null;
  }

  /** A city that may join. */
  async addCity(key: string): Promise<void> {
    const unknown = { nameZh: null, gbCode: null, topicEn: null, topicZh: null };
    const city = { key, nameEn: key, level: 'prefecture', country: 'CN', calendarHash: this.calendarHash, ...unknown };
    await new Cities(this.database.dataSource).put(city);
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

  staleJourneys(): ReturnType<RecordKeeper['staleJourneys']> {
    return this.journal.staleJourneys();
  }

  factsOf(journeyId: string): Promise<Fact[]> {
    return this.journal.facts(journeyId);
  }
}
