import {
  CITY_JOURNEY,
  JOURNAL_DISAGREES,
  act,
  journeyAttributes,
  startAgain,
  type ActRequest,
  type ActResult,
  type CityJourneyInput,
} from '@citypath/workflows/messages';
import { TemporalDoor } from '@citypath/runtime';
import type { JourneyId, JourneyState, JourneyStatus } from '@citypath/journey';
import { Inject, Injectable } from '@nestjs/common';
import {
  ApplicationFailure,
  WorkflowExecutionAlreadyStartedError,
  WorkflowFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';
import { ProblemError } from '../problems/problem-error';
import { TASK_QUEUE } from '../tokens';

/** How long a writer waits before the answer is "taken, not recorded yet". */
const ANSWER_WITHIN_MS = 5_000;
/** When nothing has come back by then, Temporal itself is asked whether it is there. */
const DOUBT_AFTER_MS = 1_000;
const PROBE_WITHIN_MS = 1_000;

/** The stage of an update, as Temporal's protocol numbers it. */
const ACCEPTED = 2;

const PENDING = Symbol('pending');

/** The running journeys, as the api speaks to them. Fails within two seconds when Temporal is away. */
@Injectable()
export class JourneyRuns {
  constructor(
    private readonly door: TemporalDoor,
    @Inject(TASK_QUEUE) private readonly taskQueue: string,
  ) {}

  /**
   * Gives a command, once for its id. @returns null when it is taken but not recorded within five seconds
   * @throws ProblemError worker-away when nobody has taken it by then; whatever else the SDK throws
   */
  async act(journeyId: JourneyId, request: ActRequest): Promise<ActResult | null> {
    const { id } = request.stamp;
    const result = await this.answered((client) =>
      client.workflow.getHandle(journeyId).executeUpdate(act, { args: [request], updateId: id }),
    );
    if (result === null && !(await this.isAccepted(journeyId, id))) {
      throw new ProblemError('worker-away', { retryAfterSeconds: 5 });
    }
    return result;
  }

  /**
   * Whether a command stands in the journey's history. Hazard: one that no worker has accepted yet is in the
   * server's memory only, and is lost with it: nobody may be told that it was taken.
   */
  private async isAccepted(journeyId: JourneyId, updateId: string): Promise<boolean> {
    try {
      const { stage } = await this.door.within(
        ({ workflowService, options: { namespace } }) =>
          workflowService.pollWorkflowExecutionUpdate({
            namespace,
            updateRef: { workflowExecution: { workflowId: journeyId }, updateId },
            waitPolicy: { lifecycleStage: ACCEPTED },
          }),
        PROBE_WITHIN_MS,
      );
      const reached: number = stage;
      return reached >= ACCEPTED;
    } catch {
      return false;
    }
  }

  /** Whether the last run of a journey ended because the journal goes on otherwise than it did. */
  async endedInDisagreement(journeyId: JourneyId): Promise<boolean> {
    try {
      await this.door.within((client) => client.workflow.getHandle(journeyId).result(), PROBE_WITHIN_MS);
      return false;
    } catch (error) {
      return error instanceof WorkflowFailedError && failureType(error.cause) === JOURNAL_DISAGREES;
    }
  }

  /** What became of a command given before. @returns null while it is not recorded */
  async outcome(journeyId: JourneyId, commandId: string): Promise<ActResult | null> {
    return this.answered((client) =>
      client.workflow.getHandle(journeyId).getUpdateHandle<ActResult>(commandId).result(),
    );
  }

  /** Ends the run of a journey at once, whatever it is at; one that does not run is ended already. */
  async terminate(journeyId: JourneyId, reason: string): Promise<void> {
    await this.answered(async (client) => {
      try {
        await client.workflow.getHandle(journeyId).terminate(reason);
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
    });
  }

  /** Starts the run of a new journey. @returns false when one of this name runs, or ran, already */
  async begin(input: CityJourneyInput, names: { programme: string; city: string }): Promise<boolean> {
    const started = await this.answered(async (client) => {
      try {
        await client.workflow.start(CITY_JOURNEY, {
          workflowId: input.journeyId,
          taskQueue: this.taskQueue,
          args: [input],
          typedSearchAttributes: journeyAttributes(names.programme, names.city, 'active'),
          // A run that was ended (its import undone) gives its name free. One that failed does too: the records then
          // refuse a second birth (Journal.record), so nothing that was recorded is ever written over.
          workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
          workflowIdConflictPolicy: 'FAIL',
        });
        return true;
      } catch (error) {
        if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
        throw error;
      }
    });
    if (started === null) throw new ProblemError('temporal-away', { retryAfterSeconds: 5 });
    return started;
  }

  /** Starts a run for a journey that has ended and goes on. @param status what Temporal's list of runs says of it */
  async goOn(input: CityJourneyInput & { state: JourneyState }, status: JourneyStatus): Promise<void> {
    const started = await this.answered(async (client) => {
      await startAgain(client, input, { ...input.state, status }, this.taskQueue);
      return true;
    });
    if (started === null) throw new ProblemError('temporal-away', { retryAfterSeconds: 5 });
  }

  /** @throws ProblemError temporal-away; whatever else the SDK throws */
  private async answered<Answer>(call: (client: Client) => Promise<Answer>): Promise<Answer | null> {
    const calling = this.door.within(call, ANSWER_WITHIN_MS).catch((error: unknown) => {
      if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return PENDING;
      throw error;
    });
    const doubt = new AbortController();
    const first = await Promise.race([calling, this.awayAfterAll(doubt.signal)]).finally(() => doubt.abort());
    return first === PENDING ? null : (first as Answer);
  }

  /** Never resolves; rejects when Temporal does not answer a simple question either. */
  private awayAfterAll(signal: AbortSignal): Promise<never> {
    return new Promise((_resolve, reject) => {
      const timer = setTimeout(() => {
        void this.door.answers(PROBE_WITHIN_MS).then((there) => {
          if (!there) reject(new ProblemError('temporal-away', { retryAfterSeconds: 5 }));
        });
      }, DOUBT_AFTER_MS);
      signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    });
  }
}

function failureType(error: unknown): string | null | undefined {
  return error instanceof ApplicationFailure ? error.type : undefined;
}
