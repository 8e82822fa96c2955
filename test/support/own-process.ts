import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Instant } from '@citypath/calendar';
import { checkout } from './checkout';

/** A guard against what never starts, not a measure: a busy machine may take its time. */
const READY_WITHIN_MS = 100_000;
const STOP_WITHIN_MS = 10_000;
const LINES_KEPT = 40;

/** One of our own processes as `npm start` runs it, compiled, which can be killed and started again. */
export class OwnProcess {
  private child: ChildProcess | null = null;
  private readonly lines: string[] = [];

  constructor(
    readonly name: 'api' | 'worker' | 'courier',
    private readonly environment: Record<string, string>,
    /** Its clock stands at this instant; without one it goes as the machine's does. */
    private readonly standsAt: Instant | null = null,
    /** A file with the programmes that it ships with; else those of this release. */
    private readonly programmesFile: string | null = null,
  ) {}

  /** Starts it, and waits until it says that it is ready. */
  async start(): Promise<void> {
    const program = path.join(checkout, 'apps', this.name, 'dist', 'main.js');
    // It leaves with us, even when we are killed.
    const leaving = path.join(checkout, 'infra/local/dist/processes/leave-with-parent.js');
    const clock = path.join(checkout, 'test/dist/support/standing-clock.js');
    const others = path.join(checkout, 'test/dist/support/other-programmes.js');
    const before = [
      leaving,
      ...(this.standsAt === null ? [] : [clock]),
      ...(this.programmesFile === null ? [] : [others]),
    ].flatMap((each) => ['--require', each]);
    const own = {
      ...(this.standsAt === null ? {} : { CITYPATH_TEST_STANDS_AT: this.standsAt }),
      ...(this.programmesFile === null ? {} : { CITYPATH_TEST_PROGRAMMES: this.programmesFile }),
    };
    const child = spawn(process.execPath, ['--enable-source-maps', ...before, program], {
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...own, ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    child.stdout?.on('data', (chunk: Buffer) => this.keep(chunk));
    child.stderr?.on('data', (chunk: Buffer) => this.keep(chunk));
    const late = AbortSignal.timeout(READY_WITHIN_MS);
    try {
      const ended = once(child, 'exit', { signal: late }).then(() => 'ended');
      const said = once(child, 'message', { signal: late }).then(() => 'ready');
      ended.catch(() => undefined);
      said.catch(() => undefined);
      if ((await Promise.race([ended, said])) === 'ended') throw new Error('it ended');
    } catch (cause) {
      child.kill('SIGKILL');
      throw new Error(`The ${this.name} did not start:\n${this.log()}`, { cause });
    }
  }

  /** Of the process that runs now. @throws Error when none does */
  get pid(): number {
    const pid = this.child?.pid;
    if (pid === undefined) throw new Error(`The ${this.name} does not run.`);
    return pid;
  }

  /** kill -9. Resolves when it is gone. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks it to stop in order, and waits until it has. */
  async stop(): Promise<void> {
    const timer = setTimeout(() => this.child?.kill('SIGKILL'), STOP_WITHIN_MS);
    await this.end('SIGTERM');
    clearTimeout(timer);
  }

  /** The end of what it wrote. */
  log(): string {
    return this.lines.join('\n');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  private keep(chunk: Buffer): void {
    this.lines.push(...chunk.toString().trimEnd().split('\n'));
    this.lines.splice(0, Math.max(0, this.lines.length - LINES_KEPT));
  }
}
