export { addresseeOf } from './addressee';
export type { AddresseeNow } from './addressee';
export { goesAlone, seatAbout } from './cause';
export { movedDatesFor, stillCounts } from './moved-dates';
export { decidePost } from './decide-post';
export { preflight } from './preflight';
export type { ChainPlace, ChainsAsked, Gap, GapKind } from './preflight';
export type { OutOfReach, PeopleStanding, PersonStanding } from './standing';
export type { PostRound } from './decide-post';
export type { HoldReason } from './hold-reason';
export type { JourneyAtSending, LetterAtHand, ProgrammeSeats } from './letter-at-hand';
export type { PostDecision } from './post-decision';
export type { LeaveOfRecipient, PostWindow, Reachable, Received, Recipient } from './recipient';
export type { Suppression } from './suppression';
export { isReportTime, morningReport } from './morning-report';
export type { LetterToReport, MorningNews, MorningReport } from './morning-report';
export { decideWatchLetter } from './watch-letter';
export { compareLetters, goesAt } from './foretell/compare-letters';
export type { LettersChanged } from './foretell/compare-letters';
export { foretell, foretellAct, foretellActs } from './foretell/foretell';
export type {
  ActAhead,
  ActNow,
  Fate,
  ForetoldAct,
  ForetoldActs,
  ForetoldLetter,
  JourneyAhead,
  Surroundings,
  Today,
} from './foretell/foretold';
export { letterKey } from './foretell/letter-key';
export { withStepsMoved } from './foretell/moved-letters';
