import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * What tells one process from a later one with the same id: when it started and what it runs. Undefined when there is
 * no such process, or it has ended and only waits to be collected.
 */
export async function identityOf(pid: number): Promise<string | undefined> {
  try {
    return process.platform === 'linux' ? await fromProc(pid) : await fromPs(pid);
  } catch {
    return undefined;
  }
}

async function fromProc(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
  // The program's name stands in brackets and may itself hold spaces and brackets: count from the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  const startedTicks = fields[19] ?? '';
  return state === 'Z' ? undefined : `${startedTicks} ${command.replaceAll('\0', ' ').trim()}`;
}

async function fromPs(pid: number): Promise<string | undefined> {
  const { stdout } = await execute('ps', ['-o', 'lstart=,command=', '-p', String(pid)]);
  return stdout.trim() || undefined;
}
