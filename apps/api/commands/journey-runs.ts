import {
  CITY_JOURNEY,
  act,
  journeyAttributes,
  type ActRequest,
  type ActResult,
  type CityJourneyInput,
} from '@citypath/workflows/messages';
import { TemporalDoor } from '@citypath/runtime';
import type { JourneyId } from '@citypath/journey';
import { Inject, Injectable } from '@nestjs/common';
import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { ProblemError } from '../problems/problem-error';
import { TASK_QUEUE } from '../tokens';

/** How long a writer waits before the answer is "taken, not recorded yet". */
const ANSWER_WITHIN_MS = 5_000;
/** When nothing has come back by then, Temporal itself is asked whether it is there. */
const DOUBT_AFTER_MS = 1_000;
const PROBE_WITHIN_MS = 1_000;

const PENDING = Symbol('pending');

/** The running journeys, as the api speaks to them. Fails within two seconds when Temporal is away. */
@Injectable()
export class JourneyRuns {
  constructor(
    private readonly door: TemporalDoor,
    @Inject(TASK_QUEUE) private readonly taskQueue: string,
  ) {}

  /** Gives a command, once for its id. @returns null when it is taken but not recorded within five seconds */
  async act(journeyId: JourneyId, request: ActRequest): Promise<ActResult | null> {
    return this.answered((client) =>
      client.workflow.getHandle(journeyId).executeUpdate(act, { args: [request], updateId: request.stamp.id }),
    );
  }

  /** What became of a command given before. @returns null while it is not recorded */
  async outcome(journeyId: JourneyId, commandId: string): Promise<ActResult | null> {
    return this.answered((client) =>
      client.workflow.getHandle(journeyId).getUpdateHandle<ActResult>(commandId).result(),
    );
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
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
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
