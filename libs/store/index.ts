export { asReader, beyondReader, restFromReading } from './as-reader';
export { openDataSource } from './data-source';
export type { DataSourceSettings } from './data-source';
export type { DataSource } from 'typeorm';
export { migrate } from './migrate';
export { schemaStanding } from './schema-standing';
export type { SchemaStanding } from './schema-standing';
export { serverStanding } from './server-standing';
export type { ServerStanding } from './server-standing';
export { readerStanding } from './reader-standing';
export type { ReaderStanding } from './reader-standing';
export { atOneMoment } from './backup/snapshot';
export type { Snapshot } from './backup/snapshot';
export type { BackedUp, BackedUpSequence, BackedUpTable } from './backup/backed-up';
export {
  CannotRestore,
  checkMigrations,
  checkRestored,
  ensureReaderRole,
  occupants,
  restoreRows,
} from './backup/restore-rows';
export { Recovery } from './recovery/recovery';
export type { RestoredJourney } from './recovery/recovery';
export { awaitedRecovery } from './recovery/awaits-recovery';
export type { AwaitedRecovery } from './recovery/awaits-recovery';
export { markRestored } from './recovery/mark-restored';
export type { PresumedLetter } from './recovery/presume-sent';
export { schemaDrift } from './drift';
export { listen } from './listen';
export type { Listening } from './listen';
export { Journal } from './journal/journal';
export type { BegunAnew, RulesToBeginAnew } from './journal/begin-anew';
export { JOURNEYS_CHANNEL } from './journal/read-model';
export type { RecordOutcome, RecordRequest } from './journal/record-request';
export { AddressHealth } from './letters/address-health';
export { Deliveries } from './letters/deliveries';
export type { DeliveryChange } from './letters/deliveries';
export { JourneyReports } from './letters/journey-reports';
export type { JourneyToTell, ReportToGive, UnreportedLetter } from './letters/journey-reports';
export { SecondPostings } from './letters/second-postings';
export { Letters } from './letters/letters';
export { Mailboxes } from './letters/mailboxes';
export type { Carrier, LedgerEntry, LedgerFilter, LedgerKey, LedgerLine, LetterInFull } from './letters/ledger';
export type { LetterOutcome } from './letters/letter-outcome';
export { Threads } from './letters/threads';
export type { LetterToThread } from './letters/threads';
export type { ComposedMessage } from './letters/compose';
export type { Concluded, ConcludedLetter } from './letters/conclude';
export type { Claim, MailRound } from './letters/mail-round';
export type { SettledLetter } from './letters/settle';
export type { ComposedLetter, Hold, TakenLetter } from './letters/taken-letter';
export { Journeys } from './journeys';
export { RecordHealth } from './record-health';
export type { OutboxStanding, RunningJourney } from './record-health';
export { Watch } from './watch/watch';
export type { HeldAgainst, ToFold, WatchedHead } from './watch/watch';
export { Findings, FINDINGS_CHANNEL } from './watch/findings';
export { WatchLetters } from './watch/watch-letters';
export type { OpenFinding } from './watch/watch-letters';
export type { Found, KeptFinding, LastLook, Looked } from './watch/findings';
export type { FindingAbout, FindingKind } from './rows/finding';
export type { Editions } from './journal/pinned-editions';
export { OpenSteps } from './open-steps/open-steps';
export type { JourneyChains } from './open-steps/chains';
export type { BoardPage, BoardPart } from './open-steps/board-page';
export type { NeedKey, NeedRow, NeedSection, NeedsPage } from './open-steps/needs-page';
export type { DrawNeeds } from './journal/pinned-editions';
export type { JourneyHead, JourneyHeard } from './journeys';
export type { JourneyFilter, JourneyInList, JourneyKey, Sight } from './journey-in-list';
export { Cities } from './cities';
export type { CityInList } from './cities';
export { CitySeats } from './city-seats';
export type { CitySeat } from './city-seats';
export { keptSecret } from './kept-secrets';
export { Quarantine } from './quarantine';
export type { MailToKeep, QuarantineKey } from './quarantine';
export type { QuarantineReason } from './rows/quarantined-mail';
export { Papers } from './papers';
export { People } from './people';
export { HandActs } from './audit/hand-acts';
export type { HandAct } from './audit/hand-acts';
export { Trail } from './audit/trail';
export type { ActByHand, JourneyAct, PersonAct, TrailEntry, TrailFilter, TrailKey } from './audit/trail-entry';
export type { HandActKind } from './rows/hand-act';
export { PersonData } from './person-data';
export { PeopleActs } from './people-acts';
export type { PeopleAct } from './people-acts';
export type { PeopleActKind } from './rows/people-act';
export { USUAL_WINDOW } from './person';
export type {
  Bounced,
  Correction,
  Leave,
  NamesOfPerson,
  Person,
  PersonToKeep,
  PersonWithSeats,
  PostWindow,
} from './person';
export type { StandingOfPerson } from './standing';
export { addressKey, AddressTaken } from './address-taken';
export { ProgrammeSeats } from './programme-seats';
export { Definitions } from './definitions';
export { StepHoldings } from './step-holdings';
export { Calendars } from './calendars';
export { CalendarMarks } from './calendar-marks';
export type { NewClosure, NewNotice } from './calendar-marks';
export type { CalendarNoticeKind } from './rows/calendar-notice';
export { StepDrafts } from './step-drafts';
export type { DraftPlace } from './step-drafts';
export { BulkActs } from './bulk-acts/bulk-acts';
export type {
  BulkActProgress,
  BulkActRowState,
  BulkActStatus,
  KeptBulkAct,
  KeptBulkActRow,
  NewBulkAct,
  NewBulkActRow,
} from './bulk-acts/bulk-acts';
export { BulkActWork } from './bulk-acts/bulk-act-work';
export type { RowOutcome, WaitingRow } from './bulk-acts/bulk-act-work';
export { Imports } from './imports/imports';
export type { ImportedFile, ImportedRow, NewImport, RowJudged } from './imports/imports';
export { ImportTraces } from './imports/import-traces';
export type { KeptBecause } from './imports/import-traces';
export type { ImportStatus } from './rows/import-file';
export type { ImportRowState } from './rows/import-row';
export { Texts } from './texts';
export { IDLE_MINUTES, Sessions } from './sessions';
export type { SeatInCity, SignedIn } from './sessions';
export { Identities } from './identities';
export { hashOfSecret, newSignInSecrets } from './sign-in/secrets';
export type { SignInSecrets } from './sign-in/secrets';
export { SIGN_IN_CHANNEL, SIGN_IN_MINUTES, SignInRequests } from './sign-in/sign-in-requests';
export type { AskedSignIn } from './sign-in/sign-in-requests';
export { TEST_LETTERS_CHANNEL, TestLetters } from './test-letters/test-letters';
export type { TakenTestLetter, TestLetter, WantedTestLetter } from './test-letters/test-letters';
export { SignInPost } from './sign-in/sign-in-post';
export type { TakenSignIn } from './sign-in/sign-in-post';
export { offsetsOf } from './zone-offsets';
export { canonicalJson, contentHash } from './content-hash';
export type {
  CalendarNotice,
  City,
  CityClosure,
  Journey,
  Letter,
  Paper,
  PersonIdentity,
  ProgrammeSeat,
  QuarantinedMail,
  Session,
  SignInRequest,
  StepDraft,
} from './plain';
export type { SignInWay } from './rows/session';
export type { LetterStatus } from './rows/letter';
export type { Instant, Language, Page, PageRequest } from './types';
