import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describedApi } from './described-api';

/** From the compiled file to the committed description. */
const COMMITTED = join(__dirname, '..', '..', 'openapi.json');

/** Compares the committed description with the one that the routes give now; `--write` replaces it. */
async function main(): Promise<void> {
  const now = `${JSON.stringify(await describedApi(), null, 2)}\n`;
  if (process.argv.includes('--write')) {
    await writeFile(COMMITTED, now);
    return;
  }
  const committed = await readFile(COMMITTED, 'utf8').catch(() => '');
  if (committed === now) return;
  console.error('apps/api/openapi.json is not what the routes say: npm run write:openapi, and look at the difference.');
  process.exitCode = 1;
}

void main();
