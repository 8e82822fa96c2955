/**
 * `npm test`: proves the whole house from a fresh clone. Prepares as `npm start` does, then runs the gates and the specs,
 * and ends with one line: how many passed, how many failed.
 *
 *   npm test                 everything
 *   npm test -- courier      the specs whose path holds "courier", and no gates
 *   npm test -- lint         one gate by its name
 */

import { environmentOf } from '../local/bootstrap/run.mjs';
import { say, spoken } from '../local/bootstrap/say.mjs';
import { gates, passes } from './gates.mjs';
import { prepared } from './prepared.mjs';
import { startServers } from './servers.mjs';
import { startSideServers } from './side-servers.mjs';
import { runSpecs, specRuns } from './specs.mjs';

// The servers and most checks need the build: it comes first, whatever was asked for.
const [build, ...otherGates] = gates;

const noSideServers = Promise.resolve({ environment: {}, missing: 0, stop: () => undefined });

async function test(node, wanted) {
  const startedMs = Date.now();
  const chosenGates = wanted.length === 0 ? otherGates : otherGates.filter(({ name }) => wanted.includes(name));
  const chosenSpecs = wanted.some((name) => gates.some((gate) => gate.name === name)) ? [] : specRuns;
  const total = { passed: 0, failed: 0 };
  const add = ({ passed, failed }) => {
    total.passed += passed;
    total.failed += failed;
  };
  add(await passes(build, node));
  const servers = await startServers();
  // They start, and the first time are fetched, while the gates run.
  const sideServers = chosenSpecs.length > 0 ? startSideServers(servers.place) : noSideServers;
  try {
    const environment = {
      ...environmentOf(node),
      ...servers.environment,
      FORCE_COLOR: process.stderr.isTTY ? '1' : '0',
    };
    const inTurn = async (some) => {
      for (const gate of some) add(await passes(gate, node, environment));
    };
    // Linting takes as long as all other gates together, on one core.
    const isLong = ({ name }) => name === 'lint';
    await Promise.all([inTurn(chosenGates.filter(isLong)), inTurn(chosenGates.filter((gate) => !isLong(gate)))]);
    const { environment: more, missing } = await sideServers;
    add({ passed: 0, failed: missing });
    for (const specs of chosenSpecs) add(await runSpecs(specs, node, { ...environment, ...more }, wanted));
  } finally {
    await (await sideServers).stop();
    await servers.stop();
  }
  say(`All of it took ${spoken(Date.now() - startedMs)}.`);
  say(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

prepared((node) => test(node, process.argv.slice(2)));
