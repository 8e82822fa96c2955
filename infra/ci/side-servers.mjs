/** What only some specs need: a browser, an S3 server, a virus scanner. They are fetched and started side by side. */

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { say, spoken } from '../local/bootstrap/say.mjs';
import { chromium } from './chromium.mjs';
import { s3Server } from './s3-server.mjs';
import { virusScanner } from './virus-scanner.mjs';

const require = createRequire(import.meta.url);

const usualParts = [
  { name: 'browser', start: () => chromium() },
  { name: 'S3 server', start: (begin) => s3Server(begin) },
  { name: 'virus scanner', start: (begin, folder) => virusScanner(begin, folder) },
];

/**
 * Starts them all in the folder of the run. One that cannot be had on this machine is said in plain words and counts as
 * a failure, and so do the specs that look for it: nothing is left out in silence. Gives the names under which specs
 * find them in the environment, how many are missing, and `stop`.
 */
export async function startSideServers({ folder, notes }, parts = usualParts) {
  const { freePort, KeptProcess, listensOn } = require('../local/dist/index.js');
  const running = [];
  /** Runs a process that listens on a port; `planOf` is told which. Gives the port once it listens. */
  const begin = async (name, planOf) => {
    const port = await freePort();
    const { environment = {}, ...plan } = planOf(port);
    const server = new KeptProcess(
      {
        name,
        ...plan,
        environment: { ...process.env, ...environment },
        folder,
        channel: false,
        logFile: join(folder, `${name}.log`),
        stopSignal: 'SIGTERM',
        graceMs: 2_000,
        isReady: (child) => listensOn(child, port),
      },
      notes,
      say,
    );
    running.push(server);
    await server.start();
    return port;
  };
  const endAtOnce = () => {
    for (const { pid } of running) if (pid) process.kill(pid, 'SIGTERM');
  };
  process.once('exit', endAtOnce);
  const stop = async () => {
    process.off('exit', endAtOnce);
    await Promise.all(running.map((server) => server.stop()));
  };
  const started = await Promise.all(parts.map((part) => startedPart(part, begin, folder)));
  const environment = Object.assign({}, ...started.map((part) => part.environment));
  return { environment, missing: started.filter((part) => part.missing).length, stop };
}

async function startedPart({ name, start }, begin, folder) {
  const startedMs = Date.now();
  try {
    return { environment: await start(begin, folder), missing: false };
  } catch (fault) {
    say(`${name}: MISSING (${spoken(Date.now() - startedMs)})\n${fault.message}\n`);
    return { environment: {}, missing: true };
  }
}
