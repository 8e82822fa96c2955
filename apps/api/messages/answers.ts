import {
  commandPendingResponse,
  commandResponse,
  dryRunResponse,
  problem,
  type ActName,
  type Text,
} from '@citypath/contracts';
import { applyDecorators, Post, SerializeOptions, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { CommandAnswerInterceptor } from '../commands/command-answer.interceptor';
import { DRY_RUN } from '../commands/given.decorator';
import { Allow, may } from '../policies/policy';

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

/** Under this status the answer of a dry run is described, until document.ts tells the two addresses of an act apart. */
export const DRY_ANSWER = '2XX';

/** An act upon a journey: it is done at its address, and looked at beforehand at `<address>/dry-run`, by whoever may do it. */
export const ActRoute = (address: string, act: ActName, does?: Text) =>
  applyDecorators(
    Post([address, `${address}${DRY_RUN}`]),
    Allow(may(act), does),
    AnswersCommand(),
    ApiResponse({ status: DRY_ANSWER, standardSchema: dryRunResponse, description: 'Looked at.' }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description:
        'What a dry run gave as `seen`, in quotes: the act is refused where it would do anything else by now.',
    }),
  );
