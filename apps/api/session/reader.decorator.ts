import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ProblemError } from '../problems/problem-error';
import type { ApiRequest } from './api-request';
import type { Reader } from './reader';

/** Who asks. @throws ProblemError not-signed-in */
export const AskedBy = createParamDecorator((_data: unknown, context: ExecutionContext): Reader => {
  const { reader } = context.switchToHttp().getRequest<ApiRequest>();
  if (!reader) throw new ProblemError('not-signed-in');
  return reader;
});
