import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ApiRequest } from '../session/api-request';
import type { KnownJourney } from './journey-reader';

/** The journey in the address of a route whose policy is seesJourney, read once, by the guard. */
export const Seen = createParamDecorator((_data: unknown, context: ExecutionContext): KnownJourney => {
  const { seen } = context.switchToHttp().getRequest<ApiRequest>();
  if (!seen) throw new Error('Only a route whose policy is seesJourney has a seen journey');
  return seen;
});
