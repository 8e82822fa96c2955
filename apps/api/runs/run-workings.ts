import type { JourneyId } from '@citypath/journey';
import { TemporalDoor } from '@citypath/runtime';
import { Journal, type HandAct, type Instant } from '@citypath/store';
import { rebuild, TERMINATED_HERE, type Rebuilt } from '@citypath/workflows/messages';
import { Inject, Injectable } from '@nestjs/common';
import { JourneyRuns } from '../commands/journey-runs';
import { ProblemError } from '../problems/problem-error';
import { TASK_QUEUE } from '../tokens';

const ANSWERS_WITHIN_MS = 2_000;

/** Does to runs what was decided: nothing here asks whether it helps. */
@Injectable()
export class RunWorkings {
  constructor(
    private readonly door: TemporalDoor,
    private readonly runs: JourneyRuns,
    private readonly journal: Journal,
    @Inject(TASK_QUEUE) private readonly taskQueue: string,
  ) {}

  /**
   * As `citypath rebuild` does.
   * @param note stands in the trail from the moment on at which older runs are shut out
   * @throws ProblemError temporal-away, journey-unknown; nothing has changed then
   */
  async rebuild(journeyId: JourneyId, now: Instant, note: HandAct): Promise<Rebuilt> {
    // Hazard: with the generation raised and Temporal away, no run could record until the next rebuild.
    if (!(await this.door.answers(ANSWERS_WITHIN_MS))) {
      throw new ProblemError('temporal-away', { retryAfterSeconds: 5 });
    }
    const rebuilt = await rebuild(
      journeyId,
      now,
      this.taskQueue,
      (rules) => this.journal.beginAnew(journeyId, rules, note),
      (call) => this.door.within(call),
    );
    if (rebuilt === null) throw new ProblemError('journey-unknown');
    return rebuilt;
  }

  /** What people wrote stays in the records: Temporal keeps only that it was done here. */
  async terminate(journeyId: JourneyId): Promise<void> {
    await this.runs.terminate(journeyId, TERMINATED_HERE);
  }

  /** Each of these activities is tried again at once, and counts its attempts anew. */
  async tryAgain(journeyId: JourneyId, activityIds: readonly string[]): Promise<void> {
    await this.door.within(async ({ workflowService, options: { namespace, identity } }) => {
      const execution = { workflowId: journeyId };
      for (const id of activityIds) await workflowService.resetActivity({ namespace, execution, identity, id });
    });
  }
}
