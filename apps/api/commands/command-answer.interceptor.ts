import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import type { CommandAnswer } from './command-answer';

/** Makes HTTP of the answer to a command: 200, 201 with the new page's Location, or 202 with the place to ask. */
@Injectable()
export class CommandAnswerInterceptor implements NestInterceptor<CommandAnswer, CommandAnswer['body']> {
  intercept(context: ExecutionContext, next: CallHandler<CommandAnswer>): Observable<CommandAnswer['body']> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map((answer) => {
        if (answer.kind === 'dry') {
          response.status(200);
          return answer.body;
        }
        const { commandId, journeyId } = answer.body;
        if (answer.kind === 'pending') {
          response.status(202).setHeader('Location', `/api/v1/commands/${commandId}?journey=${journeyId}`);
        } else {
          response.status(answer.created ? 201 : 200);
          if (answer.created) response.setHeader('Location', `/api/v1/journeys/${journeyId}`);
          if (answer.replayed) response.setHeader('Idempotency-Replayed', 'true');
        }
        return answer.body;
      }),
    );
  }
}
