import type { Instant } from '@citypath/calendar';
import {
  openMailTransport,
  TemporalDoor,
  untilReached,
  type Config,
  type Logger,
  type SettingKey,
} from '@citypath/runtime';
import { openDataSource, type DataSource } from '@citypath/store';
import { Module, type DynamicModule } from '@nestjs/common';
import { openBounceServer, returnAddressesOf } from './bounces/open-bounce-server';
import { Courier } from './courier';
import { CourierLoop } from './courier-loop';
import { hostOf } from './smtp/host-of';
import { RunningJourneys } from './reporting/journey-door';
import { ReportLoop } from './reporting/report-loop';
import { ReportRound } from './reporting/report-round';
import { SignInRound } from './sign-in/sign-in-round';
import { Throttle } from './smtp/throttle';
import { PostOffice } from './smtp/post-office';
import { TestLetterRound } from './test-letters/test-letter-round';
import { WatchLetterRound } from './watch-letters/watch-letter-round';

/** What the courier's process takes from the environment. */
export const COURIER_SETTINGS = [
  'databaseUrl',
  'temporalAddress',
  'temporalNamespace',
  'smtpUrl',
  'mailFrom',
  'publicUrl',
  'mode',
  'courierTickMs',
  'logLevel',
  'bounceHost',
  'bouncePort',
  'bounceListen',
  'bounceSecret',
  'dkimDomain',
  'dkimSelector',
  'dkimPrivateKey',
  'mailPerDomainAMinute',
  'mailPerRecipientAMinute',
] as const satisfies readonly SettingKey[];

export type CourierConfig = Pick<Config, (typeof COURIER_SETTINGS)[number]>;

const RECORDS = Symbol('the pool of connections to the records');

/** Posts the letters that are due. */
@Module({})
export class CourierModule {
  static with(config: CourierConfig, logger: Logger): DynamicModule {
    const temporal = TemporalDoor.open(config);
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
          provide: ReportLoop,
          inject: [RECORDS],
          useFactory: (records: DataSource) =>
            new ReportLoop(new ReportRound(records, new RunningJourneys(temporal)), config.courierTickMs, logger),
        },
        {
          provide: CourierLoop,
          inject: [RECORDS, PostOffice, ReportLoop],
          useFactory: async (records: DataSource, postOffice: PostOffice, reports: ReportLoop) => {
            const returnAddresses = await returnAddressesOf(config, records);
            const setting = {
              publicUrl: config.publicUrl,
              messageIdHost: hostOf(config.mailFrom),
              returnAddresses,
              throttle: new Throttle(config),
            };
            const bounces = await openBounceServer(config, records, returnAddresses, logger);
            const courier = new Courier(records, postOffice, setting);
            const rounds = {
              signIn: new SignInRound(records, postOffice, setting),
              testLetters: new TestLetterRound(records, postOffice, setting),
              watchLetters: new WatchLetterRound(records, postOffice, setting, new Date().toISOString() as Instant),
            };
            const hurry = () => postOffice.hurry();
            return new CourierLoop(courier, rounds, records, config, logger, hurry, async () => {
              await bounces?.close();
              await reports.end();
              await temporal.close();
              postOffice.close();
              await records.destroy();
            });
          },
        },
      ],
    };
  }
}
