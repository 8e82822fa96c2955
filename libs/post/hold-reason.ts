/** Why a letter waits. It is decided on anew when the time comes; the ledger keeps the code. */
export type HoldReason =
  /** It is not the time of day for letters. */
  | 'outside-window'
  /** No working day of the recipient's. */
  | 'day-off'
  /** The recipient is on leave, and nobody stands in (or whoever does is not reached either). */
  | 'on-leave'
  /** Somebody holds all letters of the person. */
  | 'letters-held'
  /** It fell due a moment ago: what else falls due this morning goes with it. */
  | 'gathering'
  /** An act upon many cities caused it, and goes on: the others that it causes go with it. */
  | 'many-at-once'
  /** Today's digest has gone. */
  | 'after-digest'
  /** So many ordinary letters a day, and no more. */
  | 'cap-reached'
  /** The courier's, not the rules': the reader's mail host, or the reader, got enough within this minute. */
  | 'throttled';
