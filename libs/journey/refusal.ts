/** Why a command was not taken: a state of affairs, with the field it is about. The sentence is made where it is read. */
export interface Refusal {
  code: RefusalCode;
  /** JSON pointer into the command, for example '/step'. */
  field?: string;
  /** What the sentence needs, never a person's name. */
  params?: Record<string, string | number>;
}

export type RefusalCode =
  | 'journey-already-joined'
  | 'journey-not-joined'
  | 'journey-closed'
  | 'journey-not-closed'
  | 'journey-on-hold'
  | 'journey-not-on-hold'
  | 'step-unknown'
  | 'step-not-open'
  | 'step-not-submitted'
  | 'step-already-settled'
  | 'step-not-settled'
  | 'step-running-already'
  | 'step-still-waiting'
  | 'step-not-an-event'
  | 'step-not-waivable'
  | 'waiver-needs-proof'
  | 'step-may-not-return-there'
  | 'mention-not-in-seat'
  | 'mention-not-of-programme'
  | 'questions-too-many'
  | 'seat-unknown'
  | 'seat-not-of-city'
  | 'seat-occupied'
  | 'seat-vacant'
  | 'seat-read-only'
  | 'seat-has-step-already'
  | 'person-holds-seat-already'
  | 'evidence-missing'
  | 'evidence-unknown'
  | 'day-malformed'
  | 'day-in-the-future'
  | 'day-in-the-past'
  | 'day-before-joining'
  | 'hold-too-long'
  | 'acknowledgement-too-long'
  | 'rung-not-prepared'
  | 'cadence-malformed'
  | 'steps-still-open'
  | 'definition-malformed'
  | 'definition-drops-steps'
  | 'definition-drops-seats'
  | 'mapping-from-unknown'
  | 'mapping-to-unknown'
  | 'mapping-needless'
  | 'mapping-into-one'
  | 'mapping-onto-another'
  | 'mapping-changes-repeats'
  | 'mapping-loses-evidence'
  | 'mapping-lets-go-of-evidence'
  | 'calendar-malformed'
  | 'act-unknown'
  | 'act-too-old'
  | 'act-not-undoable'
  | 'act-undone-already'
  | 'act-overtaken'
  | 'command-id-reused';

export type Decision<Body> = { kind: 'accepted'; facts: Body[] } | { kind: 'refused'; refusal: Refusal };
