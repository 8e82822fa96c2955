/** Debian's packages: what some specs need besides npm's. */

import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../local/bootstrap/run.mjs';

/** Whether packages come from apt here, as on Debian and Ubuntu. */
export const hasApt = process.platform === 'linux' && existsSync('/usr/bin/apt-get');

/** Whether we may install packages for the whole machine. */
export const mayInstall = hasApt && process.getuid() === 0;

/** Another apt that is just busy is waited for. */
const apt = (args, options) => run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], options);
const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };

/** Installs packages for the whole machine. Needs root (`mayInstall`). */
export async function install(...packages) {
  await apt(['update']);
  await apt(['install', '-y', '--no-install-recommends', ...packages], quiet);
}

/**
 * Unpacks a package, with whatever it needs that this machine lacks, into `folder`, and installs nothing: no root, and
 * no service that would start by itself.
 */
export async function unpack(name, folder) {
  if (mayInstall) await apt(['update']);
  const plan = await apt(['install', '-s', '--no-install-recommends', name]);
  const packages = [...plan.matchAll(/^Inst (\S+)/gm)].map(([, each]) => each);
  const downloads = join(folder, 'downloads');
  mkdirSync(downloads, { recursive: true });
  await apt(['download', ...packages], { cwd: downloads });
  for (const file of readdirSync(downloads)) await run('dpkg-deb', ['-x', join(downloads, file), folder]);
  rmSync(downloads, { recursive: true });
}
