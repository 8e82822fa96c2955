import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { ProblemError } from '../problems/problem-error';

/** The most that a request may hold. Papers are links. */
const BODY_LIMIT = '256kb';

/** Reads bodies as JSON of a bounded size, refuses all others, and takes a missing one as an empty object. */
export function takeJsonBodies(app: NestExpressApplication): void {
  app.use((request: Request, _response: Response, next: NextFunction) => {
    const { 'transfer-encoding': chunked, 'content-length': length = '0' } = request.headers;
    const hasBody = chunked !== undefined || Number(length) > 0;
    next(hasBody && !request.is('application/json') ? new ProblemError('unsupported-media-type') : undefined);
  });
  app.useBodyParser('json', { limit: BODY_LIMIT });
  app.use((request: Request, _response: Response, next: NextFunction) => {
    request.body ??= {};
    next();
  });
}
