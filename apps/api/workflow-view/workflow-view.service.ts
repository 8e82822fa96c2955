import type { WorkflowViewResponse } from '@citypath/contracts';
import type { JourneyId } from '@citypath/journey';
import { TemporalDoor } from '@citypath/runtime';
import { Journeys } from '@citypath/store';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { ProblemError } from '../problems/problem-error';
import { isNotFound } from '../stuck/machinery/temporal-words';
import { TASK_QUEUE, TEMPORAL_PAGE } from '../tokens';
import { eventsOf } from './events-of';
import { pendingOf, runsOf } from './runs-of';
import { taskQueueOf } from './task-queue-of';

const WITHIN_MS = 8_000;
const ANSWERS_WITHIN_MS = 1_000;

/** What Temporal holds of one workflow, told without what its events carry. */
@Injectable()
export class WorkflowViewService {
  constructor(
    private readonly door: TemporalDoor,
    private readonly journeys: Journeys,
    private readonly clock: Clock,
    @Inject(TASK_QUEUE) private readonly taskQueue: string,
    @Inject(TEMPORAL_PAGE) private readonly temporalPage: string | null,
  ) {}

  /** @throws ProblemError journey-unknown, temporal-away; not-found for a run that Temporal does not know */
  async look(
    id: JourneyId,
    asked: { run?: string | undefined; before?: number | undefined },
  ): Promise<WorkflowViewResponse> {
    const known = await this.journeys.byId(id);
    if (known === null) throw new ProblemError('journey-unknown');
    const lookedAt = this.clock.now();
    try {
      const seen = await this.door.within(async (client) => {
        const [{ runs, newest }, halves] = await Promise.all([runsOf(client, id), taskQueueOf(client, this.taskQueue)]);
        const runId = asked.run ?? runs[0]?.runId ?? null;
        const events = runId === null ? [] : await eventsOf(client, { workflowId: id, runId }, asked.before);
        return { runs, runId, ...pendingOf(newest), ...pageOf(events), queue: { name: this.taskQueue, halves } };
      }, WITHIN_MS);
      return { journeyId: id, city: known.city, lookedAt, temporalPage: this.pageOf(id), ...seen };
    } catch (error) {
      if (!(await this.door.answers(ANSWERS_WITHIN_MS))) {
        throw new ProblemError('temporal-away', { retryAfterSeconds: 5, cause: error });
      }
      throw isNotFound(error) ? new ProblemError('not-found', { cause: error }) : error;
    }
  }

  private pageOf(id: JourneyId): string | null {
    if (this.temporalPage === null) return null;
    const { namespace } = this.door.client.options;
    return `${this.temporalPage}/namespaces/${encodeURIComponent(namespace)}/workflows/${encodeURIComponent(id)}`;
  }
}

/** The first event of a history has the number 1. */
function pageOf(events: WorkflowViewResponse['events']): Pick<WorkflowViewResponse, 'events' | 'before'> {
  const oldest = events.at(-1)?.id ?? 1;
  return { events, before: oldest > 1 ? oldest : null };
}
