import type { Problem } from '@citypath/contracts';

/** Why a request was not done. */
export type Failure =
  /** The api answered with a problem: it knows what is wrong, in the reader's language. */
  | { kind: 'problem'; problem: Problem }
  /** No answer, or none of ours: the network or the api is away. Whether a write arrived is not known. */
  | { kind: 'no-answer' };

export class RequestFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind === 'problem' ? failure.problem.detail : 'no answer');
    this.failure = failure;
  }
}

/** @returns what failed, of anything that was thrown. */
export function failureOf(error: unknown): Failure {
  return error instanceof RequestFailed ? error.failure : { kind: 'no-answer' };
}

/** @returns the stable code of a problem, or null when there was no answer. */
export function codeOf(error: unknown): string | null {
  const failure = failureOf(error);
  return failure.kind === 'problem' ? failure.problem.code : null;
}

/** @returns the HTTP status of a problem, or null when there was no answer. */
export function statusOf(error: unknown): number | null {
  const failure = failureOf(error);
  return failure.kind === 'problem' ? failure.problem.status : null;
}

/** @returns what a problem says of one field, by its JSON pointer; null when it says nothing of it. */
export function fieldErrorOf(error: unknown, pointer: string): { code: string; detail: string } | null {
  const failure = failureOf(error);
  if (failure.kind !== 'problem') return null;
  return failure.problem.errors?.find((field) => field.pointer === pointer) ?? null;
}

/** Whether an answer is a problem of the api's. */
export function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'status' in body;
}
