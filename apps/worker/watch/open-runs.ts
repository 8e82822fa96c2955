import type { Instant } from '@citypath/calendar';
import type { JourneyState } from '@citypath/journey';
import { TemporalDoor } from '@citypath/runtime';
import { CITY_JOURNEY, JOURNAL_DISAGREES, stateOf } from '@citypath/workflows/messages';

/** A workflow of a journey that is open. */
export interface OpenRun {
  journeyId: string;
  runId: string;
  startedAt: Instant | null;
}

/** How a workflow stands that should be open, or should not. */
export type Standing = { kind: 'open' } | { kind: 'unknown' | 'ended' | 'disagreed'; at: Instant | null };

const PAGE_SIZE = 1_000;
const LIST_WITHIN_MS = 60_000;
const ASK_WITHIN_MS = 5_000;
/** As Temporal's protocol numbers them. */
const RUNNING = 1;
const NOT_FOUND = 5;
const LAST_EVENTS = 5;

/** The workflows of journeys as Temporal has them: listed in bulk, a single one asked only where something is unclear. */
export class OpenRuns {
  constructor(private readonly door: TemporalDoor) {}

  /** Every open one. @throws whatever the driver throws when Temporal is away */
  async list(): Promise<OpenRun[]> {
    return this.door.within(async ({ workflowService, options: { namespace } }) => {
      const query = `WorkflowType = '${CITY_JOURNEY}' AND ExecutionStatus = 'Running'`;
      const runs: OpenRun[] = [];
      let nextPageToken: Uint8Array | undefined;
      do {
        const page = await workflowService.listWorkflowExecutions({
          ...{ namespace, query, pageSize: PAGE_SIZE },
          ...(nextPageToken && { nextPageToken }),
        });
        for (const { execution, startTime } of page.executions) {
          const { workflowId, runId } = execution ?? {};
          if (workflowId && runId) runs.push({ journeyId: workflowId, runId, startedAt: instantOf(startTime) });
        }
        nextPageToken = page.nextPageToken.length > 0 ? page.nextPageToken : undefined;
      } while (nextPageToken);
      return runs;
    }, LIST_WITHIN_MS);
  }

  /** How one stands at this moment: the list may be some seconds old. */
  async standingOf(journeyId: string): Promise<Standing> {
    return this.door.within(async ({ workflowService, options: { namespace } }) => {
      const execution = { workflowId: journeyId };
      const described = await workflowService.describeWorkflowExecution({ namespace, execution }).catch(orNull);
      if (described === null) return { kind: 'unknown', at: null };
      const { status, closeTime } = described.workflowExecutionInfo ?? {};
      if ((status as number | null | undefined) === RUNNING) return { kind: 'open' };
      const { history } = await workflowService.getWorkflowExecutionHistoryReverse({
        ...{ namespace, execution, maximumPageSize: LAST_EVENTS },
      });
      const disagreed = history?.events?.some(
        ({ workflowExecutionFailedEventAttributes: failed }) =>
          failed?.failure?.applicationFailureInfo?.type === JOURNAL_DISAGREES,
      );
      return { kind: disagreed === true ? 'disagreed' : 'ended', at: instantOf(closeTime) };
    }, ASK_WITHIN_MS);
  }

  /** What one run holds; null: it cannot say. */
  async stateOf({ journeyId, runId }: Pick<OpenRun, 'journeyId' | 'runId'>): Promise<JourneyState | null> {
    return this.door
      .within((client) => client.workflow.getHandle(journeyId, runId).query(stateOf), ASK_WITHIN_MS)
      .catch(() => null);
  }
}

function orNull(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === NOT_FOUND) return null;
  throw error;
}

function instantOf(at: { seconds?: unknown; nanos?: number | null } | null | undefined): Instant | null {
  if (!at) return null;
  return new Date(Number(at.seconds ?? 0) * 1_000 + (at.nanos ?? 0) / 1_000_000).toISOString() as Instant;
}
