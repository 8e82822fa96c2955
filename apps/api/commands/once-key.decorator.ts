import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ApiRequest } from '../session/api-request';
import { idempotencyKeyOf } from './idempotency-key';

/** The request's Idempotency-Key, for a write that is no act upon one journey. @throws ProblemError when it is missing */
export const OnceKey = createParamDecorator((_data: unknown, context: ExecutionContext): string =>
  idempotencyKeyOf(context.switchToHttp().getRequest<ApiRequest>()),
);
