export { addresseeOf } from './addressee';
export type { AddresseeNow } from './addressee';
export { comingLetters } from './coming-letters';
export type { ComingLetter, ForecastLetter } from './coming-letters';
export { decidePost } from './decide-post';
export type { PostDecision, PostRound } from './decide-post';
export type { JourneyAtSending, LetterAtHand, ProgrammeSeats, Recipient } from './letter-at-hand';
export type { Suppression } from './suppression';
