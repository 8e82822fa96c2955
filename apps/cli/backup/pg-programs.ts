import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** @returns the major version of a program of PostgreSQL on the PATH; null when there is none */
export async function majorOf(program: 'pg_dump' | 'pg_restore'): Promise<number | null> {
  try {
    const { stdout } = await execute(program, ['--version']);
    const major = /\(PostgreSQL\) (\d+)/.exec(stdout)?.[1];
    return major === undefined ? null : Number(major);
  } catch {
    return null;
  }
}

/** Runs such a program on a database. The password goes by a file: arguments are seen by every user of the machine. */
export async function runOn(
  databaseUrl: string,
  program: 'pg_dump' | 'pg_restore',
  args: readonly string[],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'citypath-'));
  const passfile = join(folder, 'password');
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  try {
    await writeFile(passfile, `*:*:*:*:${password.replace(/[\\:]/g, '\\$&')}\n`, { mode: 0o600 });
    url.password = '';
    url.searchParams.set('passfile', passfile);
    await execute(program, [`--dbname=${url.href}`, ...args]);
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new Error(`${program} failed: ${stderr?.trim() || 'without a word'}`, { cause: error });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
