import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkout } from '../support/checkout';
import { House } from '../support/house';

let house: House;
beforeAll(async () => {
  house = await House.start();
});
afterAll(() => house.stop());

/** Every route as its controller says it: 'post /api/v1/journeys/{id}/hold'. */
function routesInSources(): string[] {
  const files = globSync('apps/api/**/*.controller.ts', { cwd: checkout, exclude: ['**/dist/**'] });
  return files
    .flatMap((file) => {
      const source = readFileSync(path.join(checkout, file), 'utf8');
      const prefix = /@Controller\('([^']*)'\)/.exec(source)?.[1] ?? '';
      const plain = [...source.matchAll(/^ {2}@(Get|Head|Post|Put|Patch|Delete|Sse)\((?:'([^']*)')?\)/gm)].map(
        ([, method = '', rest = '']) =>
          `${method === 'Sse' ? 'get' : method.toLowerCase()} /${[prefix, rest].filter(Boolean).join('/')}`,
      );
      // An act is done at one address and looked at beforehand at another.
      const acts = [...source.matchAll(/^ {2}@ActRoute\(\s*'([^']*)'/gm)].flatMap(([, act = '']) => [
        `post /${prefix}/${act}`,
        `post /${prefix}/${act}/dry-run`,
      ]);
      return [...plain, ...acts];
    })
    .map((route) => route.replace(/:(\w+)/g, '{$1}'))
    .sort();
}

test('the description lists every route, and nothing else', async () => {
  const response = await fetch(`${house.apiUrl}/api/openapi.json`);
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, unknown>> };
  const described = Object.entries(paths).flatMap(([at, methods]) => Object.keys(methods).map((m) => `${m} ${at}`));
  expect(described.sort()).toEqual(routesInSources());
  expect(described.length).toBeGreaterThan(30);
});

test('it can be browsed', async () => {
  const response = await fetch(`${house.apiUrl}/api/docs`);
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('swagger')]);
});
