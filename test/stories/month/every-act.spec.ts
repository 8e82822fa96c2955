import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkout } from '../../support/checkout';
import { finalActs } from './final-acts';
import { reversibleActs } from './reversible-acts';

test('of every act that one can look at beforehand a month is told', async () => {
  const described = JSON.parse(await readFile(path.join(checkout, 'apps/api/openapi.json'), 'utf8')) as {
    paths: object;
  };
  const looked = Object.keys(described.paths).flatMap((route) => {
    return /^\/api\/v1\/journeys\/\{id\}\/(?!run\/)(.+)\/dry-run$/.exec(route)?.slice(1) ?? [];
  });
  const routes = Object.values({ ...reversibleActs, ...finalActs }).map(({ path: asked }) => {
    return asked.replace(/^steps\/[^/]+/, 'steps/{ref}').replace(/^seats\/[^/]+/, 'seats/{seat}');
  });
  expect([...routes, 'acts/{command}/undo'].sort()).toEqual(looked.sort());
});
