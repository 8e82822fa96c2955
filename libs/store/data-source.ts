import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { ReaderAwareDataSource } from './as-reader';
import { migrations } from './migrations';
import { BulkAct } from './rows/bulk-act';
import { BulkActRow } from './rows/bulk-act-row';
import { Calendar } from './rows/calendar';
import { CalendarNotice } from './rows/calendar-notice';
import { City } from './rows/city';
import { CityClosure } from './rows/city-closure';
import { Definition } from './rows/definition';
import { Finding } from './rows/finding';
import { HandAct } from './rows/hand-act';
import { ImportFile } from './rows/import-file';
import { ImportRow } from './rows/import-row';
import { JournalEntry } from './rows/journal-entry';
import { Journey } from './rows/journey';
import { JourneyReport } from './rows/journey-report';
import { KeptSecret } from './rows/kept-secret';
import { Letter } from './rows/letter';
import { OpenStep } from './rows/open-step';
import { Paper } from './rows/paper';
import { PeopleAct } from './rows/people-act';
import { LetterEmbargo } from './rows/letter-embargo';
import { Mailbox } from './rows/mailbox';
import { Person } from './rows/person';
import { PersonAddress } from './rows/person-address';
import { PersonIdentity } from './rows/person-identity';
import { ProgrammeSeat } from './rows/programme-seat';
import { QuarantinedMail } from './rows/quarantined-mail';
import { Restore } from './rows/restore';
import { SeatHolder } from './rows/seat-holder';
import { Session } from './rows/session';
import { StepDraft } from './rows/step-draft';
import { SignInRequest } from './rows/sign-in-request';
import { StoredText } from './rows/stored-text';
import { TestLetter } from './rows/test-letter';
import { WatchLetter } from './rows/watch-letter';
import { WatchLook } from './rows/watch-look';
import { WatchedJourney } from './rows/watched-journey';
import { SnakeCaseNaming } from './snake-case-naming';
import { StatementObserver } from './statement-observer';

export interface DataSourceSettings {
  /** Connections that this process keeps at most. */
  poolSize?: number;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
  /** A statement that takes longer fails; 0: none does. 15 s unless given. */
  statementTimeoutMs?: number;
  /** Told each statement (without its values) before it is sent; for counting them. */
  onStatement?: (sql: string) => void;
}

/**
 * Connects to PostgreSQL (15 or newer).
 *
 * @param url postgres:// address, with sslmode where the server is not on this machine
 * @returns an open pool; close it with `destroy()`. Fails when the server cannot be reached within 5 s.
 */
export async function openDataSource(url: string, settings: DataSourceSettings = {}): Promise<DataSource> {
  const dataSource = new ReaderAwareDataSource({
    type: 'postgres',
    url,
    entities: [
      Calendar,
      CalendarNotice,
      City,
      CityClosure,
      Definition,
      Finding,
      HandAct,
      BulkAct,
      BulkActRow,
      ImportFile,
      ImportRow,
      JournalEntry,
      Journey,
      JourneyReport,
      KeptSecret,
      Letter,
      OpenStep,
      LetterEmbargo,
      Mailbox,
      Paper,
      PeopleAct,
      Person,
      PersonAddress,
      PersonIdentity,
      ProgrammeSeat,
      QuarantinedMail,
      Restore,
      SeatHolder,
      Session,
      StepDraft,
      SignInRequest,
      StoredText,
      TestLetter,
      WatchLetter,
      WatchLook,
      WatchedJourney,
    ],
    migrations,
    migrationsTableName: 'migrations',
    namingStrategy: new SnakeCaseNaming(),
    // Only names gen_random_uuid(), which PostgreSQL has by itself; nothing is installed.
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    poolSize: settings.poolSize ?? 10,
    applicationName: settings.applicationName ?? 'citypath',
    connectTimeoutMS: 5_000,
    // An idle connection that breaks is replaced by the pool; whoever asks next gets a new one or the error.
    poolErrorHandler: () => undefined,
    // A server that hangs must fail an activity or a request, not keep it for ever.
    extra: {
      statement_timeout: settings.statementTimeoutMs ?? 15_000,
      idle_in_transaction_session_timeout: 30_000,
      keepAlive: true,
    },
    ...(settings.onStatement
      ? { logging: ['query'] as const, logger: new StatementObserver(settings.onStatement) }
      : { logging: false as const }),
  });
  return dataSource.initialize();
}
