import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identityOf } from './identity';

/** What one note says: a process that we started, and how to end it gently. */
interface PidNote {
  readonly pid: number;
  readonly identity: string;
  readonly stopSignal: NodeJS.Signals;
}

const leftoverGraceMs = 4_000;

/**
 * Notes of the processes that we started, so that a start after a `kill -9` finds and ends what was left running. A
 * note holds the process's identity: an id that now belongs to another program is left alone.
 */
export class PidNotes {
  constructor(private readonly folder: string) {}

  /** Notes a running process under the name of its part. */
  async write(name: string, pid: number, stopSignal: NodeJS.Signals): Promise<void> {
    const identity = await identityOf(pid);
    if (identity === undefined) return;
    await mkdir(this.folder, { recursive: true });
    const note: PidNote = { pid, identity, stopSignal };
    await writeFile(this.file(name), JSON.stringify(note));
  }

  async erase(name: string): Promise<void> {
    await rm(this.file(name), { force: true });
  }

  /** Ends every noted process that still runs, in the order given (names not listed come last). Gives their names. */
  async endLeftovers(order: readonly string[]): Promise<string[]> {
    const names = (await readdir(this.folder).catch(() => [])).map((file) => file.replace(/\.json$/, ''));
    const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
    const ended: string[] = [];
    for (const name of names.sort((left, right) => rank(left) - rank(right))) {
      if (await this.endLeftover(name)) ended.push(name);
      await this.erase(name);
    }
    return ended;
  }

  private async endLeftover(name: string): Promise<boolean> {
    const note = JSON.parse(await readFile(this.file(name), 'utf8')) as PidNote;
    const runs = async () => (await identityOf(note.pid)) === note.identity;
    if (!(await runs())) return false;
    process.kill(note.pid, note.stopSignal);
    for (let waitedMs = 0; waitedMs < leftoverGraceMs; waitedMs += 50) {
      await pause(50);
      if (!(await runs())) return true;
    }
    process.kill(note.pid, 'SIGKILL');
    return true;
  }

  private file(name: string): string {
    return join(this.folder, `${name}.json`);
  }
}
