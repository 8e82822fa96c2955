import type { Config, Logger } from '@citypath/runtime';
import { untilReached } from '@citypath/runtime';
import {
  BulkActs,
  BulkActWork,
  CalendarMarks,
  Calendars,
  Cities,
  CitySeats,
  Definitions,
  Findings,
  HandActs,
  Identities,
  Imports,
  ImportTraces,
  Journal,
  JourneyReports,
  Journeys,
  AddressHealth,
  Deliveries,
  Letters,
  Mailboxes,
  OpenSteps,
  openDataSource,
  Papers,
  People,
  PeopleActs,
  Quarantine,
  RecordHealth,
  PersonData,
  ProgrammeSeats,
  Sessions,
  StepDrafts,
  StepHoldings,
  TestLetters,
  SignInRequests,
  Texts,
  Trail,
  type DataSource,
} from '@citypath/store';
import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown, type Type } from '@nestjs/common';
import { DATABASE, DATABASE_URL } from './tokens';

const STORES: Type[] = [
  BulkActs,
  BulkActWork,
  CalendarMarks,
  Calendars,
  Cities,
  CitySeats,
  Definitions,
  Findings,
  HandActs,
  Identities,
  Imports,
  ImportTraces,
  Journal,
  JourneyReports,
  Journeys,
  AddressHealth,
  Deliveries,
  Letters,
  Mailboxes,
  OpenSteps,
  Papers,
  People,
  PeopleActs,
  Quarantine,
  RecordHealth,
  PersonData,
  ProgrammeSeats,
  Sessions,
  StepDrafts,
  StepHoldings,
  TestLetters,
  SignInRequests,
  Texts,
  Trail,
];

/** The records: one pool of connections, and a store for each kind of row. */
@Global()
@Module({})
export class RecordsModule implements OnApplicationShutdown {
  constructor(@Inject(DATABASE) private readonly database: DataSource) {}

  static with({ databaseUrl }: Pick<Config, 'databaseUrl'>, logger: Logger): DynamicModule {
    const open = () => openDataSource(databaseUrl, { applicationName: 'citypath-api' });
    return {
      module: RecordsModule,
      providers: [
        { provide: DATABASE_URL, useValue: databaseUrl },
        { provide: DATABASE, useFactory: () => untilReached('the database', logger, open) },
        ...STORES.map((store) => ({
          provide: store,
          inject: [DATABASE],
          useFactory: (database: DataSource): unknown => new store(database),
        })),
      ],
      exports: [DATABASE, DATABASE_URL, ...STORES],
    };
  }

  /** No records at all, for looking at the routes only. */
  static absent(): DynamicModule {
    const tokens = [DATABASE, DATABASE_URL, ...STORES];
    return {
      module: RecordsModule,
      providers: tokens.map((provide) => ({ provide, useValue: {} })),
      exports: tokens,
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.database.isInitialized) await this.database.destroy();
  }
}
