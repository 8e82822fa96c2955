import { commandPendingResponse, commandResponse, problem } from '@citypath/contracts';
import { applyDecorators, SerializeOptions, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { CommandAnswerInterceptor } from '../commands/command-answer.interceptor';

const aProblem = { standardSchema: problem, description: 'A problem, as application/problem+json.' };

/** What a route answers: documented, and held against the very same schema. */
export const Answers = (schema: z.ZodType, status: 200 | 201 | 202 = 200) =>
  applyDecorators(
    SerializeOptions({ schema }),
    ApiResponse({ status, standardSchema: schema, description: 'As asked.' }),
    ApiResponse({ status: 'default', ...aProblem }),
  );

/** The same for a route that answers nothing but success. */
export const AnswersNothing = () =>
  applyDecorators(ApiResponse({ status: 204, description: 'Done.' }), ApiResponse({ status: 'default', ...aProblem }));

/** A file to keep. */
export const AnswersFile = (type: string) =>
  applyDecorators(
    ApiResponse({
      status: 200,
      description: 'The file.',
      content: { [type]: { schema: { type: 'string', format: 'binary' } } },
    }),
    ApiResponse({ status: 'default', ...aProblem }),
  );

/** A write upon a journey. */
export const AnswersCommand = () =>
  applyDecorators(
    UseInterceptors(CommandAnswerInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'A new one for each act, the same one for its repetition.',
    }),
    ApiResponse({ status: 200, standardSchema: commandResponse, description: 'Recorded.' }),
    ApiResponse({ status: 202, standardSchema: commandPendingResponse, description: 'Taken; ask at Location.' }),
    ApiResponse({ status: 'default', ...aProblem }),
  );
