/** Debian's packages: what some specs need besides npm's. */

import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { locked } from '../local/bootstrap/once.mjs';
import { userCache } from '../local/bootstrap/places.mjs';
import { run } from '../local/bootstrap/run.mjs';

/** Whether packages come from apt here, as on Debian and Ubuntu. */
export const hasApt = process.platform === 'linux' && existsSync('/usr/bin/apt-get');

/** Whether we may install packages for the whole machine. */
export const mayInstall = hasApt && process.getuid() === 0;

let turn = Promise.resolve();

/**
 * One piece of work with apt after another, here and in other starts. Hazard: apt waits for dpkg's lock, but not for that
 * of its lists: of two that ask for them at once the second gives up.
 */
function inTurn(work) {
  turn = turn
    .catch(() => undefined)
    .then(() => locked(join(userCache, 'apt.lock'), 'installing packages of Debian', work));
  return turn;
}

/** Another apt that is just busy is waited for. */
const apt = (args, options) => run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], options);
const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };

/** Installs packages for the whole machine. Needs root (`mayInstall`). */
export function install(...packages) {
  return inTurn(async () => {
    await apt(['update']);
    await apt(['install', '-y', '--no-install-recommends', ...packages], quiet);
  });
}

/**
 * Unpacks a package, with whatever it needs that this machine lacks, into `folder`, and installs nothing: no root, and
 * no service that would start by itself.
 */
export function unpack(name, folder) {
  return inTurn(() => unpackNow(name, folder));
}

async function unpackNow(name, folder) {
  if (mayInstall) await apt(['update']);
  const plan = await apt(['install', '-s', '--no-install-recommends', name]);
  const packages = [...plan.matchAll(/^Inst (\S+)/gm)].map(([, each]) => each);
  const downloads = join(folder, 'downloads');
  mkdirSync(downloads, { recursive: true });
  await apt(['download', ...packages], { cwd: downloads });
  for (const file of readdirSync(downloads)) await run('dpkg-deb', ['-x', join(downloads, file), folder]);
  rmSync(downloads, { recursive: true });
}
