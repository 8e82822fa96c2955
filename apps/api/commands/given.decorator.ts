import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ApiRequest } from '../session/api-request';
import type { GivenAct } from './given-act';
import { idempotencyKeyOf } from './idempotency-key';
import { seenBy } from './seen-by';

/** What stands behind an act's address where it is only looked at. */
export const DRY_RUN = '/dry-run';

/** The act that the policy of this route allowed, with the request's Idempotency-Key. */
export const Given = createParamDecorator((_data: unknown, context: ExecutionContext): GivenAct => {
  const request = context.switchToHttp().getRequest<ApiRequest>();
  if (!request.given) throw new Error('Only a route whose policy is an act has a given act');
  // A look is no write: it needs no key, and may be repeated.
  if (request.path.endsWith(DRY_RUN)) return { ...request.given, idempotencyKey: '', dry: true };
  const seen = seenBy(request);
  return { ...request.given, idempotencyKey: idempotencyKeyOf(request), ...(seen !== null && { seen }) };
});
