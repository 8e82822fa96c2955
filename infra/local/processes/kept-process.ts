import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PlainFault } from './plain-fault';
import { isRunning } from './readiness';
import type { PidNotes } from './pid-notes';

/** How to run one part as a process of its own. */
export interface ProcessPlan {
  /** Short name, as used for notes and logs. */
  readonly name: string;
  /** As a sentence calls it: "the worker". */
  readonly title: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  /** The user to run as, where it is not ours. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Whether the process talks to us over Node's own channel. */
  readonly channel: boolean;
  readonly logFile: string;
  readonly stopSignal: NodeJS.Signals;
  /** How long it may take to stop in order before it is killed. */
  readonly graceMs: number;
  /** Resolves when the process serves. It is abandoned when the process ends first. */
  readonly isReady: (child: ChildProcess) => Promise<void>;
}

const firstPauseMs = 500;
const longestPauseMs = 30_000;
/** A process that lived this long starts again at once the next time. */
const steadyAfterMs = 60_000;
const readyWithinMs = 60_000;
const longestLogBytes = 20_000_000;

/** A process that is started again, with a growing pause, whenever it ends by itself. */
export class KeptProcess {
  private child: ChildProcess | undefined;
  private readonly stopping = new AbortController();
  private pauseMs = firstPauseMs;

  constructor(
    private readonly plan: ProcessPlan,
    private readonly notes: PidNotes,
    private readonly say: (sentence: string) => void,
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Starts it and waits until it serves; the first time a failure is told with the end of its log. */
  async start(): Promise<void> {
    await this.run();
  }

  /** Ends it in order, and by force when it takes longer than its grace. */
  async stop(): Promise<void> {
    this.stopping.abort();
    const child = this.child;
    if (child && isRunning(child)) {
      const ended = once(child, 'exit');
      child.kill(this.plan.stopSignal);
      const inTime = await Promise.race([ended.then(() => true), pause(this.plan.graceMs, false, { ref: false })]);
      if (!inTime) {
        child.kill('SIGKILL');
        await ended;
      }
    }
    await this.notes.erase(this.plan.name);
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private async run(): Promise<void> {
    const startedMs = performance.now();
    const { child, ended } = await this.spawn();
    const late = pause(readyWithinMs, 'it was not ready in time', { ref: false });
    const failure = await Promise.race([this.plan.isReady(child).then(() => undefined), ended, late]);
    if (failure !== undefined) {
      child.kill('SIGKILL');
      if (this.isStopping()) return;
      throw new PlainFault(`${capital(this.plan.title)} did not start: ${failure}.\n${await this.endOfLog()}`);
    }
    void ended.then((how) => this.startAgain(how, startedMs));
  }

  private async startAgain(how: string, startedMs: number): Promise<void> {
    if (performance.now() - startedMs > steadyAfterMs) this.pauseMs = firstPauseMs;
    while (!this.isStopping()) {
      const waitMs = this.pauseMs;
      this.pauseMs = Math.min(waitMs * 2, longestPauseMs);
      this.say(
        `${capital(this.plan.title)} ended (${how}); starting it again in ${waitMs / 1000} s. Log: ${this.plan.logFile}`,
      );
      await pause(waitMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      if (this.isStopping()) return;
      try {
        await this.run();
        this.say(`${capital(this.plan.title)} is back.`);
        return;
      } catch (fault) {
        how = fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault);
      }
    }
  }

  private async spawn(): Promise<{ child: ChildProcess; ended: Promise<string> }> {
    const { program, args, environment, folder, user, channel, logFile, name, stopSignal } = this.plan;
    await mkdir(dirname(logFile), { recursive: true });
    await setAsideWhenLong(logFile);
    if (this.isStopping()) throw new PlainFault(`${capital(this.plan.title)} was stopped before it started.`);
    const log = createWriteStream(logFile, { flags: 'a' });
    const child = spawn(program, args, {
      ...user,
      cwd: folder,
      env: { ...environment },
      // A session of its own: Ctrl-C in the terminal reaches us alone, and we stop the parts in order.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', channel ? 'ipc' : 'ignore'],
    });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    child.once('close', () => log.end());
    this.child = child;
    const ended = endOf(child);
    if (child.pid !== undefined) await this.notes.write(name, child.pid, stopSignal);
    return { child, ended };
  }

  private async endOfLog(): Promise<string> {
    const lines = (await readFile(this.plan.logFile, 'utf8').catch(() => '')).trimEnd().split('\n').slice(-15);
    return [...lines.map((line) => `  ${line}`), `  (${this.plan.logFile})`].join('\n');
  }
}

/** Resolves with how the process ended. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code ?? '?'}`));
  });
}

/** Keeps one earlier log: a log must not grow for as long as the house stands. */
async function setAsideWhenLong(logFile: string): Promise<void> {
  const found = await stat(logFile).catch(() => undefined);
  if (found && found.size > longestLogBytes) await rename(logFile, `${logFile}.earlier`);
}

function capital(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}
