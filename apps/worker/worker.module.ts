import { untilReached, type Logger } from '@citypath/runtime';
import { Journal, openDataSource, type DataSource } from '@citypath/store';
import { Module, type DynamicModule } from '@nestjs/common';
import { RecordActivity } from './activities/record.activity';
import type { WorkerConfig } from './worker-config';
import { WorkerHost } from './worker-host';

const RECORDS = Symbol('the pool of connections to the records');

/** Hosts the workflows, and keeps their records. */
@Module({})
export class WorkerModule {
  static with(config: WorkerConfig, logger: Logger): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        {
          provide: RECORDS,
          useFactory: () =>
            untilReached('the database', logger, () =>
              openDataSource(config.databaseUrl, { applicationName: 'citypath-worker' }),
            ),
        },
        {
          provide: WorkerHost,
          inject: [RECORDS],
          useFactory: (records: DataSource) =>
            new WorkerHost(config, logger, records, new RecordActivity(new Journal(records), logger)),
        },
      ],
    };
  }
}
