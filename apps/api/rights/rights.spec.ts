import { rightsResponse, type RightsReach, type RightsResponse, type RightsRole } from '@citypath/contracts';
import { Controller, Get, Post } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { apiWithoutGround } from '../openapi/described-api';
import { Allow, signedIn } from '../policies/policy';
import { RightsService } from './rights.service';
import { Routes } from './routes';

let app: NestExpressApplication;
let matrix: RightsResponse;

beforeAll(async () => {
  app = await apiWithoutGround();
  matrix = rightsResponse.parse(app.get(RightsService).matrix());
});
afterAll(() => app.close());

const rows = () => matrix.features.flatMap((feature) => feature.rows);

function reaches(method: string, path: string): Record<RightsRole, RightsReach> {
  const row = rows().find((one) => one.method === method && one.path === `/api/v1${path}`)!;
  return Object.fromEntries(matrix.roles.map(({ role }, index) => [role, row.reaches[index]])) as Record<
    RightsRole,
    RightsReach
  >;
}

/** Everybody who is not named may not. */
const only = (named: Partial<Record<RightsRole, RightsReach>>): Record<string, RightsReach> => ({
  ...Object.fromEntries(matrix.roles.map(({ role }) => [role, 'no'])),
  ...named,
});

it('has every route once, in words of both languages', () => {
  // Where an act is only looked at, the line of the act speaks for both.
  const routes = app
    .get(Routes)
    .all()
    .filter(({ path }) => !path.endsWith('/dry-run'));
  expect(rows()).toHaveLength(routes.length);
  expect(new Set(rows().map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length);
  for (const { path, does, who } of rows()) {
    for (const text of [does, who]) {
      expect({ path, ...text }).toMatchObject({
        en: expect.stringMatching(/^[A-Z][^/]+$/) as string,
        zh: expect.stringMatching(/[\u4e00-\u9fff]/) as string,
      });
    }
  }
});

it('puts no route under a feature that has no name', () => {
  expect(matrix.features.map(({ feature }) => feature)).not.toContain('other');
});

it('a city is seen by its seats and its programme', () => {
  expect(reaches('GET', '/journeys/{id}')).toEqual(
    only({
      administrator: 'everywhere',
      manager: 'programme',
      director: 'programme',
      evaluator: 'programme',
      responsible: 'city',
      liaison: 'city',
      accepting: 'city',
      'other-seat': 'city',
    }),
  );
});

it('a step is handed in by whoever has it, and accepted by whoever is to', () => {
  expect(reaches('POST', '/journeys/{id}/steps/{ref}/submission')).toEqual(
    only({ administrator: 'everywhere', manager: 'programme', responsible: 'city', liaison: 'city' }),
  );
  expect(reaches('POST', '/journeys/{id}/steps/{ref}/acceptance')).toEqual(
    only({ administrator: 'everywhere', director: 'programme', accepting: 'city' }),
  );
  expect(reaches('POST', '/journeys/{id}/hold')).toEqual(only({ administrator: 'everywhere', manager: 'programme' }));
});

it('an evaluator reads no papers and no letters of cities, but those meant for the evaluator', () => {
  expect(reaches('GET', '/papers/{id}').evaluator).toBe('no');
  expect(reaches('GET', '/letters/{id}')).toMatchObject({ evaluator: 'own', manager: 'programme', responsible: 'own' });
});

it('who is not signed in may do nothing but sign in and ask whether the house is up', () => {
  const open = rows().filter(
    ({ reaches: all }) => all[matrix.roles.findIndex(({ role }) => role === 'nobody')] !== 'no',
  );
  for (const { path } of open) expect(path).toMatch(/^\/(health|api\/v1\/(session|sign-in|organisation)\b)/);
});

describe('a route without a policy', () => {
  @Controller('api/v1/forgotten')
  class Forgotten {
    @Get(':id')
    @Allow(signedIn)
    named(): void {}

    @Post(':id/door')
    unnamed(): void {}
  }
  const routesWith = (controller: object) =>
    new Routes(
      new Map([['one', { controllers: new Map([['one', { metatype: controller }]]) }]]) as unknown as ModulesContainer,
      new Reflector(),
    );

  it('keeps the api from starting, and is named', () => {
    expect(() => routesWith(Forgotten).onApplicationBootstrap()).toThrow(
      'No policy says who may use POST /api/v1/forgotten/{id}/door (Forgotten.unnamed): give it one with @Allow.',
    );
  });

  it('is not among the routes of this api', () => {
    expect(() => app.get(Routes).onApplicationBootstrap()).not.toThrow();
  });
});
