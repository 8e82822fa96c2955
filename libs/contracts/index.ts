export type { Language, Text } from './primitives';
export { key, journeyId, name, stepRef, personId, language } from './primitives';
export type {
  PersonShort,
  Party,
  CreatePersonRequest,
  CreatePersonResponse,
  City,
  PutProgrammeSeatRequest,
  PutProgrammeSeatResponse,
} from './person';
export {
  personShort,
  party,
  createPersonRequest,
  postWindow,
  createPersonResponse,
  city,
  putProgrammeSeatRequest,
  putProgrammeSeatResponse,
} from './person';
export type {
  CityLevel,
  PutCityRequest,
  AddCityRequest,
  PutCityResponse,
  CityRow,
  CitiesResponse,
  CityProposalResponse,
} from './cities';
export {
  cityLevel,
  putCityRequest,
  addCityRequest,
  putCityResponse,
  cityRow,
  citiesQuery,
  citiesResponse,
  cityProposalQuery,
  cityProposalResponse,
} from './cities';
export type {
  BulkActJourney,
  BulkActJourneysResponse,
  BulkActName,
  BulkActRequest,
  BulkActResponse,
  BulkActStatus,
  BulkActsResponse,
  BulkChoicesResponse,
  BulkDryRunResponse,
  BulkDryRunRow,
  BulkRefusal,
  BulkUndoRequest,
} from './bulk-acts';
export {
  bulkActJourneysQuery,
  bulkActJourneysResponse,
  bulkActRequest,
  bulkActResponse,
  bulkActsQuery,
  bulkActsResponse,
  bulkChoicesResponse,
  bulkDryRunResponse,
  bulkJourneyActs,
  bulkStepActs,
  bulkUndoRequest,
} from './bulk-acts';
export type { DryRunResponse, LetterChange, StepChange } from './dry-run';
export { dryRunResponse } from './dry-run';
export type { ProgrammeOutlineResponse, JoinPreviewResponse } from './enrolment';
export { programmeOutlineResponse, joinPreviewResponse } from './enrolment';
export type {
  ImportStatus,
  ImportRowState,
  ImportMapping,
  ImportRemark,
  ImportRowAnswer,
  ImportTotals,
  ImportResponse,
  ImportsResponse,
  ImportRowsResponse,
} from './imports';
export {
  importId,
  uploadQuery,
  importsQuery,
  importMapping,
  importTotals,
  importResponse,
  importsResponse,
  importRowsQuery,
  importRowsResponse,
  correctCellRequest,
  startImportRequest,
} from './imports';
export type { AuditEntry, AuditQuery, AuditResponse } from './audit';
export { auditEntry, auditExportQuery, auditQuery, auditResponse } from './audit';
export type { ImportProblemCode } from './import-problems';
export type { CityProblemCode } from './city-problems';
export type { Role, SessionResponse, SignInRequest, ChangeLanguageRequest, SignInPeopleResponse } from './session';
export { role, sessionResponse, signInRequest, changeLanguageRequest, signInPeopleResponse } from './session';
export type {
  AskSignInRequest,
  AskSignInResponse,
  UseSignInLinkRequest,
  UseSignInCodeRequest,
  SignedInResponse,
  SignInLinkResponse,
} from './sign-in';
export {
  askSignInRequest,
  askSignInResponse,
  useSignInLinkRequest,
  useSignInCodeRequest,
  signedInResponse,
  signInLinkResponse,
} from './sign-in';
export { isOwnPath, ownPath } from './own-path';
export type {
  SignInWay,
  SignedInBrowser,
  SessionsResponse,
  OrganisationResponse,
  BeginOrganisationRequest,
  BeginOrganisationResponse,
  OrganisationAnswerRequest,
  OrganisationAnswerResponse,
} from './account';
export {
  signedInBrowser,
  sessionsResponse,
  organisationResponse,
  beginOrganisationRequest,
  beginOrganisationResponse,
  organisationAnswerRequest,
  organisationAnswerResponse,
} from './account';
export { signInProblems } from './sign-in-problems';
export type { SignInProblemCode } from './sign-in-problems';
export type { EvidenceAnswer, EvidenceAnswers, EvidenceHandedIn, EvidenceField, EvidenceWanted } from './evidence';
export { evidenceAnswer, evidenceAnswers, evidenceHandedIn, evidenceField, evidenceWanted } from './evidence';
export type { PaperKind, PaperShort, PaperResponse } from './papers';
export { LARGEST_PAPER_BYTES, paperKind, paperId, paperShort, paperResponse } from './papers';
export type { DraftAnswers, PutDraftRequest, PutDraftResponse, DraftResponse } from './drafts';
export { draftAnswers, putDraftRequest, putDraftResponse, draftResponse } from './drafts';
export type { ActName, ActOffered, DroppedStep } from './act';
export { actName, actOffered } from './act';
export type {
  Sign,
  JourneyStatus,
  BoardFilter,
  BoardQuery,
  BoardCell,
  BoardRow,
  BoardResponse,
  ProgrammesResponse,
} from './board';
export {
  sign,
  journeyStatus,
  boardFilter,
  boardQuery,
  boardExportQuery,
  boardCell,
  boardRow,
  boardResponse,
  programmesResponse,
} from './board';
export type {
  LadderInWords,
  CadenceInWords,
  PreparedLetterResponse,
  WantedNow,
  ComingLetter,
  StepRound,
  StepComment,
  CityStep,
  CitySeat,
  Commenting,
  CityPageResponse,
} from './city-page';
export {
  ladderInWords,
  cadenceInWords,
  preparedLetterResponse,
  wantedNow,
  comingLetter,
  stepRound,
  stepComment,
  cityStep,
  citySeat,
  commenting,
  cityPageResponse,
} from './city-page';
export type { Gap, GapsQuery, GapsResponse } from './gaps';
export { gap, gapsQuery, gapsResponse } from './gaps';
export type { NeedSection, NeedsQuery, Need, NeedsResponse } from './needs';
export { needSection, needsQuery, need, needsResponse } from './needs';
export type { HistoryQuery, HistoryEntry, HistoryResponse } from './history';
export { historyQuery, historyEntry, historyResponse } from './history';
export type { ForecastQuery, ForecastResponse } from './forecast';
export { forecastQuery, forecastResponse } from './forecast';
export type {
  LetterStatus,
  LedgerState,
  LettersQuery,
  CarryingLetter,
  LedgerRow,
  LettersResponse,
  LetterResponse,
} from './letters';
export {
  letterStatus,
  ledgerState,
  lettersQuery,
  carryingLetter,
  ledgerRow,
  lettersResponse,
  letterResponse,
} from './letters';
export type {
  ComingLettersQuery,
  ComingFate,
  LetterToCome,
  ComingLettersResponse,
  LetterToComeResponse,
  SkipLetterRequest,
  LetterActRequest,
  LetterActResponse,
} from './coming-letters';
export {
  comingLettersQuery,
  comingFate,
  letterToCome,
  comingLettersResponse,
  letterToComeResponse,
  skipLetterRequest,
  letterActRequest,
  letterActResponse,
} from './coming-letters';
export type {
  JoinRequest,
  AppointOfficerRequest,
  AppointRequest,
  HandOverRequest,
  VacateRequest,
  NameLiaisonRequest,
  SubmitRequest,
  AskWaiverRequest,
  CommentRequest,
  AcceptRequest,
  ReturnRequest,
  CompleteRequest,
  WaiveRequest,
  SkipRequest,
  ReopenRequest,
  AcknowledgeRequest,
  ReleaseRungRequest,
  DeclineRungRequest,
  SetCadenceRequest,
  ResetCadenceRequest,
  AgreeDateRequest,
  ScheduleEventRequest,
  HoldRequest,
  ResumeRequest,
  WithdrawRequest,
  FinishRequest,
  GoToRequest,
  RestartFromRequest,
  UndoRequest,
  AdoptCalendarRequest,
  AdoptDefinitionRequest,
} from './requests';
export {
  joinRequest,
  appointOfficerRequest,
  appointRequest,
  handOverRequest,
  vacateRequest,
  nameLiaisonRequest,
  submitRequest,
  askWaiverRequest,
  commentRequest,
  acceptRequest,
  returnRequest,
  completeRequest,
  waiveRequest,
  skipRequest,
  reassignRequest,
  reopenRequest,
  acknowledgeRequest,
  releaseRungRequest,
  declineRungRequest,
  setCadenceRequest,
  resetCadenceRequest,
  agreeDateRequest,
  scheduleEventRequest,
  holdRequest,
  resumeRequest,
  readmitRequest,
  withdrawRequest,
  finishRequest,
  goToRequest,
  restartFromRequest,
  undoRequest,
  adoptCalendarRequest,
  adoptDefinitionRequest,
} from './requests';
export type {
  CommandResponse,
  CommandPendingResponse,
  CommandStatusResponse,
  JourneyChanged,
  LiveResponse,
  ReadyResponse,
} from './command-status';
export {
  commandResponse,
  commandPendingResponse,
  commandStatusResponse,
  journeyChanged,
  liveResponse,
  readyResponse,
} from './command-status';
export type { Problem } from './problem';
export { problem } from './problem';
export type { ProblemWording } from './problem-wording';
export { fillIn } from './problem-wording';
export type { ApiProblemCode } from './api-problems';
export { apiProblems } from './api-problems';
export type { PaperProblemCode } from './paper-problems';
export { refusalProblems } from './refusal-problems';
export type { FieldProblemCode } from './field-problems';
export { fieldProblems } from './field-problems';
export type { CalendarProblemCode } from './calendar-problems';
export type {
  AddClosureRequest,
  AddNoticeRequest,
  AdoptionResult,
  AdoptionsRequest,
  AdoptionsResponse,
  CalendarNotice,
  CalendarOffer,
  CalendarResponse,
  CalendarsResponse,
  ClosuresResponse,
  MovedStep,
  OffersResponse,
} from './calendars';
export {
  addClosureRequest,
  addNoticeRequest,
  adoptionResult,
  adoptionsRequest,
  adoptionsResponse,
  calendarBody,
  calendarKey,
  calendarMarkId,
  calendarNotice,
  calendarOffer,
  calendarQuery,
  calendarResponse,
  calendarsResponse,
  closuresResponse,
  MOST_ADOPTIONS,
  movedStep,
  offersResponse,
} from './calendars';
export type {
  PeopleQuery,
  PersonInList,
  PeopleResponse,
  OpenWithPerson,
  PersonResponse,
  ProgrammeResponse,
  PutPersonRequest,
  PutLeaveRequest,
  PutPostWindowRequest,
  PutLetterHoldRequest,
  PutAdministratorRequest,
  EraseRequest,
  PersonExport,
} from './people';
export {
  peopleQuery,
  personInList,
  peopleResponse,
  openWithPerson,
  personResponse,
  programmeResponse,
  putPersonRequest,
  putLeaveRequest,
  putPostWindowRequest,
  putLetterHoldRequest,
  putAdministratorRequest,
  eraseRequest,
  personExport,
} from './people';
export {
  rightsReach,
  rightsResponse,
  rightsRole,
  rightsRow,
  type RightsReach,
  type RightsResponse,
  type RightsRole,
  type RightsRow,
} from './rights';
export type { PackResponse } from './pack';
export { packResponse } from './pack';
export type {
  LetterInWords,
  LetterPreviewQuery,
  LetterPreviewResponse,
  TestLetter,
  TestLetterRequest,
  TestLettersResponse,
} from './letter-previews';
export {
  letterInWords,
  letterPreviewQuery,
  letterPreviewResponse,
  testLetter,
  testLetterRequest,
  testLettersResponse,
} from './letter-previews';
export { quarantinedMail, quarantineQuery, quarantineResponse, settleLetterRequest } from './letter-delivery';
export type { QuarantinedMail, QuarantineQuery, QuarantineResponse, SettleLetterRequest } from './letter-delivery';
export type {
  MachineryFinding,
  MachineryKind,
  MachineryResponse,
  StuckCause,
  StuckLine,
  StuckOption,
  StuckQuery,
  StuckResponse,
} from './stuck';
export {
  machineryFinding,
  machineryKind,
  machineryResponse,
  stuckCause,
  stuckLine,
  stuckOption,
  stuckQuery,
  stuckResponse,
} from './stuck';
export { runAct, runActRequest, runActResponse, runDryRunResponse } from './runs';
export type { RunAct, RunActRequest, RunActResponse, RunDryRunResponse } from './runs';
export { finding, findingKind, findingsResponse } from './findings';
export type { Finding, FindingKind, FindingsResponse } from './findings';
export { workflowViewQuery, workflowViewResponse } from './workflow-view';
export type {
  PendingActivity,
  RunStatus,
  TaskQueueHalf,
  WorkflowEvent,
  WorkflowRun,
  WorkflowViewQuery,
  WorkflowViewResponse,
} from './workflow-view';
