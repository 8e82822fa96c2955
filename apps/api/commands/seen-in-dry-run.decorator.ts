import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ApiRequest } from '../session/api-request';
import { seenBy } from './seen-by';

/** What a dry run gave, of a write that is no act upon a journey itself; null: none was looked at. */
export const SeenInDryRun = createParamDecorator((_data: unknown, context: ExecutionContext): string | null =>
  seenBy(context.switchToHttp().getRequest<ApiRequest>()),
);
