import { emptyState, fold, type JourneyId, type JourneyState } from '@citypath/journey';
import { TemporalDoor } from '@citypath/runtime';
import { canonicalJson, Journal, type Instant, type JourneyInList } from '@citypath/store';
import { stateOf } from '@citypath/workflows/messages';
import { Injectable } from '@nestjs/common';
import { ProblemError } from '../problems/problem-error';
import { momentIsMissed } from '../stuck/machinery/find-trouble';
import { SeenRuns, type RunStanding } from '../stuck/machinery/seen-runs';
import { closingOf, instantOf, isNotFound } from '../stuck/machinery/temporal-words';
import { withoutPeople } from '../workflow-view/without-people';

/** A journey as the records have it. */
export type Known = JourneyInList;

/** A run that is open, with the activities that have failed and are tried again later. */
export interface OpenRun {
  runId: string;
  startedAt: Instant | null;
  failing: { id: string; type: string; attempt: number; lastFailure: string | null }[];
}

const WITHIN_MS = 5_000;
const ANSWERS_WITHIN_MS = 1_000;

/** How the run of one journey stands, looked at when somebody wants to do something to it. */
@Injectable()
export class RunStandings {
  constructor(
    private readonly door: TemporalDoor,
    private readonly runs: SeenRuns,
    private readonly journal: Journal,
  ) {}

  /**
   * Whether all is as it should be, so that a rebuild would mend nothing: one run that holds the very state that the
   * journal leads to and keeps its time; or none where the journey has ended.
   * @throws ProblemError temporal-away; worker-away when nobody can say what the run holds
   */
  async agrees(known: Known, now: Instant): Promise<boolean> {
    const standing = await this.standingOf(known.id);
    if (known.status !== 'active' && known.status !== 'on-hold') return isClosed(standing) && !known.stale;
    if (standing.kind !== 'runs' || known.stale || momentIsMissed(known.nextMomentAt, now)) return false;
    const [held, facts] = [await this.stateHeldBy(known.id), await this.journal.facts(known.id)];
    return canonicalJson(held) === canonicalJson(fold(emptyState(known.id), facts));
  }

  /** The run that is open and what it waits for; null: none is. @throws ProblemError temporal-away */
  async openRun(journeyId: JourneyId): Promise<OpenRun | null> {
    return this.asked(() =>
      this.door.within(async ({ workflowService, options: { namespace } }) => {
        const execution = { workflowId: journeyId };
        const described = await workflowService.describeWorkflowExecution({ namespace, execution }).catch(orNull);
        const info = described?.workflowExecutionInfo;
        if (!described || closingOf(info)) return null;
        const failing = described.pendingActivities.filter(({ lastFailure }) => lastFailure);
        return {
          runId: info?.execution?.runId ?? '',
          startedAt: instantOf(info?.startTime),
          failing: failing.map(({ activityId, activityType, attempt, lastFailure }) => ({
            id: activityId ?? '',
            type: activityType?.name ?? '',
            attempt: attempt ?? 1,
            lastFailure: withoutPeople(lastFailure?.message),
          })),
        };
      }, WITHIN_MS),
    );
  }

  /** How many facts an open run holds; null: nobody can say. */
  async headHeldBy(journeyId: JourneyId): Promise<number | null> {
    const held = await this.stateHeldBy(journeyId).catch(() => null);
    return (held as JourneyState | null)?.head ?? null;
  }

  private standingOf(journeyId: JourneyId): Promise<RunStanding> {
    return this.asked(() => this.runs.standingOf(journeyId));
  }

  private async stateHeldBy(journeyId: JourneyId): Promise<unknown> {
    try {
      return await this.door.within((client) => client.workflow.getHandle(journeyId).query(stateOf), WITHIN_MS);
    } catch (error) {
      throw (await this.temporalAway(error)) ?? new ProblemError('worker-away', { retryAfterSeconds: 5, cause: error });
    }
  }

  private async asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask();
    } catch (error) {
      throw (await this.temporalAway(error)) ?? error;
    }
  }

  private async temporalAway(cause: unknown): Promise<ProblemError | null> {
    if (await this.door.answers(ANSWERS_WITHIN_MS)) return null;
    return new ProblemError('temporal-away', { retryAfterSeconds: 5, cause });
  }
}

function isClosed({ kind }: RunStanding): boolean {
  return kind === 'missing' || kind === 'ended' || kind === 'disagrees';
}

function orNull(error: unknown): null {
  if (isNotFound(error)) return null;
  throw error;
}
