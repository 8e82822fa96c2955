import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

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
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path) as { responses?: Responses }[]) nameProblemType(operation.responses);
  }
  return document;
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
