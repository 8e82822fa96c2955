import { TemporalDoor } from '@citypath/runtime';
import { BULK_ACT, bulkActRunId, stopBulkAct, type BulkActInput } from '@citypath/workflows/messages';
import { Inject, Injectable } from '@nestjs/common';
import { WorkflowExecutionAlreadyStartedError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';
import { updateFailure } from '../commands/update-failure';
import { ProblemError } from '../problems/problem-error';
import { TASK_QUEUE } from '../tokens';

/** How long somebody waits for the journeys that are under way when it is stopped. */
const STOPPED_WITHIN_MS = 20_000;

/** The runs of bulk acts, as the api speaks to them. */
@Injectable()
export class BulkRuns {
  constructor(
    private readonly door: TemporalDoor,
    @Inject(TASK_QUEUE) private readonly taskQueue: string,
  ) {}

  /** Begins a run; one that was begun already is left alone. @throws ProblemError temporal-away */
  async begin(bulkActId: string, run: number): Promise<void> {
    const input: BulkActInput = { bulkActId };
    try {
      await this.door.within((client) =>
        client.workflow.start(BULK_ACT, {
          workflowId: bulkActRunId(bulkActId, run),
          taskQueue: this.taskQueue,
          args: [input],
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        }),
      );
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return;
      throw new ProblemError('temporal-away', { retryAfterSeconds: 5, cause: error });
    }
  }

  /**
   * Stops a run, and waits until what was under way is through.
   * @returns false when there is no such run, or it has ended
   * @throws ProblemError worker-away, temporal-away
   */
  async stop(bulkActId: string, run: number): Promise<boolean> {
    try {
      await this.door.within(
        (client) =>
          client.workflow
            .getHandle(bulkActRunId(bulkActId, run))
            .executeUpdate(stopBulkAct, { args: [], updateId: 'stop' }),
        STOPPED_WITHIN_MS,
      );
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError || updateFailure(error).kind === 'workflow-missing') return false;
      const isSlow = error instanceof WorkflowUpdateRPCTimeoutOrCancelledError;
      throw new ProblemError(isSlow ? 'worker-away' : 'temporal-away', { retryAfterSeconds: 5, cause: error });
    }
  }
}
