/** What every check needs before it begins: a suitable Node and the packages. */

import { spawnSync } from 'node:child_process';
import { ensureDependencies } from '../local/bootstrap/dependencies.mjs';
import { suitableNode } from '../local/bootstrap/node.mjs';
import { environmentOf } from '../local/bootstrap/run.mjs';
import { giveUp } from '../local/bootstrap/say.mjs';

/**
 * Runs `work`, the whole of the script that was started, under a suitable Node with the packages installed; `work` is
 * given that Node. Ctrl-C ends it, and with it the servers it runs (the next run removes what they leave).
 */
export function prepared(work) {
  begin(work).catch(giveUp);
}

async function begin(work) {
  const node = await suitableNode();
  if (node !== process.execPath) {
    const { status } = spawnSync(node, process.argv.slice(1), { stdio: 'inherit', env: environmentOf(node) });
    process.exitCode = status ?? 1;
    return;
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
  await ensureDependencies(node);
  await work(node);
}
