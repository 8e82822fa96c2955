import { emptyState } from './empty-state';
import { fold } from './evolve';
import type { Fact } from './fact';
import type { JourneyId } from './ids';
import type { LetterCancellation, LetterDue } from './letter';
import { cancellations, lettersDue } from './letters-due';
import { openNeeds } from './open-needs';
import type { JourneyState } from './state';

/** What is recorded together with facts. */
export interface WhatFollows {
  letters: LetterDue[];
  cancellations: LetterCancellation[];
  /** Folds the facts into the state before them; null: there is none yet. */
  project: (state: JourneyState | null) => JourneyState;
  needs: typeof openNeeds;
}

/** What follows from facts for letters and for what is shown: the same whoever records them, and whenever. */
export function whatFollows(journeyId: JourneyId, facts: readonly Fact[]): WhatFollows {
  return {
    letters: facts.flatMap(lettersDue),
    cancellations: facts.flatMap(cancellations),
    project: (state) => fold(state ?? emptyState(journeyId), facts),
    needs: openNeeds,
  };
}
