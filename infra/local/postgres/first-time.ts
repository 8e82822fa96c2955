import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PlainFault } from '../processes/plain-fault';
import type { PostgresPrograms } from './programs';
import type { SystemUser } from './system-user';

/** The cluster's owner. */
export const admin = 'citypath';

/** Where the owner's password lies: beside the wanted folder, whatever folder is used. */
export function passwordFileOf(wanted: string): string {
  return `${wanted}.password`;
}

/**
 * The owner's password, made with the first start. It lies beside the wanted folder, for our eyes only, also when the
 * data themselves had to go elsewhere (`folder`): without it such data belong to a checkout that is no more, and go.
 */
export async function passwordFor(wanted: string, folder: string): Promise<string> {
  const file = passwordFileOf(wanted);
  if (!existsSync(file)) {
    if (folder !== wanted) await rm(join(folder, 'data'), { recursive: true, force: true });
    if (existsSync(join(folder, 'data'))) {
      throw new PlainFault(
        `${file} is missing, and without it the database cannot be opened: put it back, or npm start -- --reset.`,
      );
    }
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, randomBytes(18).toString('hex'), { mode: 0o600 });
  }
  return readFile(file, 'utf8');
}

/** Makes the data beside their place and renames them: an interrupted first start leaves nothing half made. */
export async function initialise(
  programs: PostgresPrograms,
  user: SystemUser | undefined,
  folder: string,
  password: string,
): Promise<void> {
  const unfinished = join(folder, 'data.unfinished');
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  if (user) for (const path of [folder, unfinished]) await chown(path, user.uid, user.gid);
  const passwordFile = join(folder, 'first-password');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) await chown(passwordFile, user.uid, user.gid);
  try {
    await runInitdb(programs.initdb, user, folder, [
      `--pgdata=${unfinished}`,
      `--username=${admin}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, join(folder, 'data'));
}

function runInitdb(program: string, user: SystemUser | undefined, folder: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...user,
      cwd: folder,
      env: { LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new PlainFault(`PostgreSQL could not make its data folder.\n${output}`));
    });
  });
}
