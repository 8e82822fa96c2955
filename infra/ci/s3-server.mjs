/** A server that speaks S3, for the stories of papers: moto, from Python's package registry. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeOnce } from '../local/bootstrap/once.mjs';
import { checkout, userCache } from '../local/bootstrap/places.mjs';
import { run, versionOf } from '../local/bootstrap/run.mjs';
import { PlainFault, takingLong } from '../local/bootstrap/say.mjs';
import { install, mayInstall } from './debian.mjs';

const requirements = join(checkout, 'infra', 'ci', 'moto', 'requirements.txt');
const oldestPython = [3, 10];

/** Starts it, empty. `begin` runs a process on a free port and waits until it listens. */
export async function s3Server(begin) {
  const python = await moto();
  const port = await begin('s3', (free) => ({
    title: 'the S3 server',
    program: python,
    args: ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(free)],
  }));
  return { CITYPATH_TEST_S3: `http://127.0.0.1:${port}` };
}

/** The Python that has moto. A changed list of packages is another folder. */
async function moto() {
  const version = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = await madeOnce(join(userCache, `moto-${version}`), 'fetching an S3 server', (unfinished) =>
    takingLong('Fetching moto, an S3 server for the stories of papers', 'once, about 30 s', () => fetch(unfinished)),
  );
  return join(folder, 'bin', 'python');
}

/** The folder is renamed afterwards: of what lies in `bin` only `python` itself still works then. */
async function fetch(folder) {
  await requirePython();
  const environment = () => run('python3', ['-m', 'venv', '--clear', folder]);
  try {
    await environment();
  } catch (fault) {
    // Debian keeps this part of Python in a package of its own.
    if (!mayInstall) throw new PlainFault(`${wanted}\n${fault.message}`);
    await install('python3-venv');
    await environment();
  }
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  await run(join(folder, 'bin', 'python'), [...pip, '--requirement', requirements]);
}

const wanted =
  `The stories of papers need an S3 server, which is written in Python: install Python ${oldestPython.join('.')} or newer ` +
  'with its venv (Debian, Ubuntu: `sudo apt-get install python3-venv`).';

async function requirePython() {
  const version = /^Python (\d+)\.(\d+)/;
  if (mayInstall && !(await versionOf('python3', ['--version']))) await install('python3-venv');
  const found = version.exec((await versionOf('python3', ['--version'])) ?? '');
  if (!found || Number(found[1]) !== oldestPython[0] || Number(found[2]) < oldestPython[1])
    throw new PlainFault(`${wanted}${found ? ` (found: ${found[0]})` : ''}`);
}
