import type { Day, Instant } from '@citypath/calendar';
import type { Addressee, StepRef } from '@citypath/journey';

export const HANDWRITTEN_YEAR = 'handwrittenYear';

/** A step whose dates somebody has worked out beforehand, since the hand-written workflow has no rules to do it. */
export interface HandwrittenStep {
  ref: StepRef;
  dueOn: Day | null;
  owner: Addressee;
  /** The step whose acceptance opens it; null: it opens at `opensAt`, or with the journey. */
  opensAfter: StepRef | null;
  opensAt: Instant | null;
  /** Mornings on which its owner is told while it is open, and the acceptor while it is handed in. */
  remindAt: Instant[];
  askAgainAt: Instant[];
}

export interface HandwrittenInput {
  journeyId: string;
  city: string;
  programme: string;
  definitionHash: string;
  calendarHash: string;
  joinedOn: Day;
  steps: HandwrittenStep[];
}
