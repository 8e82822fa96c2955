import { fieldProblems, type FieldProblemCode } from '@citypath/contracts';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { ProblemError, type FieldError } from './problem-error';

type Issues = Parameters<
  NonNullable<ConstructorParameters<typeof StandardSchemaValidationPipe>[0]>['exceptionFactory'] & object
>[0];
type Issue = Issues[number];

/** More complaints about one request help nobody. */
const MOST_ERRORS = 50;

/** The one pipe that holds requests against their schemas. */
export function requestPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({ exceptionFactory: malformedRequest });
}

/** What the schema complains of, as a problem that names each field. */
export function malformedRequest(issues: Issues): ProblemError {
  return new ProblemError('malformed-request', { errors: issues.flatMap(fieldErrors).slice(0, MOST_ERRORS) });
}

/** zod says more of an issue than the standard demands. */
interface ZodDetails {
  code?: string;
  keys?: string[];
  input?: unknown;
}

function fieldErrors(issue: Issue): FieldError[] {
  const { code, keys = [] } = issue as ZodDetails;
  const path = (issue.path ?? []).map((segment) => (typeof segment === 'object' ? segment.key : segment));
  if (code === 'unrecognized_keys') {
    return keys.map((key) => ({ pointer: pointerTo([...path, key]), code: 'field-unknown' }));
  }
  return [{ pointer: pointerTo(path), code: fieldCode(issue, code) }];
}

function fieldCode(issue: Issue, code: string | undefined): FieldProblemCode {
  if (issue.message in fieldProblems) return issue.message as FieldProblemCode;
  return code === 'invalid_type' && issue.message.endsWith('received undefined') ? 'field-missing' : 'field-malformed';
}

function pointerTo(path: PropertyKey[]): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
