/** `node infra/ci/with-servers.mjs SCRIPT …`: runs one script of ours with the servers that the specs have. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ensureBuilt } from '../local/bootstrap/build.mjs';
import { checkout } from '../local/bootstrap/places.mjs';
import { environmentOf } from '../local/bootstrap/run.mjs';
import { prepared } from './prepared.mjs';
import { startServers } from './servers.mjs';

prepared(async (node) => {
  await ensureBuilt(node);
  const servers = await startServers();
  const env = { ...environmentOf(node), ...servers.environment };
  const child = spawn(node, ['--enable-source-maps', ...process.argv.slice(2)], {
    cwd: checkout,
    env,
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  await servers.stop();
  process.exitCode = code ?? 1;
});
