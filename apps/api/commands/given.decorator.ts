import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ApiRequest } from '../session/api-request';
import type { GivenAct } from './given-act';
import { idempotencyKeyOf } from './idempotency-key';

/** The act that the policy of this route allowed, with the request's Idempotency-Key. */
export const Given = createParamDecorator((_data: unknown, context: ExecutionContext): GivenAct => {
  const request = context.switchToHttp().getRequest<ApiRequest>();
  if (!request.given) throw new Error('Only a route whose policy is an act has a given act');
  return { ...request.given, idempotencyKey: idempotencyKeyOf(request) };
});
