/** Checks that are not specs. Each counts as one: passed or failed. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../local/bootstrap/build.mjs';
import { checkout } from '../local/bootstrap/places.mjs';
import { run, runNpm } from '../local/bootstrap/run.mjs';
import { say, spoken } from '../local/bootstrap/say.mjs';

const tool =
  (path, ...args) =>
  (node) =>
    run(node, [join(checkout, 'node_modules', path), ...args]);

/** In the order in which they run; each is given the Node to run under and the environment with the servers in it. */
export const gates = [
  { name: 'build', check: (node) => ensureBuilt(node) },
  { name: 'types of the page', check: tool('typescript/bin/tsc', '--noEmit', '-p', 'apps/web') },
  {
    name: 'doors',
    check: tool(
      'dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'apps',
      'infra',
      'libs',
      'test',
      'workflows',
    ),
  },
  {
    name: 'drift',
    check: (node, env) => (hasScript('check:drift') ? runNpm(node, ['run', '-s', 'check:drift'], { env }) : undefined),
  },
  { name: 'lint', check: tool('eslint/bin/eslint.js', '.', '--max-warnings', '0') },
  { name: 'format', check: tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.') },
];

/** Runs one gate and says how it went; a failure is shown in full. Gives one passed or one failed. */
export async function passes({ name, check }, node, environment) {
  const startedMs = Date.now();
  try {
    await check(node, environment);
    say(`${name}: passed (${spoken(Date.now() - startedMs)})`);
    return { passed: 1, failed: 0 };
  } catch (fault) {
    say(`${name}: FAILED (${spoken(Date.now() - startedMs)})\n${fault.message}\n`);
    return { passed: 0, failed: 1 };
  }
}

function hasScript(name) {
  return name in JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')).scripts;
}
