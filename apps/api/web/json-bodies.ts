import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { ProblemError } from '../problems/problem-error';

/** The most that a request may hold. Files come another way: see apps/api/papers. */
const BODY_LIMIT = '256kb';

/** Reads bodies as JSON of a bounded size, refuses all others, and takes a missing one as an empty object. */
export function takeJsonBodies(app: NestExpressApplication): void {
  app.use((request: Request, _response: Response, next: NextFunction) => {
    const { 'transfer-encoding': chunked, 'content-length': length = '0' } = request.headers;
    const hasBody = chunked !== undefined || Number(length) > 0;
    const isTaken = request.is('application/json') || isBytesOfFile(request);
    next(hasBody && !isTaken ? new ProblemError('unsupported-media-type') : undefined);
  });
  app.useBodyParser('json', { limit: BODY_LIMIT });
  app.use((request: Request, _response: Response, next: NextFunction) => {
    request.body ??= {};
    next();
  });
}

/** Bytes of an upload are not for us to read: the route takes them as they come. */
function isBytesOfFile(request: Request): boolean {
  return (
    (request.is('application/offset+octet-stream') !== false && /\/papers(\/|$)/.test(request.path)) ||
    (request.is('application/octet-stream') !== false && request.path === '/api/v1/imports')
  );
}
