import type { CalendarNotice as CalendarNoticeRow } from './rows/calendar-notice';
import type { City as CityRow } from './rows/city';
import type { CityClosure as CityClosureRow } from './rows/city-closure';
import type { Journey as JourneyRow } from './rows/journey';
import type { Letter as LetterRow } from './rows/letter';
import type { Paper as PaperRow } from './rows/paper';
import type { ProgrammeSeat as ProgrammeSeatRow } from './rows/programme-seat';
import type { QuarantinedMail as QuarantinedMailRow } from './rows/quarantined-mail';
import type { Session as SessionRow } from './rows/session';
import type { StepDraft as StepDraftRow } from './rows/step-draft';
import type { PersonIdentity as PersonIdentityRow } from './rows/person-identity';
import type { SignInRequest as SignInRequestRow } from './rows/sign-in-request';

/** The fields of a row without its class: what the stores take and give. */
type Plain<Row> = Pick<Row, keyof Row>;

export type CalendarNotice = Plain<CalendarNoticeRow>;
export type City = Plain<CityRow>;
export type CityClosure = Plain<CityClosureRow>;
export type Journey = Plain<JourneyRow>;
export type Letter = Plain<LetterRow>;
export type Paper = Plain<PaperRow>;
export type ProgrammeSeat = Plain<ProgrammeSeatRow>;
export type QuarantinedMail = Plain<QuarantinedMailRow>;
export type Session = Plain<SessionRow>;
export type StepDraft = Plain<StepDraftRow>;
export type PersonIdentity = Plain<PersonIdentityRow>;
export type SignInRequest = Plain<SignInRequestRow>;
