import { asReader, type DataSource } from '@citypath/store';
import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { SSE_METADATA } from '@nestjs/common/constants.js';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { POLICY, type Policy } from '../policies/policy';
import { DATABASE } from '../tokens';
import type { ApiRequest } from './api-request';

const READS = new Set(['GET', 'HEAD']);

/**
 * Every read of a signed-in person goes through PostgreSQL's row level security, whatever the route's own code
 * forgets: another city's rows do not come, and nothing is changed. Streams are left out, since they would keep a
 * connection for hours.
 */
@Injectable()
export class ReadAsReaderInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(DATABASE) private readonly database: DataSource,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, reader } = context.switchToHttp().getRequest<ApiRequest>();
    const isStream = this.reflector.get<boolean | undefined>(SSE_METADATA, context.getHandler()) === true;
    if (!reader || !READS.has(method) || isStream || this.isForAnyone(context)) return next.handle();
    return from(
      asReader(this.database, reader.person, () => lastValueFrom(next.handle(), { defaultValue: undefined })),
    );
  }

  /** What is answered to everybody alike, signed in or not, is no reader's: signing in looks at its own letters. */
  private isForAnyone(context: ExecutionContext): boolean {
    const policy = this.reflector.getAllAndOverride<Policy | undefined>(POLICY, [
      context.getHandler(),
      context.getClass(),
    ]);
    return policy?.kind === 'anyone';
  }
}
