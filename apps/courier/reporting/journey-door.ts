import { createHash } from 'node:crypto';
import type { Command } from '@citypath/journey';
import { TemporalDoor } from '@citypath/runtime';
import { contentHash, type ReportToGive } from '@citypath/store';
import { act } from '@citypath/workflows/messages';
import { isGrpcServiceError } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';

/** What became of giving a report: the journey has it, has ended, or cannot be asked now. */
export type Giving = { kind: 'given' } | { kind: 'closed' } | { kind: 'not-now'; error: unknown };

/** The way of reports to their journeys. */
export interface JourneyDoor {
  /** Gives a report once, however often it is called with it. Never throws. */
  give(report: ReportToGive): Promise<Giving>;
}

/** gRPC's number; the package that names it is not ours to import. */
const NOT_FOUND = 5;

/** Gives reports to the running journeys. */
export class RunningJourneys implements JourneyDoor {
  constructor(private readonly door: TemporalDoor) {}

  async give({ journeyId, reportOn, command }: ReportToGive): Promise<Giving> {
    const stamp = { id: reportId(journeyId, reportOn), hash: reportHash(command), by: null, onBehalfOf: null };
    try {
      await this.door.within((client) =>
        client.workflow.getHandle(journeyId).executeUpdate(act, { args: [{ command, stamp }], updateId: stamp.id }),
      );
      return { kind: 'given' };
    } catch (error) {
      return isMissing(error) ? { kind: 'closed' } : { kind: 'not-now', error };
    }
  }
}

/** The update's id: one a journey and day. */
export function reportId(journeyId: string, reportOn: string): string {
  return createHash('sha256').update(`post-reported\n${journeyId}\n${reportOn}`).digest('hex');
}

function reportHash(command: Command): string {
  return contentHash(command);
}

function isMissing(error: unknown): boolean {
  if (error instanceof WorkflowNotFoundError) return true;
  const fault = error instanceof Error && error.cause !== undefined && !isGrpcServiceError(error) ? error.cause : error;
  const code: number | undefined = isGrpcServiceError(fault) ? fault.code : undefined;
  return code === NOT_FOUND;
}
