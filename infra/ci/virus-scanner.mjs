/** A ClamAV daemon for the stories of papers. It knows one signature, which is ours and harms nobody. */

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeOnce } from '../local/bootstrap/once.mjs';
import { userCache } from '../local/bootstrap/places.mjs';
import { versionOf } from '../local/bootstrap/run.mjs';
import { PlainFault, takingLong } from '../local/bootstrap/say.mjs';
import { hasApt, unpack } from './debian.mjs';

/** A file that holds this text is "infected". */
const marker = 'CityPath-test-of-the-virus-scanner-6f1d0c3a';

/** More than a paper may have: the scanner must not be the one that finds it too big. */
const longestBytes = '60M';

/** Starts it on a folder of its own. `begin` runs a process on a free port and waits until it listens. */
export async function virusScanner(begin, folder) {
  const { program, libraries } = await clamd();
  const database = join(folder, 'clamav');
  const configuration = join(folder, 'clamd.conf');
  mkdirSync(database, { recursive: true });
  // A signature's name, any kind of file, anywhere in it, the bytes.
  writeFileSync(join(database, 'test.ndb'), `CityPath.Test:0:*:${Buffer.from(marker).toString('hex')}\n`);
  const port = await begin('clamd', (free) => {
    writeFileSync(configuration, configurationOf(free, database));
    return {
      title: 'the virus scanner',
      program,
      args: ['--foreground', `--config-file=${configuration}`],
      environment: libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries },
    };
  });
  return { CITYPATH_TEST_CLAMD: `127.0.0.1:${port}`, CITYPATH_TEST_CLAMD_MARKER: marker };
}

function configurationOf(port, database) {
  return [
    'TCPAddr 127.0.0.1',
    `TCPSocket ${port}`,
    `DatabaseDirectory ${database}`,
    `StreamMaxLength ${longestBytes}`,
    `MaxScanSize ${longestBytes}`,
    `MaxFileSize ${longestBytes}`,
    '',
  ].join('\n');
}

/** The one that is installed, else Debian's, unpacked into the user's cache. */
async function clamd() {
  for (const program of ['/usr/sbin/clamd', 'clamd']) if (await versionOf(program, ['--version'])) return { program };
  const wanted =
    'The stories of papers need the virus scanner ClamAV: install it (Debian, Ubuntu: `sudo apt-get install ' +
    'clamav-daemon`; macOS: `brew install clamav`).';
  if (!hasApt) throw new PlainFault(wanted);
  const folder = await madeOnce(join(userCache, 'clamav'), 'fetching a virus scanner', (unfinished) =>
    takingLong('Fetching ClamAV, a virus scanner for the stories of papers', 'once, about 10 s', () =>
      unpack('clamav-daemon', unfinished).catch((fault) => {
        throw new PlainFault(`${wanted}\n${fault.message}`);
      }),
    ),
  );
  const program = join(folder, 'usr', 'sbin', 'clamd');
  if (!existsSync(program)) throw new PlainFault(`${folder} holds no ClamAV: remove it and start again.`);
  const libraries = readdirSync(join(folder, 'usr', 'lib')).map((name) => join(folder, 'usr', 'lib', name));
  return { program, libraries: libraries.join(':') };
}
