import { randomUUID } from 'node:crypto';
import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { ApiRequest } from '../session/api-request';
import { knownError } from './known-error';
import { ProblemError } from './problem-error';
import { readerLanguage } from './reader-language';
import { wordProblem } from './word-problem';

/** Every failed request ends here, as `application/problem+json` in the reader's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const response = http.getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const language = readerLanguage(request.reader?.language, request.headers['accept-language']);
    const problem = wordProblem(knownError(error) ?? this.internalError(error, request), language);
    if (problem.retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(problem.retryAfterSeconds));
    response
      .status(problem.status)
      .setHeader('Content-Language', language)
      .setHeader('Cache-Control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify(problem));
  }

  private internalError(error: unknown, request: ApiRequest): ProblemError {
    const reference = randomUUID().slice(0, 8);
    this.logger.error(
      `${reference} ${request.method} ${request.path}`,
      error instanceof Error ? error.stack : String(error),
    );
    return new ProblemError('internal-error', { params: { reference }, cause: error });
  }
}
