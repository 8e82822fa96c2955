import {
  cancellations,
  emptyState,
  fold,
  lettersDue,
  type JourneyState,
  type LetterCancellation,
  type LetterDue,
} from '@citypath/journey';
import type { CityJourneyActivities, RecordRequest, RecordResult } from '@citypath/workflows/activities';
import { ApplicationFailure } from '@temporalio/common';
import type { Logger } from 'pino';

/** What the records do with a request: all of it in one transaction, or nothing. */
export interface RecordKeeper {
  record(
    request: RecordRequest & {
      letters: LetterDue[];
      cancellations: LetterCancellation[];
      /** The read model after the facts, from the one before them (null: there is none yet). */
      project(state: JourneyState | null): JourneyState;
    },
  ): Promise<
    { kind: 'recorded' } | { kind: 'already-recorded' } | { kind: 'disagrees'; head: number; generation: number }
  >;
}

/** Keeps the facts of a run, together with the letters that they cause and those that they make pointless. */
export class RecordActivity implements CityJourneyActivities {
  constructor(
    private readonly journal: RecordKeeper,
    private readonly logger: Logger,
  ) {}

  /** Bound to its instance, since Temporal calls activities as mere functions. */
  readonly record = async (request: RecordRequest): Promise<RecordResult> => {
    const { journeyId, facts } = request;
    const outcome = await this.orAgain(request, () =>
      this.journal.record({
        ...request,
        letters: facts.flatMap(lettersDue),
        cancellations: facts.flatMap(cancellations),
        project: (state) => fold(state ?? emptyState(journeyId), facts),
      }),
    );
    if (outcome.kind !== 'disagrees') return { kind: 'recorded' };
    const { head, generation } = outcome;
    this.logger.error({ ...about(request), head, journalGeneration: generation }, 'the journal disagrees');
    return { kind: 'disagrees', head, generation };
  };

  /**
   * Temporal tries a failed attempt again. Hazard: what fails here stands in the workflow's history and in the
   * log, so the failure says the error's kind only; a database quotes values in its messages.
   */
  private async orAgain<Outcome>(request: RecordRequest, attempt: () => Promise<Outcome>): Promise<Outcome> {
    try {
      return await attempt();
    } catch (error) {
      const reason = kindOf(error);
      this.logger.warn({ ...about(request), reason }, 'not recorded, will be tried again');
      throw ApplicationFailure.retryable(`Not recorded: ${reason}.`, 'not-recorded');
    }
  }
}

function about({ journeyId, generation, afterSeq, facts }: RecordRequest): Record<string, string | number> {
  return { journeyId, generation, afterSeq, facts: facts.length };
}

/** The name of an error and its code ('ECONNREFUSED', a SQLSTATE), never its message. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}
