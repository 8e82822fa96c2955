import type { ApiProblemCode, FieldProblemCode, Text } from '@citypath/contracts';
import type { Refusal, RefusalCode } from '@citypath/journey';

export type ProblemCode = ApiProblemCode | RefusalCode;

/** A param that reads differently in the two languages: the title of a step, a written day. */
export type ProblemParams = Record<string, string | number | Text>;

export interface FieldError {
  /** JSON pointer into the request's body or query. */
  pointer: string;
  code: FieldProblemCode | ProblemCode;
}

/** Why a request is answered with a problem (RFC 9457). Thrown anywhere; put into words by the ProblemFilter. */
export class ProblemError extends Error {
  readonly params: ProblemParams;
  readonly errors: FieldError[];
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: ProblemCode,
    details: { params?: ProblemParams; errors?: FieldError[]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(code, { cause: details.cause });
    this.params = details.params ?? {};
    this.errors = details.errors ?? [];
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** A refusal of the rules as a problem. What the address names ('/step', '/seat') is no field of the body. */
export function refusalError(refusal: Refusal, params: ProblemParams = refusal.params ?? {}): ProblemError {
  const inBody = refusal.field !== undefined && refusal.field !== '/step' && refusal.field !== '/seat';
  return new ProblemError(refusal.code, {
    params,
    errors: inBody ? [{ pointer: refusal.field ?? '', code: refusal.code }] : [],
  });
}
