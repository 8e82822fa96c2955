import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { PlainFault } from '../processes/plain-fault';

const execute = promisify(execFile);

/** The ids under which PostgreSQL runs. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. Gives the ids of the user `postgres` to run it as, created where there is none;
 * undefined when we are not root and can run it as ourselves.
 */
export async function postgresUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  try {
    return await idsOf('postgres');
  } catch {
    return create();
  }
}

/** Whether a user may do to a path what `test` asks for: `-x` enter or run, `-r` read, `-w` write. */
export function may(user: SystemUser, question: '-r' | '-w' | '-x', path: string): boolean {
  return spawnSync('test', [question, path], { ...user, cwd: '/' }).status === 0;
}

async function create(): Promise<SystemUser> {
  try {
    await execute('groupadd', ['--force', 'postgres']);
    await execute('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']);
    return await idsOf('postgres');
  } catch {
    throw new PlainFault(
      'PostgreSQL does not run as root, and the user `postgres` could not be created. Start as an ordinary user, or set DATABASE_URL.',
    );
  }
}

async function idsOf(name: string): Promise<SystemUser> {
  const [uid, gid] = await Promise.all([execute('id', ['-u', name]), execute('id', ['-g', name])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
