import { emptyState, fold, openNeeds, whatFollows } from '@citypath/journey';
import type { Logger } from '@citypath/runtime';
import type { Journal } from '@citypath/store';
import type { CityJourneyActivities, RecordRequest, RecordResult } from '@citypath/workflows/activities';
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';

/** What of the journal a run needs. */
export type RecordKeeper = Pick<Journal, 'record' | 'refresh' | 'staleJourneys'>;

/** Keeps the facts of a run, together with the letters that they cause and those that they make pointless. */
export class RecordActivity implements CityJourneyActivities {
  constructor(
    private readonly journal: RecordKeeper,
    private readonly logger: Logger,
  ) {}

  /**
   * Bound to its instance, since Temporal calls activities as mere functions.
   * @param runId of the run that asks: the worker adds it
   */
  readonly record = async (request: RecordRequest, runId: string | null = null): Promise<RecordResult> => {
    const { journeyId, facts } = request;
    const outcome = await this.orAgain(request, () =>
      this.journal.record({ ...request, runId, ...whatFollows(journeyId, facts) }),
    );
    switch (outcome.kind) {
      case 'already-recorded':
        return { kind: 'recorded' };
      case 'recorded':
        if (outcome.stale) await this.heal(request, outcome.cause);
        return { kind: 'recorded' };
      case 'disagrees': {
        const { head, generation } = outcome;
        this.logger.error({ ...about(request), head, journalGeneration: generation }, 'the journal disagrees');
        return { kind: 'disagrees', head, generation };
      }
    }
  };

  /** Folds every read model anew that is behind its journal: a new version of CityPath shows what the old one did not. */
  async healAll(): Promise<void> {
    const journeys = await this.journal.staleJourneys();
    for (const journeyId of journeys) {
      await this.foldAnew(journeyId).catch((error: unknown) =>
        this.logger.error({ journeyId, reason: kindOf(error) }, 'the read model is stale'),
      );
    }
    if (journeys.length > 0) this.logger.info({ journeys: journeys.length }, 'read models were folded anew');
  }

  private async foldAnew(journeyId: string): Promise<void> {
    await this.journal.refresh(journeyId, (facts) => fold(emptyState(journeyId), facts), openNeeds);
  }

  /** Folds a read model anew that could not follow. Where that fails too, it stays marked and the facts are safe. */
  private async heal(request: RecordRequest, cause: unknown): Promise<void> {
    const { journeyId } = request;
    try {
      await this.foldAnew(journeyId);
      this.logger.warn({ ...about(request), reason: kindOf(cause) }, 'the read model was stale and is folded anew');
    } catch (error) {
      this.logger.error({ ...about(request), reason: kindOf(error) }, 'the read model is stale');
    }
  }

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
      // Benign for the SDK's log, since this one has said it already.
      throw ApplicationFailure.create({
        message: `Not recorded: ${reason}.`,
        type: 'not-recorded',
        category: ApplicationFailureCategory.BENIGN,
      });
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
