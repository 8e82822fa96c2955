/** Why a due letter is not sent, now or ever. The ledger keeps the code; the sentence is made where it is read. */
export type Suppression =
  | 'journey-closed'
  | 'journey-on-hold'
  | 'step-not-waiting'
  | 'round-over'
  | 'date-moved'
  | 'day-passed'
  | 'question-answered'
  | 'contact-mended'
  | 'never-invited'
  | 'seat-filled'
  | 'seat-changed'
  | 'seat-empty'
  | 'person-unknown'
  | 'person-erased'
  | 'no-address'
  | 'address-bounced';
