import { openMailTransport, untilReached, type Config, type Logger } from '@citypath/runtime';
import { openDataSource, type DataSource } from '@citypath/store';
import { Module, type DynamicModule } from '@nestjs/common';
import { Courier } from './courier';
import { CourierLoop } from './courier-loop';
import { hostOf } from './smtp/host-of';
import { SignInRound } from './sign-in/sign-in-round';
import { PostOffice } from './smtp/post-office';

export type CourierConfig = Pick<
  Config,
  'databaseUrl' | 'smtpUrl' | 'mailFrom' | 'publicUrl' | 'mode' | 'courierTickMs' | 'logLevel'
>;

const RECORDS = Symbol('the pool of connections to the records');

/** Posts the letters that are due. */
@Module({})
export class CourierModule {
  static with(config: CourierConfig, logger: Logger): DynamicModule {
    return {
      module: CourierModule,
      providers: [
        {
          provide: RECORDS,
          useFactory: () =>
            untilReached('the database', logger, () =>
              openDataSource(config.databaseUrl, { applicationName: 'citypath-courier' }),
            ),
        },
        {
          provide: PostOffice,
          useFactory: () => new PostOffice(openMailTransport(config), config.mailFrom),
        },
        {
          provide: CourierLoop,
          inject: [RECORDS, PostOffice],
          useFactory: (records: DataSource, postOffice: PostOffice) => {
            const setting = { publicUrl: config.publicUrl, messageIdHost: hostOf(config.mailFrom) };
            const courier = new Courier(records, postOffice, setting);
            const signIns = new SignInRound(records, postOffice, setting);
            return new CourierLoop(courier, signIns, records, config, logger, async () => {
              postOffice.close();
              await records.destroy();
            });
          },
        },
      ],
    };
  }
}
