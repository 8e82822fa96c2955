import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { DRY_RUN } from '../commands/given.decorator';
import { DRY_ANSWER } from '../messages/answers';

/** The description of the api, made from the routes and the schemas that validate. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('CityPath')
    .setDescription(
      'Carries cities through programmes. Every write upon a journey takes an Idempotency-Key; every failure is ' +
        'application/problem+json with a stable code.',
    )
    .setVersion('1')
    .addCookieAuth('citypath_session')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '')}_${method.replace(/\[\d\]$/, '')}`,
  });
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const operation of Object.values(methods) as Operation[]) {
      nameProblemType(operation.responses);
      tellApart(operation, path.endsWith(DRY_RUN));
    }
  }
  return document;
}

interface Operation {
  operationId?: string;
  summary?: string;
  parameters?: { name?: string; in?: string }[];
  responses?: Responses;
}

/** An act's handler answers at two addresses, and Nest describes both in the same words. */
function tellApart(operation: Operation, isDry: boolean): void {
  const { responses } = operation;
  if (!responses) return;
  const { [DRY_ANSWER]: looked, '200': recorded, '202': pending, ...others } = responses;
  if (looked === undefined) return;
  operation.responses = isDry ? { '200': looked, ...others } : { '200': recorded, '202': pending, ...others };
  if (!isDry) return;
  operation.operationId = `${operation.operationId ?? ''}_dryRun`;
  operation.summary = 'What the act would do, by the rules that will run. Nothing is changed.';
  operation.parameters = operation.parameters?.filter((parameter) => parameter.in !== 'header');
}

type Responses = Partial<Record<string, { content?: Record<string, unknown> }>>;

/** Nest describes every answer as application/json; problems have a type of their own. */
function nameProblemType(responses: Responses | undefined): void {
  const problem = responses?.['default'];
  if (problem?.content) problem.content = { 'application/problem+json': problem.content['application/json'] };
}

/** Puts the description where people and programs find it: /api/docs and /api/openapi.json. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'CityPath API',
  });
}
