/**
 * `npm test`: proves the whole house from a fresh clone. Prepares as `npm start` does, then runs the gates and the specs,
 * and ends with one line: how many passed, how many failed.
 *
 *   npm test                 everything
 *   npm test -- courier      the specs whose path holds "courier", and no gates
 *   npm test -- lint         one gate by its name
 */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from '../local/bootstrap/dependencies.mjs';
import { suitableNode } from '../local/bootstrap/node.mjs';
import { environmentOf } from '../local/bootstrap/run.mjs';
import { giveUp, say, spoken } from '../local/bootstrap/say.mjs';
import { temporalCli } from '../local/bootstrap/temporal-cli.mjs';
import { timeSkippingServer } from '../local/bootstrap/time-skipping-server.mjs';
import { gates, passes } from './gates.mjs';
import { startServers } from './servers.mjs';
import { runSpecs, specRuns } from './specs.mjs';

async function test(wanted) {
  const startedMs = Date.now();
  const node = await suitableNode();
  if (node !== process.execPath) return testUnder(node);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
  await ensureDependencies(node);
  const chosen = gates.slice(1).filter(({ name }) => wanted.includes(name));
  const total = { passed: 0, failed: 0 };
  const add = ({ passed, failed }) => {
    total.passed += passed;
    total.failed += failed;
  };
  const pass = async (gate, environment) =>
    add((await passes(gate, node, environment)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  // The servers and most checks need the build: it comes first, whatever was asked for.
  const [build, ...others] = gates;
  await pass(build);
  const servers = await startServers(await temporalCli(), await timeSkippingServer());
  try {
    const environment = {
      ...environmentOf(node),
      ...servers.environment,
      FORCE_COLOR: process.stderr.isTTY ? '1' : '0',
    };
    for (const gate of wanted.length > 0 ? chosen : others) await pass(gate, environment);
    if (chosen.length === 0 && !wanted.includes('build'))
      for (const run of specRuns) add(await runSpecs(run, node, environment, wanted));
  } finally {
    await servers.stop();
  }
  say(`All of it took ${spoken(Date.now() - startedMs)}.`);
  say(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

function testUnder(node) {
  const { status } = spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: environmentOf(node),
  });
  process.exitCode = status ?? 1;
}

test(process.argv.slice(2)).catch(giveUp);
