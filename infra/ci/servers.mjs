/** The servers that all specs of one run share: a PostgreSQL cluster and a Temporal dev server, on any free ports. */

import { createRequire } from 'node:module';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { markOf } from '../local/bootstrap/alive.mjs';
import { checkout } from '../local/bootstrap/places.mjs';
import { run } from '../local/bootstrap/run.mjs';
import { say } from '../local/bootstrap/say.mjs';
import { temporalCli } from '../local/bootstrap/temporal-cli.mjs';
import { timeSkippingServer } from '../local/bootstrap/time-skipping-server.mjs';

const require = createRequire(import.meta.url);
const runs = join(checkout, '.data', 'tests');

/**
 * Starts both servers with nothing in them. Gives the names under which specs find them in the environment, and `stop`,
 * which ends the servers and removes their data. Further servers of the run may use its `place`.
 */
export async function startServers() {
  const { program, version } = await temporalCli();
  const timeSkipping = await timeSkippingServer();
  const { Cluster, devServer, freePort, PidNotes } = require('../local/dist/index.js');
  await removeLeftovers(PidNotes);
  const folder = join(runs, String(process.pid));
  mkdirSync(folder, { recursive: true });
  const notes = new PidNotes(join(folder, 'processes'));
  const [postgresPort, temporalPort] = [await freePort(), await freePort()];
  const cluster = await Cluster.prepared(
    {
      folder: join(folder, 'postgres'),
      port: postgresPort,
      logFile: join(folder, 'postgres.log'),
      forgetsOnPowerLoss: true,
    },
    notes,
    say,
  );
  const temporal = await devServer(
    { program, version, folder: join(folder, 'temporal'), port: temporalPort, logFile: join(folder, 'temporal.log') },
    process.env,
    notes,
    say,
  );
  const endAtOnce = () => {
    for (const pid of [cluster.pid, temporal.pid]) if (pid) process.kill(pid, 'SIGTERM');
  };
  process.once('exit', endAtOnce);
  const stop = async () => {
    process.off('exit', endAtOnce);
    await Promise.all([cluster.remove(), temporal.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
  const environment = {
    CITYPATH_TEST_DATABASE_URL: cluster.urlOf('postgres'),
    CITYPATH_TEST_TEMPORAL_ADDRESS: `127.0.0.1:${temporalPort}`,
    CITYPATH_TEST_TEMPORAL_PROGRAM: program,
    CITYPATH_TEST_TEMPORAL_VERSION: version,
    CITYPATH_TEST_SKIPPING_SERVER: timeSkipping,
  };
  try {
    await Promise.all([cluster.start(), temporal.start()]);
    await prepareTemporal(environment.CITYPATH_TEST_TEMPORAL_ADDRESS);
  } catch (fault) {
    await stop();
    throw fault;
  }
  return { environment, stop, place: { folder, notes } };
}

/** Search attributes, as an installation has them. */
function prepareTemporal(address) {
  const env = { ...process.env, TEMPORAL_ADDRESS: address };
  return run(process.execPath, [join(checkout, 'apps', 'cli', 'dist', 'main.js'), 'prepare-temporal'], { env });
}

/** Ends and removes what a run that was killed has left behind. */
async function removeLeftovers(PidNotes) {
  if (!existsSync(runs)) return;
  for (const name of readdirSync(runs)) {
    if (markOf(Number(name))) continue;
    await new PidNotes(join(runs, name, 'processes')).endLeftovers([]);
    rmSync(join(runs, name), { recursive: true, force: true });
  }
}
