import type { Refusal } from '@citypath/journey';
import { JOURNAL_DISAGREES, JOURNEY_MOVED } from '@citypath/workflows/messages';
import { isGrpcServiceError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';

/** What a failed call to Temporal means for the one who gave the command. */
export type UpdateFailure =
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'journal-disagrees' }
  | { kind: 'journey-moved' }
  | { kind: 'workflow-missing' }
  | { kind: 'too-busy' }
  | { kind: 'unexpected'; cause: unknown };

/** gRPC's numbers; the package that names them is not ours to import. */
const NOT_FOUND = 5;
const RESOURCE_EXHAUSTED = 8;

/** Reads an error of the SDK. */
export function updateFailure(error: unknown): UpdateFailure {
  if (error instanceof WorkflowUpdateFailedError) return ofFailure(error);
  if (error instanceof WorkflowNotFoundError) return { kind: 'workflow-missing' };
  const code = grpcCode(error);
  if (code === RESOURCE_EXHAUSTED) return { kind: 'too-busy' };
  if (code === NOT_FOUND) return { kind: 'workflow-missing' };
  return { kind: 'unexpected', cause: error };
}

function ofFailure(error: WorkflowUpdateFailedError): UpdateFailure {
  const failure = error.cause;
  if (!(failure instanceof ApplicationFailure)) return { kind: 'unexpected', cause: error };
  if (failure.type === JOURNAL_DISAGREES) return { kind: 'journal-disagrees' };
  if (failure.type === JOURNEY_MOVED) return { kind: 'journey-moved' };
  const [detail] = failure.details ?? [];
  return isRefusal(detail, failure.type) ? { kind: 'refused', refusal: detail } : { kind: 'unexpected', cause: error };
}

function isRefusal(detail: unknown, type: string | undefined | null): detail is Refusal {
  return typeof detail === 'object' && detail !== null && 'code' in detail && detail.code === type;
}

function grpcCode(error: unknown): number | undefined {
  const fault = error instanceof Error && error.cause !== undefined && !isGrpcServiceError(error) ? error.cause : error;
  return isGrpcServiceError(fault) ? fault.code : undefined;
}
