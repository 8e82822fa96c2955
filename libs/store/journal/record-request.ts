import type { Fact, JourneyState, LetterCancellation, LetterDue } from '@citypath/journey';
import type { Instant } from '../types';
import type { DrawNeeds } from './pinned-editions';

/** Facts that a run has accepted, with what follows from them for letters and the read model. */
export interface RecordRequest {
  journeyId: string;
  /** Of the run; a rebuild raises it. */
  generation: number;
  /** The journal's head that the facts follow; 0 for the first record of a journey. */
  afterSeq: number;
  /** In order, seq from afterSeq + 1 on without a gap. */
  facts: Fact[];
  /** When the journey next acts by itself; null: never. */
  nextMomentAt: Instant | null;
  /** Temporal's id of the run. */
  runId?: string | null;
  letters: LetterDue[];
  cancellations: LetterCancellation[];
  /** Folds the facts into the read model's state (null: there is none yet). What it throws does not stop the record. */
  project(state: JourneyState | null): JourneyState;
  /** What the journey then waits for; kept beside its state. */
  needs: DrawNeeds;
}

/**
 * `stale`: the facts are safe, but the read model could not follow them (or was behind already); Journal.refresh
 * heals it. `disagrees`: nothing was written, since the journal is not what the run believes.
 */
export type RecordOutcome =
  | { kind: 'recorded'; stale: false }
  | { kind: 'recorded'; stale: true; cause: unknown }
  | { kind: 'already-recorded' }
  | { kind: 'disagrees'; head: number; generation: number };
