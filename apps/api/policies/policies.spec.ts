import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ModulesContainer } from '@nestjs/core';
import { apiWithoutGround } from '../openapi/described-api';
import { POLICY, type Policy } from './policy';

interface Route {
  name: string;
  method: RequestMethod;
  policy: Policy | undefined;
}

let app: NestExpressApplication;
let routes: Route[];

beforeAll(async () => {
  app = await apiWithoutGround();
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  routes = controllers.flatMap(({ metatype }) => routesOf(metatype as { name: string; prototype: object }));
});

afterAll(() => app.close());

function routesOf(controller: { name: string; prototype: object }): Route[] {
  return Object.getOwnPropertyNames(controller.prototype)
    .map((key) => ({ key, handler: (controller.prototype as Record<string, unknown>)[key] }))
    .filter(({ handler }) => typeof handler === 'function' && Reflect.hasMetadata(METHOD_METADATA, handler))
    .map(({ key, handler }) => ({
      name: `${controller.name}.${key}`,
      method: Reflect.getMetadata(METHOD_METADATA, handler as object) as RequestMethod,
      policy: Reflect.getMetadata(POLICY, handler as object) as Policy | undefined,
    }));
}

it('every route names its policy', () => {
  expect(routes.length).toBeGreaterThan(35);
  expect(routes.filter(({ policy }) => policy === undefined).map(({ name }) => name)).toEqual([]);
});

it('nobody changes anything without a session, but to get one', () => {
  const open = routes.filter(({ method, policy }) => method !== RequestMethod.GET && policy?.kind === 'anyone');
  expect(open.map(({ name }) => name)).toEqual([
    'SessionController.signIn',
    'SignInController.ask',
    'SignInController.useLink',
    'SignInController.useCode',
    'OrganisationController.signIn',
    'OrganisationController.finish',
  ]);
});

it('whatever writes upon a journey asks that journey who may', () => {
  const acts = routes.filter(({ name }) => /Acts?Controller/.test(name));
  expect(acts.length).toBeGreaterThan(20);
  // Many at once are cities of one programme: whoever runs it may act upon each, and is asked again with every batch.
  const ofOne = acts.filter(({ name }) => !name.startsWith('BulkActsController.'));
  expect(ofOne.filter(({ policy }) => policy?.kind !== 'act').map(({ name }) => name)).toEqual([]);
});
