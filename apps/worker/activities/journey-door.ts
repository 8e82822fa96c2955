import type { Instant } from '@citypath/calendar';
import type { JourneyId } from '@citypath/journey';
import { TemporalDoor } from '@citypath/runtime';
import type { Journal } from '@citypath/store';
import {
  act,
  JOURNAL_DISAGREES,
  JOURNEY_MOVED,
  RULES_FAILED,
  startAgain,
  takeInAgain,
  type ActRequest,
  type NotBegun,
} from '@citypath/workflows/messages';
import { isGrpcServiceError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';

/** What became of a command that was given. */
export type Delivered = { kind: 'taken' } | { kind: 'refused'; refusal: object };

/** The way of a command to its journey. */
export interface JourneyDoor {
  /** Gives a command, once for its id. @throws when nobody knows what became of it: it may be given again */
  give: (journeyId: JourneyId, request: ActRequest, at: Instant) => Promise<Delivered>;
}

/** So long a journey is waited for. */
const ANSWER_WITHIN_MS = 15_000;
/** What keeps a journey from taking any command; else a failure's type is the code of a refusal of the rules. */
const PROBLEMS: Record<string, string> = {
  [JOURNEY_MOVED]: 'preview-outdated',
  [JOURNAL_DISAGREES]: 'journal-disagrees',
  [RULES_FAILED]: 'internal-error',
};
const NOT_BEGUN: Record<Exclude<NotBegun, 'taken-already'>, string> = {
  'journey-unknown': 'journey-unknown',
  'journey-not-closed': 'journey-not-closed',
  'journey-moved': 'preview-outdated',
};
/** gRPC's number; the package that names it is not ours to import. */
const NOT_FOUND = 5;

/** Gives commands to the running journeys, by the same update and under the same id as the api does. */
export class RunningJourneys implements JourneyDoor {
  constructor(
    private readonly door: TemporalDoor,
    private readonly journal: Pick<Journal, 'beginAnew'>,
    private readonly taskQueue: string,
  ) {}

  async give(journeyId: JourneyId, request: ActRequest, at: Instant): Promise<Delivered> {
    return request.command.kind === 'readmit' ? this.takeIn(journeyId, request, at) : this.update(journeyId, request);
  }

  /** A journey that has ended has no run to give it to: one begins with it, and the same update says when it is recorded. */
  private async takeIn(journeyId: JourneyId, request: ActRequest, at: Instant): Promise<Delivered> {
    const against = await takeInAgain(
      journeyId,
      request,
      at,
      (rules) => this.journal.beginAnew(journeyId, rules),
      (input, status) =>
        this.door.within((client) => startAgain(client, input, { ...input.state, status }, this.taskQueue)),
    );
    if (against === 'taken-already') return { kind: 'taken' };
    if (against !== null) return { kind: 'refused', refusal: { code: NOT_BEGUN[against] } };
    const { command, stamp } = request;
    return this.update(journeyId, { command, stamp });
  }

  private async update(journeyId: JourneyId, request: ActRequest): Promise<Delivered> {
    try {
      await this.door.within(
        (client) =>
          client.workflow.getHandle(journeyId).executeUpdate(act, { args: [request], updateId: request.stamp.id }),
        ANSWER_WITHIN_MS,
      );
      return { kind: 'taken' };
    } catch (error) {
      if (isMissing(error)) return { kind: 'refused', refusal: { code: 'workflow-missing' } };
      if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
        return { kind: 'refused', refusal: refusalIn(error.cause) };
      }
      throw error;
    }
  }
}

function refusalIn({ type, details }: ApplicationFailure): object {
  const problem = PROBLEMS[type ?? ''];
  if (problem !== undefined) return { code: problem };
  const [refusal] = details ?? [];
  return typeof refusal === 'object' && refusal !== null && 'code' in refusal ? refusal : { code: 'internal-error' };
}

function isMissing(error: unknown): boolean {
  if (error instanceof WorkflowNotFoundError) return true;
  const fault = error instanceof Error && error.cause !== undefined && !isGrpcServiceError(error) ? error.cause : error;
  const code: number | undefined = isGrpcServiceError(fault) ? fault.code : undefined;
  return code === NOT_FOUND;
}
