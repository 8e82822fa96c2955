import { HttpException } from '@nestjs/common';
import { ProblemError } from './problem-error';

/** Errors of Express and its body parser carry these. */
interface HttpLikeError {
  status?: unknown;
  type?: unknown;
}

/** The problem that an error stands for; null when it is a fault of ours. */
export function knownError(error: unknown): ProblemError | null {
  if (error instanceof ProblemError) return error;
  if (isDatabaseAway(error)) return new ProblemError('database-away', { retryAfterSeconds: 5, cause: error });
  const status = error instanceof HttpException ? error.getStatus() : (error as HttpLikeError | null)?.status;
  switch (status) {
    case 400:
      return new ProblemError('malformed-json', { cause: error });
    case 404:
      return new ProblemError('not-found', { cause: error });
    case 405:
      return new ProblemError('method-not-allowed', { cause: error });
    case 413:
      return new ProblemError('request-too-large', { cause: error });
    case 415:
      return new ProblemError('unsupported-media-type', { cause: error });
    default:
      return null;
  }
}

/** The server is unreachable, starting, stopping, or full: PostgreSQL's class 08, 53 and 57, and the sockets' own. */
function isDatabaseAway(error: unknown): boolean {
  const faults = [error, (error as { driverError?: unknown } | null)?.driverError];
  return faults.some((fault) => {
    if (!(fault instanceof Error)) return false;
    const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
    return (
      /^(08|53|57P)/.test(code) ||
      /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/.test(code) ||
      CONNECTION_LOST.test(fault.message)
    );
  });
}

const CONNECTION_LOST =
  /connection terminated|timeout exceeded when trying to connect|connection timeout|client was closed/i;
