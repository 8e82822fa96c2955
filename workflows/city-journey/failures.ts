import type { Refusal } from '@citypath/journey';
import { ApplicationFailure } from '@temporalio/common';
import { JOURNAL_DISAGREES, JOURNEY_MOVED, RULES_FAILED } from './city-journey.messages';

/** A refused command: the code is the failure's type, the refusal its detail. */
export function refused(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.nonRetryable(`Refused: ${refusal.code}`, refusal.code, refusal);
}

/** The run may not go on: it has to be rebuilt from the journal. */
export function journalDisagrees(): ApplicationFailure {
  return ApplicationFailure.nonRetryable('The journal goes on otherwise than this run.', JOURNAL_DISAGREES);
}

/** Somebody looked at what the act would do, and the journey has gone on since. */
export function journeyMoved(): ApplicationFailure {
  return ApplicationFailure.nonRetryable('The journey has gone on since it was looked at.', JOURNEY_MOVED);
}

/** The rules threw: the command is not taken, and the journey goes on. */
export function rulesFailed(error: unknown): ApplicationFailure {
  return ApplicationFailure.nonRetryable(error instanceof Error ? error.message : String(error), RULES_FAILED);
}
