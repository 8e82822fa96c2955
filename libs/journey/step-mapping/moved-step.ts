import type { Text } from '@citypath/calendar';
import type { StepKey } from '../grammar';
import type { StepRef } from '../ids';

/** What becomes of steps that a new version of the programme lacks: the step that takes its place there, or null: it is let go. */
export type StepMapping = Record<StepKey, StepKey | null>;

/** What became of a step, of one of its occurrences, or (by its key) of all that names it. */
export interface MovedStep {
  from: StepRef;
  /** Null: it was let go, and had nothing that anybody gave. */
  to: StepRef | null;
  /** Of the step in the version before, so that what names it can still be told. */
  title: Text;
  /** The greatest that ever began; 0: none did. */
  round: number;
}

/** The steps that one fact moved. */
export interface StepsMoved {
  seq: number;
  steps: MovedStep[];
}
